"""The addresses of the product, and below them those of the plain pages."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as product_urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*product_urlpatterns, path("plain/", include(wagtail_urls))]
