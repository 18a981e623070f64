"""For every kind of notice: shown here, mailed."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.models.notices import NoticeKind
from heritage.notices.choices import Choice, choices_of, choose

WAYS = (("in_cms", _("here")), ("by_mail", _("by e-mail")))


class NoticeChoicesForm(forms.Form):
    """Two boxes a kind, for one officer."""

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        chosen = choices_of(user)
        for kind in NoticeKind:
            for way, label in WAYS:
                self.fields[f"{kind.value}_{way}"] = forms.BooleanField(
                    required=False, label=f"{kind.label}：{label}", initial=getattr(chosen[kind], way)
                )

    @property
    def rows(self) -> Iterator[tuple[Any, list[forms.BoundField]]]:
        """The label of each kind with its boxes."""
        for kind in NoticeKind:
            yield kind.label, [self[f"{kind.value}_{way}"] for way, _label in WAYS]

    def save(self) -> None:
        for kind in NoticeKind.values:
            given = {way: self.cleaned_data[f"{kind}_{way}"] for way, _label in WAYS}
            choose(user=self.user, kind=kind, choice=Choice(**given))
