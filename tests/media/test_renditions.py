"""Derivatives hold the pixels and nothing of what the camera wrote: not where, not by whom."""

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images.models import Filter

from media.models import Photograph
from tests.factories import make_divisions
from tests.media.bad_files import DESCRIPTION, GPS, picture_with_place, upload

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary files of its renditions to be closed by the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(
    "derivation",
    ["original", "max-40x40", "width-20|format-jpeg", "fill-20x20|format-png", "width-20|format-webp"],
)
def test_no_derivative_says_where_a_photograph_was_taken(settings, tmp_path, kind, derivation):
    settings.MEDIA_ROOT = tmp_path
    content = picture_with_place(kind)
    assert b"zqxexif" in content
    file = ImageFile(upload(f"a.{kind.lower()}", content), name=f"a.{kind.lower()}")
    collection = make_divisions()["220202"].collection
    row = Photograph.objects.create(title="厂门", collection=collection, file=file)
    with row.create_rendition(Filter(derivation)).file.open() as derivative:
        found = derivative.read()
        derivative.seek(0)
        with Image.open(derivative) as shown:
            exif = shown.getexif()
            tags = (dict(exif), dict(exif.get_ifd(GPS)))
    assert (b"zqx" in found, tags) == (False, ({}, {}))


def test_the_master_keeps_what_the_camera_wrote(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = ImageFile(upload("a.jpg", picture_with_place()), name="a.jpg")
    collection = make_divisions()["220202"].collection
    row = Photograph.objects.create(title="厂门", collection=collection, file=file)
    with row.file.open() as master, Image.open(master) as shown:
        assert shown.getexif()[DESCRIPTION] == "zqxexif"
