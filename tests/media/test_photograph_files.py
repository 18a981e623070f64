"""Which files are taken in as photographs and as documents, and what is said of those that are not."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from media.attachment_files import check_attachment
from media.photograph_files import check_photograph
from tests.media.bad_files import (
    BAD_ATTACHMENTS,
    BAD_PHOTOGRAPHS,
    GOOD_ATTACHMENTS,
    GOOD_PHOTOGRAPHS,
    archive,
    bomb,
    picture,
    upload,
)

#: An empty file is refused by the form's field, before it is looked at.
LOOKED_AT = {name: given for name, given in BAD_PHOTOGRAPHS.items() if name != "empty"}
PAPERS_LOOKED_AT = {name: given for name, given in BAD_ATTACHMENTS.items() if name != "empty"}

pytestmark = pytest.mark.filterwarnings("ignore:(Corrupt EXIF|Tag data larger):UserWarning")


def refusal(check, name: str, content: bytes) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        check(upload(name, content))
    return caught.value


@pytest.mark.parametrize(("name", "content", "code"), LOOKED_AT.values(), ids=LOOKED_AT)
def test_what_is_no_photograph_is_refused(name, content, code):
    assert refusal(check_photograph, name, content).code == code


@pytest.mark.parametrize(("name", "content"), GOOD_PHOTOGRAPHS.values(), ids=GOOD_PHOTOGRAPHS)
def test_a_photograph_is_taken_and_left_at_its_beginning(name, content):
    file = upload(name, content)
    check_photograph(file)
    assert file.read() == content


@pytest.mark.parametrize(("name", "content", "code"), PAPERS_LOOKED_AT.values(), ids=PAPERS_LOOKED_AT)
def test_what_is_no_document_is_refused(name, content, code):
    assert refusal(check_attachment, name, content).code == code


@pytest.mark.parametrize(("name", "content"), GOOD_ATTACHMENTS.values(), ids=GOOD_ATTACHMENTS)
def test_a_document_is_taken_and_left_at_its_beginning(name, content):
    file = upload(name, content)
    check_attachment(file)
    assert file.read() == content


def test_a_file_that_is_too_large_is_not_even_opened(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 100
    assert refusal(check_photograph, "a.jpg", b"x" * 101).code == "too_large"
    assert refusal(check_attachment, "a.pdf", b"x" * 101).code == "too_large"


@pytest.mark.parametrize(
    ("check", "name", "content", "sentence"),
    [
        (
            check_photograph,
            "现场.jpg",
            b"%PDF-1.7\n",
            "This is a PDF document, no photograph that can be taken in. Save it as JPEG or PNG.",
        ),
        (
            check_photograph,
            "现场.jpg",
            picture("PNG"),
            "This is a PNG picture, but its name ends in “.jpg”. Give it the right name.",
        ),
        (
            check_photograph,
            "现场.png",
            bomb(8000, 8000),
            "The picture has 64,000,000 pixels, at most 50,000,000 are taken in. Save it smaller.",
        ),
        (
            check_attachment,
            "批复.pdf",
            archive("a"),
            "The name ends in “.pdf”, but this is a ZIP archive. Give the right file or name.",
        ),
    ],
)
def test_a_refusal_says_what_was_found_and_what_to_do(check, name, content, sentence):
    with translation.override("en"):
        assert refusal(check, name, content).messages == [sentence]
