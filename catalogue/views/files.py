"""Photographs and documents. The storage has no address of its own: each file asks who is looking."""

from hashlib import blake2b
from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from wagtail.permissions import policy_registry

from catalogue.page_cache import PUBLIC
from heritage.disclosure import may_see_photograph
from media.models import Attachment, Rendition

# Not every machine's table of file endings knows them, and browsers are told not to guess.
MEDIA_TYPES = {".avif": "image/avif", ".webp": "image/webp"}
OFFICERS_ACTIONS = ["change", "choose", "view"]


def photograph_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send a derivative to the public when its record and licence allow it, else to its officers only."""
    rendition = get_object_or_404(Rendition.objects.select_related("image__collection"), pk=pk)
    is_public = may_see_photograph(rendition.image)
    if not is_public and not _is_its_officer(request, rendition.image):
        raise Http404
    return _send(request, rendition.file, is_public=is_public)


def attachment_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send a document to the officers of its collection."""
    attachment = get_object_or_404(Attachment.objects.select_related("collection"), pk=pk)
    if not _is_its_officer(request, attachment):
        raise Http404
    return _send(request, attachment.file, is_public=False, as_attachment=True)


def _is_its_officer(request: HttpRequest, file) -> bool:
    """Whether the user may work with files of this file's collection."""
    return policy_registry.get(file).user_has_any_permission_for_instance(
        request.user, OFFICERS_ACTIONS, file
    )


def _send(request: HttpRequest, file, *, is_public: bool, as_attachment: bool = False) -> HttpResponseBase:
    """Send a stored file, which never changes under its name; who has it already is told so."""
    try:
        etag = f'"{blake2b(f"{file.name} {file.size}".encode(), digest_size=16).hexdigest()}"'
        response = get_conditional_response(request, etag=etag) or _opened(file, as_attachment=as_attachment)
    except FileNotFoundError as error:
        raise Http404 from error
    response.headers["ETag"] = etag
    # As pages do: kept by the reader, asked for each time, so that nothing withdrawn is shown.
    response.headers["Cache-Control"] = PUBLIC if is_public else "private, no-store"
    return response


def _opened(file, *, as_attachment: bool) -> FileResponse:
    response = FileResponse(file.open("rb"), as_attachment=as_attachment)
    if media_type := MEDIA_TYPES.get(PurePath(file.name).suffix.lower()):
        response.headers["Content-Type"] = media_type
    return response
