"""What every installation shares; the modules beside this one differ by value only."""

from django.utils.translation import gettext_lazy as _

from config.addresses import site_address
from config.env import BASE_DIR, Environment

INSTALLED_APPS = [
    "accounts",
    "media",
    "heritage",
    "search",
    "catalogue",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.snippets",
    "search.admin_updates.AdminSearchConfig",  # wagtail.search, with an index that is never late
    "wagtail.users",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "leaflet",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "config.middleware.refuse_unreadable_addresses",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "catalogue.page_cache.PageCache",
    "config.middleware.content_security_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.language_from_address",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
    "config.middleware.AtomicUnsafeMethods",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "catalogue.languages.page_addresses",
            ],
        },
    }
]

# --- people -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
WAGTAILADMIN_USER_LOGIN_FORM = "accounts.forms.OfficerLoginForm"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours: a quarter of an hour
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "accounts/lockout.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# --- language and time --------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = False  # pages stand once, in both languages (decision 7)
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "dependencies"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
WAGTAIL_USER_TIME_ZONES = ["Asia/Shanghai"]

# --- writing is atomic, reading takes no lock ----------------------------------------------------
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds a writer waits for another
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        "PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;"
    ),
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# --- Wagtail ------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = _("Industrial Heritage of Jilin")
WAGTAILIMAGES_IMAGE_MODEL = "media.Photograph"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Attachment"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PhotographForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.AttachmentForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "csv", "txt", "tif", "tiff", "geojson", "zip"]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_AUTOSAVE_INTERVAL = 3000  # milliseconds: gentle on one writer at a time
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "heritage.approval.publish_approved_revision"
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
TAGGIT_CASE_INSENSITIVE = True

# --- wiring by name: lower layers never import higher ones ----------------------------------------
MEDIA_FILE_VIEWS = {"rendition": "photograph_file", "attachment": "attachment_file"}
ABSOLUTE_URL_OVERRIDES = {"heritage.heritagesite": site_address}
SEARCH_DOCUMENT_KINDS = {"page": "catalogue.page_documents.PAGES"}
HERITAGE_PREVIEWS = {
    "site": "catalogue.views.sites.preview_site",
    "component": "catalogue.views.sites.preview_component",
    "project": "catalogue.views.projects.preview_project",
    "area": "catalogue.views.projects.preview_area",
    "enterprise": "catalogue.views.projects.preview_enterprise",
}

# --- maps: our own base map below static/basemap, no tile server ------------------------------------
LEAFLET_CONFIG = {
    "TILES": [],
    "SPATIAL_EXTENT": (121.6, 40.8, 131.4, 46.4),  # the province: west, south, east, north in degrees
    "MIN_ZOOM": 5,
    "MAX_ZOOM": 15,  # below 0.001° a public point tells nothing more
    "RESET_VIEW": False,
}

PAGE_CACHE_BYTES = 64 * 1024 * 1024  # of each server process, for public pages

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]

# --- safety -------------------------------------------------------------------------------------
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # frames are refused by frame-ancestors in both content security policies
    "security.W005",  # other subdomains are not ours to commit to HTTPS
    "security.W021",  # nor to a browser's preload list
]


def installation_settings(environment: Environment) -> dict:
    """Return the settings that follow from what the machine decides."""
    database = {**environment.database, "ATOMIC_REQUESTS": False}
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = {**SQLITE_OPTIONS, **database.get("OPTIONS", {})}
    return {
        "SECRET_KEY": environment.secret_key,
        "ALLOWED_HOSTS": environment.allowed_hosts,
        "CSRF_TRUSTED_ORIGINS": environment.csrf_trusted_origins,
        "DATABASES": {"default": database},
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
                "LOCATION": environment.data_dir / "cache",
            }
        },
        "MEDIA_ROOT": environment.data_dir / "media",
        "STATIC_ROOT": environment.data_dir / "static",
        "SEARCH_ENGINE": environment.search_engine,
        "SEARCH_LOCK_FILE": environment.data_dir / "search-drain.lock",
        "WAGTAILSEARCH_BACKENDS": (
            {"default": {"BACKEND": "search.admin_backend"}} if database["ENGINE"].endswith("sqlite3") else {}
        ),
        "WAGTAILADMIN_BASE_URL": environment.base_url,
        "AXES_IPWARE_PROXY_COUNT": environment.trusted_proxies or None,
        "SECURE_PROXY_SSL_HEADER": (
            ("HTTP_X_FORWARDED_PROTO", "https") if environment.is_behind_https else None
        ),
        "SESSION_COOKIE_SECURE": environment.is_behind_https,
        "CSRF_COOKIE_SECURE": environment.is_behind_https,
        "SECURE_SSL_REDIRECT": environment.is_behind_https,
        "SECURE_HSTS_SECONDS": 31536000 if environment.is_behind_https else 0,
        "LOGGING": logging_to_stderr(environment.log_level),
        "HERITAGE_GATE_WARNING_DAYS": environment.gate_warning_days,
        "HERITAGE_RECOGNITION_DAYS": environment.recognition_days,
        "HERITAGE_ANNUAL_REPORT_MONTH": environment.annual_report_month,
        **environment.email_url,
        # Seconds: the worker has other work.
        "EMAIL_TIMEOUT": environment.email_url.get("EMAIL_TIMEOUT") or 20,
        "DEFAULT_FROM_EMAIL": environment.email_from,
    }


def logging_to_stderr(level: str) -> dict:
    """Log everything to standard error, where a supervisor or journal picks it up."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "level": level}},
        "root": {"handlers": ["stderr"], "level": level},
    }
