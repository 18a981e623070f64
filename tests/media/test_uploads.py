"""Bad files at every door through which officers give them: told at the field, and nothing is half-saved."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.urls import reverse
from wagtail.images.models import Filter
from wagtail.models import UploadedFile

from media.models import Attachment, Photograph
from tests.factories import make_divisions, officer, photograph
from tests.media.bad_files import BAD_ATTACHMENTS, BAD_PHOTOGRAPHS, GOOD_PHOTOGRAPHS, upload
from tests.officers import browser

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:(Corrupt EXIF|Tag data larger):UserWarning"),
]
#: Door → the address it posts to and the prefix of its fields.
PHOTOGRAPH_DOORS = {
    "single": ("wagtailimages:add", ""),
    "chooser": ("wagtailimages_chooser:create", "image-chooser-upload-"),
}
ATTACHMENT_DOORS = {
    "single": ("wagtaildocs:add", ""),
    "chooser": ("wagtaildocs_chooser:create", "document-chooser-upload-"),
}
SOME_BAD_PHOTOGRAPHS = ("empty", "page", "archive", "other picture", "cut off", "bomb", "animation")
SOME_BAD_ATTACHMENTS = ("empty", "program", "renamed page", "cut off")


@pytest.fixture
def storage(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def division(storage):
    return make_divisions()["220202"]


@pytest.fixture
def surveyor(division):
    return officer("surveyor", division)


def files_in(storage: Path) -> list[str]:
    """What was given; derivatives are made whenever somebody looks."""
    files = (path.relative_to(storage) for path in storage.rglob("*") if path.is_file())
    return sorted(str(path) for path in files if path.parts[0] != "images")


def stored(storage: Path) -> tuple[int, int, int, list[str]]:
    """Rows and files that are there."""
    rows = (model.objects.count() for model in (Photograph, Attachment, UploadedFile))
    return (*rows, files_in(storage))


def form_in(answer) -> BeautifulSoup:
    """The form that is shown again, as a page or within a chooser's answer."""
    is_chooser = answer["Content-Type"].startswith("application/json")
    return BeautifulSoup(answer.json()["htmlFragment"] if is_chooser else answer.content, "html.parser")


def error_at(form: BeautifulSoup, field: str) -> str:
    """What is said at a field; an empty text is no error."""
    return form.select_one(f"[data-contentpath={field}] .error-message").get_text(strip=True)


def values(division, prefix: str = "") -> dict:
    kept = {"title": "厂门", "kind": "photo", "licence": "none", "caption_zh": "南立面"}
    return {
        f"{prefix}{name}": value for name, value in {**kept, "collection": division.collection_id}.items()
    }


@pytest.mark.parametrize("door", PHOTOGRAPH_DOORS)
@pytest.mark.parametrize("bad", SOME_BAD_PHOTOGRAPHS)
def test_a_bad_photograph_is_told_at_its_field_and_the_rest_is_kept(surveyor, division, storage, door, bad):
    address, prefix = PHOTOGRAPH_DOORS[door]
    name, content, _code = BAD_PHOTOGRAPHS[bad]
    before = stored(storage)
    data = {**values(division, prefix), f"{prefix}file": upload(name, content)}
    answer = browser(surveyor).post(reverse(address), data)
    form = form_in(answer)
    assert answer.status_code == 200
    assert error_at(form, "file")
    assert form.select_one(f"[name={prefix}caption_zh]")["value"] == "南立面"
    assert stored(storage) == before


@pytest.mark.parametrize("door", ATTACHMENT_DOORS)
@pytest.mark.parametrize("bad", SOME_BAD_ATTACHMENTS)
def test_a_bad_document_is_told_at_its_field_and_the_rest_is_kept(surveyor, division, storage, door, bad):
    address, prefix = ATTACHMENT_DOORS[door]
    name, content, _code = BAD_ATTACHMENTS[bad]
    before = stored(storage)
    data = {**values(division, prefix), f"{prefix}file": upload(name, content)}
    answer = browser(surveyor).post(reverse(address), data)
    form = form_in(answer)
    assert answer.status_code == 200
    assert error_at(form, "file")
    assert form.select_one(f"[name={prefix}title]")["value"] == "厂门"
    assert stored(storage) == before


@pytest.mark.parametrize("bad", SOME_BAD_PHOTOGRAPHS)
def test_among_many_photographs_a_bad_one_is_told_and_not_kept(surveyor, division, storage, bad):
    name, content, _code = BAD_PHOTOGRAPHS[bad]
    before = stored(storage)
    data = {"files[]": upload(name, content), "collection": division.collection_id}
    answer = browser(surveyor).post(reverse("wagtailimages:add_multiple"), data)
    assert (answer.json()["success"], bool(answer.json()["error_message"])) == (False, True)
    assert stored(storage) == before


@pytest.mark.parametrize("bad", SOME_BAD_ATTACHMENTS)
def test_among_many_documents_a_bad_one_is_told_and_not_kept(surveyor, division, storage, bad):
    name, content, _code = BAD_ATTACHMENTS[bad]
    before = stored(storage)
    data = {"files[]": upload(name, content), "collection": division.collection_id}
    answer = browser(surveyor).post(reverse("wagtaildocs:add_multiple"), data)
    assert (answer.json()["success"], bool(answer.json()["error_message"])) == (False, True)
    assert stored(storage) == before


@pytest.mark.parametrize("good", GOOD_PHOTOGRAPHS)
def test_a_good_photograph_is_stored_once_and_can_be_shown(surveyor, division, storage, good):
    name, content = GOOD_PHOTOGRAPHS[good]
    answer = browser(surveyor).post(
        reverse("wagtailimages:add"), {**values(division), "file": upload(name, content)}
    )
    assert answer.status_code == 302
    row = Photograph.objects.get()
    with row.create_rendition(Filter("max-40x40|format-webp")).file.open() as derivative:
        assert derivative.read(4) == b"RIFF"
    assert len(files_in(storage)) == 1


def test_a_bad_file_in_place_of_a_good_one_leaves_the_good_one(surveyor, division, storage):
    row = photograph("厂门", division.collection, uploaded_by_user=surveyor)
    before = stored(storage)
    name, content, _code = BAD_PHOTOGRAPHS["cut off"]
    data = {**values(division), "file": upload(name, content)}
    answer = browser(surveyor).post(reverse("wagtailimages:edit", args=[row.pk]), data)
    assert (answer.status_code, bool(error_at(form_in(answer), "file"))) == (200, True)
    row.refresh_from_db()
    assert default_storage.exists(row.file.name)
    assert stored(storage) == before


def test_a_photograph_that_wants_no_new_file_keeps_its_own(surveyor, division, storage):
    row = photograph("厂门", division.collection, uploaded_by_user=surveyor)
    before = stored(storage)
    answer = browser(surveyor).post(reverse("wagtailimages:edit", args=[row.pk]), values(division))
    assert answer.status_code == 302
    assert (Photograph.objects.get().caption_zh, stored(storage)) == ("南立面", before)


def test_the_limits_are_told_before_a_file_is_chosen(surveyor, division):
    page = browser(surveyor).get(reverse("wagtailimages:add")).content.decode()
    assert "20.0" in page
