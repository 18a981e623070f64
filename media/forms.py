"""The forms in which officers give files: one at a time, many at a time, and within a chooser."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from media.attachment_files import AttachmentFileField
from media.photograph_files import PhotographFileField


class PhotographForm(BaseImageForm):
    """Wagtail's form of an image with our check of its file."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if given := self.fields.get("file"):
            self.fields["file"] = PhotographFileField(
                label=given.label, required=given.required, widget=given.widget
            )


class AttachmentForm(BaseDocumentForm):
    """Wagtail's form of a document with our check of its file."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if given := self.fields.get("file"):
            self.fields["file"] = AttachmentFileField(
                label=given.label, required=given.required, widget=given.widget
            )
