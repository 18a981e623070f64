"""Recognition 认定 of a site: where it stands, what may lawfully come next, its papers, its confirmation."""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage.forms.recognition import RecognitionStepForm
from heritage.lifecycles.identities import OPEN_RECOGNITIONS
from heritage.lifecycles.recognition import CENSUS
from heritage.lifecycles.recognition_term import last_working_day
from heritage.models import HeritageSite
from heritage.models.sites import Recognition
from heritage.viewsets.step_pages import (
    ConfirmStepView,
    StepFormView,
    StepsView,
    TakeBackView,
    step_urls,
)


class OfRecognition:
    model = HeritageSite
    address = page_of = "heritage_recognition"


class RecognitionView(OfRecognition, StepsView):
    page_title = _("Recognition")
    template_name = "heritage/recognition/recognition.html"

    def get_context_data(self, **kwargs) -> dict:
        told = Recognition(self.site.public_recognition)
        return {
            **super().get_context_data(**kwargs),
            "told": told.label if self.site.recognition_until_confirmed else "",
            "is_told_outside": self.site.live and not self.site.is_lead,
            "is_recognised": self.site.recognition == Recognition.RECOGNISED,
            "status_url": reverse("heritage_site_status", args=[self.site.pk]),
            "is_held": self.site.recognition in OPEN_RECOGNITIONS,
            "held_article": CENSUS,
            "term_days": settings.HERITAGE_RECOGNITION_DAYS,
            "due_on": self._due_on(),
        }

    def _due_on(self) -> date | None:
        """When the investigation is to end, where it runs and a term is set."""
        days = settings.HERITAGE_RECOGNITION_DAYS
        if not days or self.site.recognition != Recognition.INVESTIGATING:
            return None
        opened = self.course.moves.filter(subject=self.site, to_state=Recognition.INVESTIGATING).last()
        if opened is None:
            return None
        return last_working_day(opened.happened_on or timezone.localdate(opened.made_at), days)


class RecognitionStepView(OfRecognition, StepFormView):
    form_class = RecognitionStepForm


class RecognitionTakeBackView(OfRecognition, TakeBackView):
    pass


class RecognitionConfirmView(OfRecognition, ConfirmStepView):
    pass


def recognition_urls() -> list:
    return step_urls(
        "sites/<int:pk>/recognition/",
        page=RecognitionView,
        step=RecognitionStepView,
        take_back=RecognitionTakeBackView,
        confirm=RecognitionConfirmView,
    )
