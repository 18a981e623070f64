"""Administrative divisions (GB/T 2260), each tied to the collection that scopes its records."""

from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from heritage.changes import record_changed


class DivisionLevel(models.TextChoices):
    """From the widest to the narrowest, as approvals climb back."""

    PROVINCE = "province", _("Province")
    CITY = "city", _("City or prefecture")
    COUNTY = "county", _("County or district")


class DivisionQuerySet(models.QuerySet):
    def current(self) -> "DivisionQuerySet":
        """Only those in force today."""
        return self.filter(is_current=True)

    def within(self, division: "Division") -> "DivisionQuerySet":
        """The division and everything below it."""
        return self.filter(collection__path__startswith=division.collection.path)


class Division(models.Model):
    """A province, prefecture or county as of a period; codes are kept when divisions change."""

    code = models.CharField(
        _("code (GB/T 2260)"), max_length=6, validators=[RegexValidator(r"^\d{6}\Z", _("Six digits."))]
    )
    name_zh = models.CharField(_("name (Chinese)"), max_length=40)
    name_en = models.CharField(_("name (English)"), max_length=80)
    level = models.CharField(_("level"), max_length=10, choices=DivisionLevel.choices)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    collection = models.OneToOneField(
        Collection, verbose_name=_("collection"), on_delete=models.PROTECT, related_name="division"
    )
    is_current = models.BooleanField(_("in force today"), default=True)
    valid_from_edtf = models.CharField(
        _("in force from"),
        max_length=20,
        blank=True,
        help_text=_("EDTF, as exact as the source: 2020, 2020-06. Blank where no source gives it."),
    )
    valid_to_edtf = models.CharField(
        _("in force until"),
        max_length=20,
        blank=True,
        help_text=_("EDTF, as exact as the source: 2020, 2020-06. Blank where no source gives it."),
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("succeeded by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_training = models.BooleanField(_("training only, never public"), default=False)

    objects = DivisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("division")
        verbose_name_plural = _("divisions")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(is_current=True), name="heritage_division_code_current"
            ),
            models.CheckConstraint(
                condition=models.Q(level="province", parent=None)
                | (~models.Q(level="province") & models.Q(parent__isnull=False)),
                name="heritage_division_has_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args, **kwargs) -> None:
        """Save, and tell that every record of this division may read differently now."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            for relation in self._meta.related_objects:
                if kind := getattr(relation.related_model, "record_kind", None):
                    related = relation.related_model._default_manager.filter(division=self)
                    record_changed(kind, related.values_list("pk", flat=True))

    @property
    def chain(self) -> tuple["Division", ...]:
        """The divisions from the prefecture down to this one; the province alone for itself."""
        above: tuple[Division, ...] = self.parent.chain if self.parent and self.parent.parent_id else ()
        return (*above, self)

    @property
    def full_name(self) -> str:
        """Prefecture and county in the current language: 吉林市昌邑区, or Changyi District, Jilin City."""
        if (get_language() or "").startswith("en"):
            return ", ".join(division.name_en for division in reversed(self.chain))
        return "".join(division.name_zh for division in self.chain)
