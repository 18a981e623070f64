"""The form by which one duty is recorded as done, and that by which such a row is removed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accounts.models import User
from heritage.forms.steps import file_field
from heritage.lifecycles.fulfilments import FULFILMENTS
from heritage.models import Designation, FulfilledDuty, Zone
from heritage.models.fulfilled_duties import DutyKey
from heritage.models.named import in_current_language
from heritage.models.zones import ZoneKind
from heritage.services.fulfilling import record_duty, remove_duty

#: 《全国重点文物保护单位记录档案工作规范（试行）》; kept in the words of the row as they are called.
VOLUMES = (("主卷", "Main volumes"), ("副卷", "Supplementary volumes"), ("备考卷", "Volumes for reference"))


class DutyForm(forms.Form):
    """Asks for the evidence of one duty; a service decides whether it will do."""

    def __init__(self, *args, designation: Designation, duty: str, for_user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.designation = designation
        self.duty = duty
        self.for_user = for_user
        rule = FULFILMENTS[duty]
        needed = {name for need in rule.needs for name in need.fields}
        for name, label in rule.labels.items():
            self.fields[name] = FIELDS[name](self, label, name in needed)
        if duty == DutyKey.MARKER:
            self.initial["words"] = words_of_marker(designation)

    def carry_out(self, *, by: User) -> FulfilledDuty:
        papers = dict(self.cleaned_data)
        volumes = "、".join(papers.pop("volumes", ()))
        if volumes:
            papers["words"] = "\n".join(filter(None, (volumes, papers["words"])))
        return record_duty(designation=self.designation, duty=self.duty, by=by, **papers)


class RemovalForm(forms.Form):
    """Why a row is removed. `remove`: what a service does, given the reason and who asks."""

    reason = forms.CharField(max_length=300, label=_("Reason"))

    def __init__(self, *args, remove: Callable[..., Any], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.remove = remove

    def carry_out(self, *, by: User) -> None:
        self.remove(reason=self.cleaned_data["reason"], by=by)


def removal_of(fulfilled: FulfilledDuty) -> Callable[..., None]:
    """Return what removes this row, given `reason` and `by`."""

    def remove(*, reason: str, by: User) -> None:
        remove_duty(fulfilled=fulfilled, reason=reason, by=by)

    return remove


def words_of_marker(designation: Designation) -> str:
    """What the marker must say (实施条例 10), as far as the designation tells it; for an officer to complete."""
    decree = designation.decree
    announced_on = decree.announced_on if decree else None
    with override("zh-hans"):
        level = designation.get_level_display()
        day = f"{announced_on.year}年{announced_on.month}月{announced_on.day}日" if announced_on else ""
        body = str(decree.issued_by or decree.issued_by_words) if decree else ""
        name = designation.name_as_listed or designation.site.name_zh
        lines = {
            "级别": level,
            "名称": name,
            "公布机关": body,
            "公布日期": day,
            "立标机关": "",
            "立标日期": "",
        }
    return "\n".join(f"{label}：{value}" for label, value in lines.items())


def _zone(form: DutyForm, label, is_required: bool) -> forms.Field:
    zones = Zone.objects.filter(site=form.designation.site_id, kind=ZoneKind.PROTECTION)
    return forms.ModelChoiceField(zones, label=label, required=is_required)


def _day(form: DutyForm, label, is_required: bool) -> forms.Field:
    picker = forms.DateInput(attrs={"type": "date"})
    return forms.DateField(label=label, required=is_required, widget=picker)


def _line(form: DutyForm, label, is_required: bool) -> forms.Field:
    return forms.CharField(label=label, required=is_required, max_length=160)


def _text(form: DutyForm, label, is_required: bool) -> forms.Field:
    return forms.CharField(label=label, required=is_required, widget=forms.Textarea(attrs={"rows": 6}))


def _volumes(form: DutyForm, label, is_required: bool) -> forms.Field:
    choices = [(zh, in_current_language(zh, en)) for zh, en in VOLUMES]
    return forms.MultipleChoiceField(
        choices=choices, label=label, required=is_required, widget=forms.CheckboxSelectMultiple
    )


def _file(form: DutyForm, label, is_required: bool) -> forms.Field:
    return file_field(form.for_user, label, required=is_required)


FIELDS: dict[str, Callable[[DutyForm, Any, bool], forms.Field]] = {
    "zone": _zone,
    "done_on": _day,
    "body": _line,
    "words": _text,
    "volumes": _volumes,
    "file": _file,
}
