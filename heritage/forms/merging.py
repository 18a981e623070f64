"""The form of a merge: why, with whom, and whose value stands where both records have one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.forms.steps import reviewer_field
from heritage.merges.showing import shown
from heritage.merges.values import Choice, Group, differing
from heritage.models import HeritageSite, SiteMerge
from heritage.services.merging import merge_sites

PREFIX = "pick_"
LONGEST = 120  # characters of a value beside its button; all of it stands in the comparison


class MergeForm(forms.Form):
    """The kept record's value stands unless another is chosen; the other stays in the merged record."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("How you know that the two records are about one thing."),
    )

    def __init__(self, *args, kept: HeritageSite, merged: HeritageSite, for_user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept
        self.merged = merged
        self.fields["second"] = reviewer_field(for_user, kept)
        drafts = (kept.get_latest_revision_as_object(), merged.get_latest_revision_as_object())
        for group in differing(*drafts):
            self.fields[f"{PREFIX}{group.key}"] = _choice(group, *drafts)

    def carry_out(self, *, by: User) -> SiteMerge:
        picks = {
            name.removeprefix(PREFIX): value
            for name, value in self.cleaned_data.items()
            if name.startswith(PREFIX)
        }
        return merge_sites(
            kept=self.kept,
            merged=self.merged,
            reason=self.cleaned_data["reason"],
            second=self.cleaned_data["second"],
            picks=picks,
            by=by,
        )


def _choice(group: Group, kept: HeritageSite, merged: HeritageSite) -> forms.ChoiceField:
    choices: list[tuple[str, Any]] = [
        (Choice.KEPT.value, _short(shown(kept, group))),
        (Choice.MERGED.value, _short(shown(merged, group))),
    ]
    if group.is_text:
        choices.append((Choice.BOTH.value, _("Both, one after the other")))
    return forms.ChoiceField(
        label=str(group.label),
        choices=choices,
        initial=Choice.KEPT.value,
        required=False,
        widget=forms.RadioSelect,
    )


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
