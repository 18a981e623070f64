"""Forms of the drafted records."""

import uuid

from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from pypinyin import lazy_pinyin

from heritage.forms.placed import PlacedForm
from heritage.forms.rows import statements_of
from heritage.forms.scoped import DivisionForm, ScopedForm
from heritage.forms.site_numbers import SiteNumbersField

LONGEST_SLUG = 60  # leaves room for what keeps two of the same name apart


class CitedForm(ScopedForm):
    """A record whose sources support its statements."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.formsets["citations"].form_kwargs["statements"] = statements_of(self.instance)


class SiteForm(PlacedForm, CitedForm, DivisionForm):
    pass


class ComponentForm(PlacedForm, CitedForm):
    """A component belongs to one site for good, and to its division."""

    chosen_once = ("site",)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        site = self.fields["site"]
        site.error_messages["required"] = _("Choose the heritage site to which it belongs.")


class SluggedForm(DivisionForm):
    """The public address of a row follows from its name once and never changes."""

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.instance.slug:
            self.instance.slug = free_slug(type(self.instance), cleaned.get("name_zh", ""))
        return cleaned


class AreaForm(CitedForm, SluggedForm):
    pass


class EnterpriseForm(CitedForm, SluggedForm):
    sites = SiteNumbersField()


class ProjectForm(CitedForm, SluggedForm):
    sites = SiteNumbersField()


class WorksForm(SluggedForm):
    """A remediation or redevelopment project."""

    sites = SiteNumbersField()


def free_slug(model: type[Model], name: str) -> str:
    """Return an address in pinyin that no row of the model has yet."""
    slug = slugify("-".join(lazy_pinyin(name)))[:LONGEST_SLUG].strip("-")
    if slug and not model._default_manager.filter(slug=slug).exists():
        return slug
    return "-".join(filter(None, (slug, uuid.uuid4().hex[:8])))
