"""Photographs on a record: derivatives without metadata, credit, licence; the drawing where there is none."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django_tasks_db.models import DBTaskResult
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from wagtail.images.models import Filter

from catalogue.photograph_queue import make_public_derivatives
from heritage.models import HeritageSite, SitePhotograph
from media.models import Photograph
from media.picture_sizes import wanted_specs
from tests.factories import make_divisions, photograph, published_site

pytestmark = pytest.mark.django_db
LICENSED = {
    "licence": "cc-by-4.0",
    "credit": "王文物",
    "caption_zh": "机车库南面",
    "caption_en": "South front",
}


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def from_a_camera(site: HeritageSite, size=(900, 600), **values) -> Photograph:
    """A JPEG that says where it was taken, by whom and with what words, placed on a site."""
    exif = Image.Exif()
    exif[Base.Artist] = "zqxartist"
    exif[Base.ImageDescription] = "zqxdescription"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (43.0, 51.0, 12.34)
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSMapDatum] = "zqxdatum"
    content = BytesIO()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>zqxxmp</x:xmpmeta>"
    Image.new("RGB", size, "brown").save(content, "JPEG", exif=exif, comment="zqxcomment", xmp=xmp)
    assert content.getvalue().count(b"zqx") == 5
    row = Photograph.objects.create(
        title="zqxtitle",
        photographer="zqxphotographer",
        collection=site.collection,
        file=ImageFile(content, name="photograph.jpg"),
        **(LICENSED | values),
    )
    SitePhotograph.objects.create(site=site, photograph=row, sort_order=site.photographs.count())
    return row


def queued() -> list[list[int]]:
    """The photographs of each task that waits; other queues are not ours."""
    waiting = DBTaskResult.objects.filter(task_path=make_public_derivatives.module_path)
    return [result.args_kwargs["args"][0] for result in waiting]


def page_of(client, site, prefix=""):
    return client.get(f"{prefix}/sites/{site.number}/").content.decode()


def files_of(client, site):
    return [
        file
        for row in client.get(f"/sites/{site.number}.json").json()["photographs"]
        for file in row["files"]
    ]


def test_no_derivative_says_more_than_its_pixels(client, changyi):
    site = published_site(division=changyi)
    row = from_a_camera(site)
    row.create_rendition(Filter(spec="original"))
    assert make_public_derivatives.call([row.pk]) == 9
    for rendition in row.renditions.all():
        answer = client.get(rendition.url)
        body = b"".join(answer.streaming_content)
        with Image.open(BytesIO(body)) as image:
            assert (dict(image.getexif()), image.info.get("xmp"), b"zqx" in body) == ({}, None, False)


def test_derivatives_are_sent_with_their_type_and_asked_for_once(client, changyi):
    site = published_site(division=changyi)
    make_public_derivatives.call([from_a_camera(site).pk])
    for file in files_of(client, site):
        answer = client.get(file["url"])
        assert answer.headers["Content-Type"] == file["media_type"]
        assert answer.headers["Cache-Control"] == "public, no-cache"
        answer.close()
        again = client.get(file["url"], headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((300, 200), [400]),
        ((800, 600), [400, 800]),
        ((900, 600), [400, 800, 1600]),
        ((4000, 30), [400, 800, 1600]),
    ],
)
def test_derivatives_go_up_to_the_first_width_that_holds_the_photograph(size, widths):
    row = Photograph(width=size[0], height=size[1])
    assert wanted_specs(row) == [
        f"width-{width}|format-{format}" for width in widths for format in ("avif", "webp", "jpeg")
    ]


def test_a_record_shows_its_photograph_with_credit_and_licence_in_the_place_of_the_drawing(client, changyi):
    site = published_site(division=changyi)
    drawn = page_of(client, site)
    make_public_derivatives.call([from_a_camera(site).pk])
    chinese, english = page_of(client, site), page_of(client, site, "/en")
    assert ('class="sch' in drawn, "<picture>" in drawn) == (True, False)
    assert ('class="sch' in chinese, chinese.count("<picture>")) == (False, 1)
    for told in (
        'alt="机车库南面"',
        'width="900" height="600"',
        'type="image/avif"',
        'type="image/webp"',
        "王文物",
        'href="https://creativecommons.org/licenses/by/4.0/"',
    ):
        assert told in chinese
    assert 'alt="South front"' in english
    assert "zqx" not in chinese + english


def test_the_first_photograph_is_loaded_at_once_and_the_others_when_they_are_reached(client, changyi):
    site = published_site(division=changyi)
    pks = [from_a_camera(site, (300, 200)).pk for _count in range(3)]
    make_public_derivatives.call(pks)
    page = page_of(client, site)
    assert (page.count("<picture>"), page.count('loading="lazy"')) == (3, 2)


def test_a_photograph_without_a_caption_is_named_after_the_record(client, changyi):
    site = published_site(division=changyi, name_en="Roundhouse")
    make_public_derivatives.call([from_a_camera(site, (300, 200), caption_zh="", caption_en="").pk])
    assert 'alt="Photograph of Roundhouse"' in page_of(client, site, "/en")


def test_the_twins_carry_photographs_with_licence_and_credit(client, changyi):
    site = published_site(division=changyi)
    row = from_a_camera(site, (300, 200))
    make_public_derivatives.call([row.pk])
    jpeg = row.renditions.get(filter_spec="width-400|format-jpeg")
    (told,) = client.get(f"/sites/{site.number}.json").json()["photographs"]
    assert told | {"files": len(told["files"])} == {
        "kind": "photo",
        "caption": "机车库南面",
        "caption_en": "South front",
        "taken_on": None,
        "credit": "王文物",
        "licence": "cc-by-4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "files": 3,
    }
    (image,) = client.get(f"/sites/{site.number}.jsonld").json()["image"]
    assert (image["contentUrl"].endswith(jpeg.url), image["creditText"], image["license"]) == (
        True,
        "王文物",
        "https://creativecommons.org/licenses/by/4.0/",
    )


@pytest.mark.parametrize("values", [{"licence": "none"}, {"credit": ""}])
def test_without_licence_or_credit_nothing_of_a_photograph_is_told(client, changyi, values):
    site = published_site(division=changyi)
    row = from_a_camera(site, (300, 200), **values)
    row.create_rendition(Filter(spec="width-400|format-jpeg"))
    assert make_public_derivatives.call([row.pk]) == 0
    told = client.get(f"/sites/{site.number}.json").json()["photographs"]
    page = page_of(client, site)
    assert (told, "<picture>" in page, "机车库南面" in page) == ([], False, False)
    assert client.get(row.renditions.get().url).status_code == 404


def test_publishing_a_record_queues_its_derivatives_once(changyi, django_capture_on_commit_callbacks):
    site = published_site(division=changyi)
    row = from_a_camera(site)
    DBTaskResult.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        HeritageSite.objects.get(pk=site.pk).save_revision().publish()
    assert queued() == [[row.pk]]
    make_public_derivatives.call([row.pk])
    DBTaskResult.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        HeritageSite.objects.get(pk=site.pk).save_revision().publish()
    assert queued() == []


def test_a_licence_given_later_queues_the_derivatives_and_announces_the_record(
    index, client, changyi, django_capture_on_commit_callbacks
):
    site = published_site(division=changyi)
    row = photograph("后来许可", site.collection, on=site)
    index()
    counted = client.get("/search.json", {"has": "photograph"}).json()["total"]
    row.licence, row.credit = "cc0-1.0", "王文物"
    with django_capture_on_commit_callbacks(execute=True):
        row.save()
    index()
    assert queued() == [[row.pk]]
    assert (counted, client.get("/search.json", {"has": "photograph"}).json()["total"]) == (0, 1)


def test_a_photograph_that_cannot_be_read_leaves_the_drawing(client, changyi):
    site = published_site(division=changyi)
    row = from_a_camera(site)
    row.file.storage.delete(row.file.name)
    assert make_public_derivatives.call([row.pk]) == 0
    assert 'class="sch' in page_of(client, site)


@pytest.mark.parametrize("count", [1, 6])
def test_photographs_need_a_constant_number_of_queries(client, changyi, django_assert_max_num_queries, count):
    site = published_site(division=changyi)
    make_public_derivatives.call([from_a_camera(site, (300, 200)).pk for _number in range(count)])
    with django_assert_max_num_queries(20):
        assert page_of(client, site).count("<picture>") == count
