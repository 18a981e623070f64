"""Confirming a survey: only then is it told outside, and from then on it is not altered."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry

from accounts.models import User
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.models import Survey

LOG_ACTION = "heritage.confirm_survey"
WRITING = ("wagtail.create", "wagtail.edit")


class SurveyNotConfirmedError(ValueError):
    """This user may not confirm this survey; the message says why."""


@transaction.atomic
def confirm_survey(*, survey: Survey, by: User) -> Survey:
    """Confirm what others saw. SurveyNotConfirmedError says why it is not open to this user."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    if reason := reason_not_to_confirm(survey, by):
        raise SurveyNotConfirmedError(reason)
    survey.confirmed_on, survey.confirmed_by = timezone.localdate(), by
    survey.save()
    log(instance=survey, action=LOG_ACTION, user=by, content_changed=False)
    return survey


def reason_not_to_confirm(survey: Survey, user: User) -> str | None:
    """Return why this user may not confirm the survey, None if they may."""
    if survey.confirmed_on is not None:
        return _("The survey is confirmed already.")
    if not holds(user, REVIEWING, survey.site):
        return _("A survey is confirmed by a reviewer of its division or of one above it.")
    wrote = log_registry.get_logs_for_instance(survey).filter(user=user, action__in=WRITING)
    return _("A reviewer other than who wrote it confirms a survey.") if wrote.exists() else None
