"""Answering a quality flag, and undoing a merge."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.models import QualityFlag, SiteMerge
from heritage.services.answering_flags import answer_flag
from heritage.services.undoing_merges import undo_merge


class AnswerForm(forms.Form):
    """Why the record is right as it is."""

    answer = forms.CharField(
        max_length=300,
        label=_("Why it is right as it is"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The flag stays answered as long as what it is about does not change."),
    )

    def __init__(self, *args, flag: QualityFlag, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.flag = flag
        self.initial = {"answer": flag.answer}

    def carry_out(self, *, by: User) -> QualityFlag:
        return answer_flag(flag=self.flag, by=by, **self.cleaned_data)


class UndoMergeForm(forms.Form):
    """Nothing to fill in: the button is the decision."""

    def __init__(self, *args, merge: SiteMerge, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.merge = merge

    def carry_out(self, *, by: User) -> SiteMerge:
        return undo_merge(merge=self.merge, by=by)
