"""Documents that stand behind a record: decisions, drawings, reports."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from media.licences import Licence


class Attachment(AbstractDocument):
    """A file. Internal unless a licence says otherwise."""

    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.NONE)

    admin_form_fields = (*Document.admin_form_fields, "licence")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def url(self) -> str:
        """The address of the checked view."""
        return reverse(settings.MEDIA_FILE_VIEWS["attachment"], args=[self.pk])
