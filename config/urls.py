"""Every address of the product."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from catalogue import urls as catalogue_urls
from catalogue.views import files, machines
from heritage import urls as heritage_urls
from heritage.viewsets.calendar_feed import calendar_feed

urlpatterns = [
    path("healthz", machines.healthz, name="healthz"),
    path("readyz", machines.readyz, name="readyz"),
    path("files/photographs/<int:pk>", files.photograph_file, name="photograph_file"),
    path("files/documents/<int:pk>", files.attachment_file, name="attachment_file"),
    path("calendar/<slug:secret>.ics", calendar_feed, name="calendar_feed"),
    path("admin/", include(heritage_urls)),
    path("admin/", include(wagtailadmin_urls)),
    *i18n_patterns(path("", include(catalogue_urls)), prefix_default_language=False),
]

handler400 = "catalogue.views.errors.bad_request"
handler403 = "catalogue.views.errors.forbidden"
handler404 = "catalogue.views.errors.not_found"
handler500 = "catalogue.views.errors.server_error"
