"""Rows for tests. Named states say what a row is: `published_site()`, `lead()`, `officer(role, division)`."""

from collections import Counter
from datetime import date
from io import BytesIO

import factory
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from factory.django import DjangoModelFactory
from PIL import Image
from wagtail.models import Collection, Workflow

from accounts.models import User
from heritage.exchange.reference import load_approval_workflow
from heritage.models import Division, HeritageSite, SiteCitation, SiteName, SitePhotograph, Source
from heritage.models.divisions import DivisionLevel
from heritage.models.sites import Recognition
from heritage.services.appointing import appoint
from media.models import Attachment, Photograph

#: Codes and names of GB/T 2260, from the widest to the narrowest.
DIVISIONS = (
    ("220000", "吉林省", "Jilin Province", DivisionLevel.PROVINCE, None),
    ("220200", "吉林市", "Jilin City", DivisionLevel.CITY, "220000"),
    ("220202", "昌邑区", "Changyi District", DivisionLevel.COUNTY, "220200"),
    ("220300", "四平市", "Siping City", DivisionLevel.CITY, "220000"),
    ("220303", "铁东区", "Tiedong District", DivisionLevel.COUNTY, "220300"),
)


class DivisionFactory(DjangoModelFactory):
    """A county unless told otherwise; its collection is made below that of its parent."""

    class Meta:
        model = Division

    code = factory.Sequence(lambda number: f"{229000 + number:06d}")
    name_zh = factory.Sequence(lambda number: f"测试{number}区")
    name_en = factory.Sequence(lambda number: f"Test District {number}")
    parent = None
    level = factory.LazyAttribute(lambda row: DivisionLevel.COUNTY if row.parent else DivisionLevel.PROVINCE)
    collection = factory.LazyAttribute(lambda row: add_collection(f"{row.code} {row.name_zh}", row.parent))


class UserFactory(DjangoModelFactory):
    """Somebody who can sign in and holds no role; tests sign in with `client.force_login`."""

    class Meta:
        model = User

    username = factory.Sequence(lambda number: f"user{number}")
    full_name = factory.Sequence(lambda number: f"人员{number}")
    password = "!"


class SourceFactory(DjangoModelFactory):
    """A published source that may stand behind a public statement."""

    class Meta:
        model = Source

    title = factory.Sequence(lambda number: f"吉林市志·工业志 {number}")
    reference = "https://example.org/gazetteer"
    basis = "sourced"
    confidence = "medium"


class SiteFactory(DjangoModelFactory):
    """A complete draft: nothing blocks its publication. `division` is needed."""

    class Meta:
        model = HeritageSite
        skip_postgeneration_save = True  # the citation is a row of its own

    name_zh = factory.Sequence(lambda number: f"第{number}机械厂旧址")
    name_en = factory.Sequence(lambda number: f"Former Machine Works No. {number}")
    typed_coordinates = "126.55, 43.85"
    coordinate_system = "wgs84"
    longitude = 126.55
    latitude = 43.85
    uncertainty_m = 100
    period_text = "1933年"
    period_edtf = "1933"
    earliest_on = date(1933, 1, 1)
    latest_on = date(1933, 12, 31)
    description_zh = "红砖厂房，木屋架。"
    live = False

    @factory.post_generation
    def source(self, create, given, **kwargs):
        """Cite the given source, one of the site's own division by default, none for `source=False`."""
        if create and given is not False:
            source = given or SourceFactory(collection=self.division.collection)
            SiteCitation.objects.create(site=self, source=source, sort_order=0)


def make_divisions() -> dict[str, Division]:
    """Make Jilin with two cities and a district of each; keyed by code."""
    made: dict[str, Division] = {}
    for code, name_zh, name_en, level, parent in DIVISIONS:
        made[code] = DivisionFactory(
            code=code, name_zh=name_zh, name_en=name_en, level=level, parent=made.get(parent)
        )
    return made


def add_collection(name: str, parent: Division | None) -> Collection:
    """Add a collection below that of a division, or below the root."""
    above = parent.collection if parent else Collection.get_first_root_node()
    return Collection.objects.get(pk=above.pk).add_child(name=name)


def drafted_site(*, by: User | None = None, **values) -> HeritageSite:
    """A complete draft with its first revision, as the form leaves it."""
    site = SiteFactory(**values)
    site.save_revision(user=by)
    site.refresh_from_db()
    return site


def published_site(**values) -> HeritageSite:
    """A site that is public."""
    site = SiteFactory(**values)
    site.save_revision().publish()
    site.refresh_from_db()
    return site


def lead(**values) -> HeritageSite:
    """A lead: never public."""
    return SiteFactory(recognition=Recognition.CLUE, **values)


def name_of(site: HeritageSite, name: str, **values) -> SiteName:
    """Give a site another name."""
    return SiteName.objects.create(site=site, name=name, **values)


def officer(role: str, division: Division, **values) -> User:
    """An officer with one role in one division."""
    user = UserFactory(**values)
    appoint(user=user, role=role, division=division)
    return user


def approval_workflow() -> Workflow:
    """The workflow of three levels, as every installation has it."""
    load_approval_workflow(Counter())
    return HeritageSite.get_default_workflow()


def superuser(**values) -> User:
    """Somebody whom Wagtail lets do everything."""
    return UserFactory(is_superuser=True, **values)


def photograph(title: str, collection: Collection, *, on: HeritageSite | None = None, **values) -> Photograph:
    """A one-colour JPEG, placed on a site when one is given."""
    content = BytesIO()
    Image.new("RGB", (40, 30), "brown").save(content, "JPEG")
    file = ImageFile(content, name="photograph.jpg")
    row = Photograph.objects.create(title=title, collection=collection, file=file, **values)
    if on is not None:
        SitePhotograph.objects.create(site=on, photograph=row, sort_order=on.photographs.count())
    return row


def attachment(title: str, collection: Collection, **values) -> Attachment:
    """A short text document."""
    row = Attachment(title=title, collection=collection, **values)
    row.file.save("paper.txt", ContentFile(b"paper"), save=True)
    return row
