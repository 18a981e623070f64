"""What may be told of a record, written down: the dataclasses of `heritage.disclosure` as JSON and back.

A dataclass is the list of its values, so a summary is the beginning of the whole. What is written stands as
long as the code that decided on it: any other disclosure, or another form, has another `FORM`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from heritage import disclosure
from heritage.models import Division

CODE = (Path(__file__), *sorted(Path(disclosure.__file__).parent.glob("*.py")))
FORM = sha256(b"\0".join(path.read_bytes() for path in CODE)).hexdigest()[:16]

Divisions = Mapping[int, Division]
Reader = Callable[[Any, Divisions], Any]


def write(record: object) -> str:
    """Return the JSON of a record; divisions are named by their primary keys."""
    return json.dumps(_values(record), ensure_ascii=False, separators=(",", ":"))


def read(kind: type, text: str, divisions: Divisions) -> Any:
    """Return the record, or its summary where `kind` is a class that it extends."""
    return _of_class(kind)(json.loads(text), divisions)


def _values(value: Any) -> Any:
    if is_dataclass(value):
        return [_values(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple | list):
        return [_values(item) for item in value]
    if isinstance(value, dict):
        return {key: _values(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value.pk if isinstance(value, Division) else value


@cache
def _of_class(kind: type) -> Reader:
    """Reads the list of the values of a dataclass or named tuple, and leaves out what stands behind them."""
    readers = [_reader(hint) for hint in get_type_hints(kind).values()]

    def read_values(values: list, divisions: Divisions) -> Any:
        return kind(
            *[
                value if reader is None or value is None else reader(value, divisions)
                for reader, value in zip(readers, values, strict=False)
            ]
        )

    return read_values


def _reader(hint: Any) -> Reader | None:
    """How a value of this type is read; None for what JSON has itself."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (hint,) = [choice for choice in get_args(hint) if choice is not NoneType]
        return _reader(hint)
    if origin is tuple:
        return _of_tuple(get_args(hint))
    if origin is dict:
        of_value = _reader(get_args(hint)[1])
        return of_value and (
            lambda found, divisions: {key: of_value(item, divisions) for key, item in found.items()}
        )
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        return _of_class(hint)
    return PLAIN_READERS[hint]


def _of_tuple(items: tuple[Any, ...]) -> Reader:
    of_item = _reader(items[0]) if items[1:] == (...,) else None
    if of_item is None:
        return lambda found, divisions: tuple(found)
    return lambda found, divisions: tuple([of_item(item, divisions) for item in found])


PLAIN_READERS: dict[type, Reader | None] = {
    str: None,
    int: None,
    float: None,
    bool: None,
    datetime: lambda found, divisions: datetime.fromisoformat(found),
    date: lambda found, divisions: date.fromisoformat(found),
    Division: lambda found, divisions: divisions[found],
}
