"""Documents that only rows of one site name go along with it: whoever reads the row reads them."""

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from heritage.models import (
    AnnualReport,
    Component,
    DesignationMove,
    DesignationPaper,
    Find,
    FulfilledDuty,
    HeritageSite,
    Intervention,
    InterventionMove,
    NominationMove,
    RecognitionMove,
)
from media.models import Attachment

Naming = tuple[type[Model], str]

#: Every relation to a document by which a row that follows a site names it, and the way to the site.
NAMING: dict[Naming, str] = {
    (Component, "receipt"): "site",
    (DesignationMove, "evidence"): "designation__site",
    (DesignationMove, "consent"): "designation__site",
    (DesignationPaper, "file"): "move__designation__site",
    (Intervention, "application"): "site",
    (InterventionMove, "report"): "subject__site",
    (InterventionMove, "approval"): "subject__site",
    (InterventionMove, "receipt"): "subject__site",
    (Find, "opinion"): "site",
    (FulfilledDuty, "file"): "designation__site",
    (NominationMove, "report"): "subject__site",
    (NominationMove, "approval"): "subject__site",
    (AnnualReport, "file"): "nomination__site",
    (RecognitionMove, "report"): "subject",
    (RecognitionMove, "approval"): "subject",
}


def relations_to_documents() -> list[Naming]:
    """Return every model of the inventory that names a document, with the field by which it does."""
    return [
        (model, field.name)
        for model in apps.get_app_config("heritage").get_models()
        for field in model._meta.fields
        if field.related_model is Attachment
    ]


def files_of_site_alone(site: HeritageSite, collection_id: int) -> QuerySet[Attachment]:
    """Return the documents of a collection that rows of the site name, and no row that stays behind."""
    of_site, elsewhere = Q(pk__in=()), Q(pk__in=())
    for model, field in relations_to_documents():
        rows = model._default_manager.exclude(**{field: None}).order_by()
        way = NAMING.get((model, field))
        if way is not None:
            of_site |= Q(pk__in=rows.filter(**{way: site.pk}).values(field))
            rows = rows.exclude(**{way: site.pk})
        elsewhere |= Q(pk__in=rows.values(field))
    return Attachment.objects.filter(of_site, ~elsewhere, collection=collection_id).order_by("pk")
