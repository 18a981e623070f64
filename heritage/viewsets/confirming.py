"""Confirming a survey, by one button on its screen."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from accounts.models import User
from heritage.models import Survey
from heritage.policies import may_read
from heritage.services.confirming_surveys import SurveyNotConfirmedError, confirm_survey


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm, or say why not; a foreign survey is refused before."""
    survey = get_object_or_404(Survey, pk=pk)
    if not may_read(request.user, survey):
        raise PermissionDenied
    try:
        confirm_survey(survey=survey, by=cast(User, request.user))
    except SurveyNotConfirmedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Confirmed."))
    return redirect(reverse(Survey.snippet_viewset.get_url_name("inspect"), args=[pk]))


def survey_urls() -> list:
    return [path("surveys/<int:pk>/confirm/", confirm, name="heritage_survey_confirm")]
