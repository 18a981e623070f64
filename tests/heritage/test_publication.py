"""What blocks a record of each kind from being published."""

import pytest

from heritage.models import (
    AreaCitation,
    Component,
    ComponentCitation,
    Enterprise,
    EnterpriseCitation,
    HeritageProject,
    IndustrialArea,
    ProjectCitation,
)
from heritage.models.records import Record
from heritage.publication import PublicationBlockedError, blockers
from tests.factories import SourceFactory, make_divisions

pytestmark = pytest.mark.django_db

CITATIONS = {
    Component: ComponentCitation,
    IndustrialArea: AreaCitation,
    Enterprise: EnterpriseCitation,
    HeritageProject: ProjectCitation,
}


@pytest.mark.parametrize("model", CITATIONS)
def test_a_record_needs_a_name_a_division_and_a_source(model):
    assert [blocker.field for blocker in blockers(model())] == ["name_zh", "division", "citations"]


@pytest.mark.parametrize(("basis", "expected"), [("sourced", []), ("own_knowledge", ["citations"])])
@pytest.mark.parametrize("model", CITATIONS)
def test_own_knowledge_is_no_source(model, basis, expected):
    division = make_divisions()["220202"]
    record = model(name_zh="哈达湾", division=division)
    record.citations = [CITATIONS[model](source=SourceFactory(basis=basis, collection=division.collection))]
    assert [blocker.field for blocker in blockers(record)] == expected


def test_an_incomplete_area_is_not_published():
    area = IndustrialArea(name_zh="哈达湾", slug="hadawan", division=make_divisions()["220202"])
    area.save()
    with pytest.raises(PublicationBlockedError) as caught:
        area.publish(area.save_revision())
    assert [blocker.field for blocker in caught.value.blockers] == ["citations"]
    area.refresh_from_db()
    assert area.live is False


def test_every_kind_of_record_has_rules():
    kinds = [model for model in Record.__subclasses__() if not model._meta.abstract]
    assert all(blockers(model()) for model in kinds)
