"""Two officers on one record: the later one is told what the other saved, and loses nothing of her own.

What only the other one altered is taken over into the form. What both altered stays as she typed it, and
the other's value stands beside it. The other's draft is a revision of its own, whatever happens next.
"""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.forms.models import model_to_dict
from django.http import QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from wagtail.models import Revision

from heritage.absences import ABSENCE_FIELDS, AbsenceReason
from heritage.models.records import Record
from heritage.policies import keys_among


def unseen_revision(record: Record, user, *, loaded: str, loaded_at: str, own: str) -> Revision | None:
    """Return the newest revision that another officer has saved since the form was opened; None without.

    `loaded`, `own`: the keys, as the form sends them, of the revision it was opened with and of the one that
    it has saved itself since. `loaded_at`: when the former was last written, in ISO 8601: the other's
    autosave writes into a revision of its own again. A later draft of the user's own hides nothing.
    """
    known = keys_among([own or loaded])
    if not known:
        return None
    others = Revision.objects.for_instance(record).exclude(user=user)
    written_again = Q(pk=known[0], created_at__gt=_moment("" if own else loaded_at))
    since = others.filter(Q(pk__gt=known[0]) | written_again)
    return since.order_by("-created_at", "-pk").first()


def _moment(text: str) -> datetime:
    """Read a moment; what is none is so late that nothing comes after it."""
    found = parse_datetime(text)
    return found if found and is_aware(found) else datetime.max.replace(tzinfo=UTC)


def take_over(form: forms.ModelForm, newest: Revision, loaded: str) -> None:
    """Bring the other officer's values into the bound form; what both altered gets an error that says so."""
    base = _opened_with(newest, loaded)
    before = model_to_dict(base, fields=list(form.fields)) if base else {}
    theirs = model_to_dict(newest.as_object(), fields=list(form.fields))
    data = form.data = form.data.copy()
    for name, value in theirs.items():
        field = form.fields[name]
        if field.disabled or before.get(name) == value:
            continue
        if base and not field.has_changed(before.get(name), form[name].data):
            _fill(form.fields[name], data, form.add_prefix(name), value)
        elif field.has_changed(value, form[name].data):
            form.add_error(name, _beside(newest, _shown(field, value)))
    for relation, rows in form.formsets.items():
        if base and _rows(base, relation) != _rows(newest.as_object(), relation):
            written = "；".join(_rows(newest.as_object(), relation)) or _("no rows")
            rows._non_form_errors = rows.error_class([_beside(newest, written)], error_class="nonform")


def _opened_with(newest: Revision, loaded: str) -> Record | None:
    """The record as the form showed it; None where that revision is gone or was never told."""
    revisions = Revision.objects.for_instance(newest.content_object)
    revision = revisions.filter(pk__in=keys_among([loaded])).first()
    return revision.as_object() if revision else None


def _fill(field: forms.Field, data: QueryDict, name: str, value: Any) -> None:
    """Put a value into what was posted, as a browser would have sent it."""
    value = field.prepare_value(value)
    if isinstance(field.widget, forms.MultiWidget):
        parts = field.widget.decompress(value) or []
        for suffix, part in zip(field.widget.widgets_names, parts, strict=True):
            data[name + suffix] = part
    elif isinstance(value, list | tuple):
        data.setlist(name, [str(item) for item in value])
    else:
        data[name] = "" if value is None else str(value)


def _shown(field: forms.Field, value: Any) -> str:
    """The value in words: the label of a choice, the name of a row."""
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        keys = value if isinstance(value, list | tuple) else [value]
        rows = field.queryset.model._default_manager.filter(pk__in=[getattr(key, "pk", key) for key in keys])
        return "、".join(str(row) for row in rows) or "—"
    if isinstance(value, dict):
        return (
            "、".join(
                f"{ABSENCE_FIELDS[key]}：{AbsenceReason(reason).label}" for key, reason in value.items()
            )
            or "—"
        )
    choices = dict(getattr(field, "choices", ()))
    return str(choices.get(value, value) or "—")


def _rows(record: Record, relation: str) -> list[str]:
    return [str(row) for row in getattr(record, relation).all()]


def _beside(newest: Revision, value: str) -> str:
    return _("Saved meanwhile by %(who)s: %(value)s") % {"who": newest.user or "—", "value": value}
