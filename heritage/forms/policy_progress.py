"""A note on how a task comes along."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.widgets import AdminDocumentChooser

from accounts.models import User
from heritage.models import PolicyProgress, PolicyTask
from heritage.policies import readable
from heritage.services.noting_progress import note_progress
from media.models import Attachment


class ProgressForm(forms.Form):
    """The day for which it is told, the words, and a paper where there is one."""

    noted_on = forms.DateField(
        label=_("As of"), initial=timezone.localdate, widget=forms.DateInput(attrs={"type": "date"})
    )
    words = forms.CharField(label=_("Progress"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, task: PolicyTask, for_user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.task = task
        self.fields["file"] = forms.ModelChoiceField(
            queryset=readable(Attachment.objects.all(), for_user),
            label=_("File"),
            required=False,
            widget=AdminDocumentChooser(),
        )

    def clean_noted_on(self):
        """A note tells what is, not what will be."""
        noted_on = self.cleaned_data["noted_on"]
        if noted_on > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. Give the day as of which it is so."))
        return noted_on

    def carry_out(self, *, by: User) -> PolicyProgress:
        return note_progress(task=self.task, by=by, **self.cleaned_data)
