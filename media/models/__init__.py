from media.models.attachments import Attachment
from media.models.photographs import Photograph, Rendition

__all__ = ["Attachment", "Photograph", "Rendition"]
