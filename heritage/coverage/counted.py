"""Which surveys count: the one rule behind gate G1, coverage, filters and dashboards."""

from django.db.models import Q, QuerySet

from heritage.models import Survey
from heritage.models.surveys import SurveyPurpose

#: A reviewer has confirmed it, and it was made before the plant was left.
COUNTED = Q(confirmed_on__isnull=False) & ~Q(purpose=SurveyPurpose.AFTER_RELOCATION)


def counted_surveys() -> QuerySet[Survey]:
    return Survey.objects.filter(COUNTED)
