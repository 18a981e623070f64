"""The seal of an entry: SHA-256 over its content and the seal of the entry before it."""

import hashlib
import json
from datetime import UTC
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from heritage.models import AuditEntry

#: What stands for the seal before the first entry.
GENESIS = "0" * 64
#: What is sealed, beside the moment. The key of the row is left out: it may differ in a copy.
SEALED = (
    "number",
    "user_id",
    "user_words",
    "action",
    "model",
    "object_id",
    "label",
    "collection_id",
    "data",
    "previous",
)


def seal_of(entry: AuditEntry) -> str:
    """Return the seal that the entry must bear, in hexadecimal; it reads nothing but the entry."""
    content = {name: getattr(entry, name) for name in SEALED}
    content["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(canonical(content)).hexdigest()


def canonical(content: Any) -> bytes:
    """Write JSON in the one way it is sealed: keys in order, no blanks, UTF-8."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()


def plain(value: Any) -> Any:
    """Return the value as every database gives it back: what is no JSON, and every fraction, as text."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder), parse_float=str)
