"""What the training county stands on: its divisions, officers, sources, bodies, documents and decrees.

Each pair says whether an item of the file is there, and makes it.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from accounts.models import User
from heritage.exchange.reference import load_division
from heritage.models import Decree, Division, Organisation, Source
from heritage.services.naming_officers import Login, name_officer
from media.models import Attachment

Item = Mapping[str, Any]

PAPER_TEXT = "{title}\n\n练习用文件，内容虚构，不可引用。\nMade up for practice; not to be cited.\n"


def division_of(code: str) -> Division:
    """Return the training division of a code; never another, whatever the file says."""
    return Division.objects.current().get(code=code, is_training=True)


def person(username: str) -> User:
    return User.objects.get(username=username)


def is_division_there(item: Item) -> bool:
    return Division.objects.current().filter(code=item["code"], is_training=True).exists()


def make_division(item: Item) -> None:
    unknown = {"successor": "", "valid_from": "", "valid_to": ""}
    load_division({**unknown, **item}, Counter(), is_training=True)


def is_officer_there(item: Item) -> bool:
    """Whether somebody of that name works in the division; another's login is never taken over."""
    collection = division_of(item["division"]).collection
    works_there = User.objects.filter(groups__collection_permissions__collection=collection)
    return works_there.filter(username=item["username"]).exists()


def make_officer(item: Item) -> Login:
    return name_officer(
        username=item["username"],
        role=item["role"],
        division=division_of(item["division"]),
        full_name=item["full_name"],
    )


def is_source_there(item: Item) -> bool:
    return Source.objects.filter(key=item["key"]).exists()


def make_source(item: Item) -> None:
    values = {name: item[name] for name in ("key", "title", "reference", "basis", "confidence")}
    Source.objects.create(collection=division_of(item["division"]).collection, **values)


def is_body_there(item: Item) -> bool:
    return Organisation.objects.filter(name_zh=item["name_zh"]).exists()


def make_body(item: Item) -> None:
    values = {name: item[name] for name in ("name_zh", "name_en", "kind")}
    Organisation.objects.create(collection=division_of(item["division"]).collection, **values)


def document(key: str) -> Attachment:
    """Return the document that was made for a key of the file, whatever it is called now."""
    return Attachment.objects.filter(collection__division__is_training=True, tags__name=_tag(key)).earliest(
        "pk"
    )


def is_document_there(item: Item) -> bool:
    of_training = Attachment.objects.filter(collection__division__is_training=True)
    return of_training.filter(tags__name=_tag(item["key"])).exists()


def make_document(item: Item) -> None:
    row = Attachment(title=item["title"], collection=division_of(item["division"]).collection)
    row.file.save(
        f"training-{item['key']}.txt",
        ContentFile(PAPER_TEXT.format(title=item["title"]).encode()),
        save=True,
    )
    row.tags.add(_tag(item["key"]))


def _tag(key: str) -> str:
    return f"training-{key}"


def decree(item_key: str) -> Decree:
    """Return the decree that was made for a key of the file."""
    return Decree.objects.get(source__key=_source_key(item_key))


def is_decree_there(item: Item) -> bool:
    return Decree.objects.filter(source__key=_source_key(item["key"])).exists()


def make_decree(item: Item) -> None:
    """Make a decree, and a source of its own by which it is found again, whatever its number becomes."""
    collection = division_of(item["division"]).collection
    source = Source.objects.create(
        key=_source_key(item["key"]),
        title=item["title"],
        reference="练习用，不可引用",
        confidence="medium",
        collection=collection,
    )
    announced = item.get("announced_on", "")
    Decree.objects.create(
        collection=collection,
        source=source,
        title=item["title"],
        document_number=item.get("document_number", ""),
        authority=item.get("authority", ""),
        issued_by=Organisation.objects.get(name_zh=item["issued_by"]) if "issued_by" in item else None,
        issued_by_words=item.get("issued_by_words", ""),
        announced_on=date.fromisoformat(announced) if announced else None,
        announced_edtf=announced,
        file=document(item["file"]) if "file" in item else None,
        origin=item.get("origin", "announced"),
    )


def _source_key(key: str) -> str:
    return f"training-decree-{key}"
