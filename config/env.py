"""The one reader of environment variables; docs/deployment.md lists every name."""

from dataclasses import dataclass
from pathlib import Path

from environs import Env, validate

from config.search_engine import read_search_engine
from config.secret_key import kept_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Environment:
    """What the machine decides, read once."""

    data_dir: Path
    secret_key: str
    allowed_hosts: list[str]
    csrf_trusted_origins: list[str]
    database: dict
    is_behind_https: bool
    trusted_proxies: int
    base_url: str
    search_engine: dict
    email_url: dict
    email_from: str
    log_level: str
    gate_warning_days: int
    recognition_days: int | None
    annual_report_month: int


def read_environment(*, secret_key: str | None = None) -> Environment:
    """Read all settings at once and name every fault together.

    Without SECRET_KEY the key is taken from DATA_DIR/secret-key, which is made on first use with
    owner-only rights. Raises environs.EnvValidationError listing all unreadable values.
    """
    env = Env(eager=False)
    data_dir = env.path("DATA_DIR", default=BASE_DIR / "var")
    values = {
        "allowed_hosts": env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"]),
        "csrf_trusted_origins": env.list("CSRF_TRUSTED_ORIGINS", default=[]),
        "database": env.dj_db_url("DATABASE_URL", default=f"sqlite:///{data_dir}/database.sqlite3"),
        "is_behind_https": env.bool("HTTPS", default=False),
        "trusted_proxies": env.int("TRUSTED_PROXIES", default=0),
        "search_engine": read_search_engine(env, data_dir),
        "base_url": env.str("BASE_URL", default="http://127.0.0.1:8000"),
        "email_url": env.dj_email_url("EMAIL_URL", default="console://"),
        "email_from": env.str("EMAIL_FROM", default="heritage@localhost"),
        "log_level": env.str("LOG_LEVEL", default="INFO"),
        "gate_warning_days": env.int("GATE_WARNING_DAYS", default=30),
        "recognition_days": env.int("RECOGNITION_DAYS", default=None, validate=validate.Range(min=1)),
        "annual_report_month": env.int(
            "ANNUAL_REPORT_MONTH", default=0, validate=validate.Range(min=0, max=12)
        ),
    }
    given_key = env.str("SECRET_KEY", default="")
    env.seal()
    data_dir.mkdir(parents=True, exist_ok=True)
    return Environment(
        data_dir=data_dir, secret_key=secret_key or given_key or kept_secret_key(data_dir), **values
    )
