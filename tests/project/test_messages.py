"""Chinese first: every message has its Chinese, and the committed .mo is that of the .po."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.utils.translation import ngettext, override

from scripts.compile_messages import compiled
from scripts.dependency_messages import COMPLETING, DOMAINS, PACKAGES, key, lacking
from scripts.messages import OWN, ROOT, catalogues, messages_in_use, read

PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd]|\{\w*\}")
RUN = "run make messages"


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", catalogues(), ids=named)
def test_the_compiled_messages_are_current(path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == compiled(path), RUN


def test_every_message_of_code_and_templates_is_in_the_catalogue() -> None:
    known = {(message.id, message.context) for message in read(OWN)}
    assert [
        message.id for message in messages_in_use() if (message.id, message.context) not in known
    ] == [], RUN


def test_every_installed_package_with_messages_is_looked_at() -> None:
    packages = {app.name for app in apps.get_app_configs() if (Path(app.path) / "locale" / "en").is_dir()}
    assert packages - set(PACKAGES) == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_that_dependencies_have_in_english_only_is_in_ours(domain: str) -> None:
    known = {key(message) for message in read(COMPLETING[domain]) if message.id}
    assert [key(message) for message in lacking(domain) if key(message) not in known] == [], RUN


@pytest.mark.parametrize("path", catalogues(), ids=named)
def test_every_message_is_translated_and_none_is_a_guess(path: Path) -> None:
    open_ones = [m.id for m in read(path) if m.id and (m.fuzzy or not all(_strings(m.string)))]
    assert open_ones == []


@pytest.mark.parametrize("path", catalogues(), ids=named)
def test_a_translation_keeps_the_placeholders(path: Path) -> None:
    differing = [
        (message.id, string)
        for message in read(path)
        if message.id
        for string in _strings(message.string)
        if set(PLACEHOLDER.findall(_strings(message.id)[-1])) != set(PLACEHOLDER.findall(string))
    ]
    assert differing == []


def test_english_needs_no_catalogue_for_its_plurals() -> None:
    with override("en"):
        years = [
            ngettext("%(count)d year", "%(count)d years", count) % {"count": count} for count in (0, 1, 2)
        ]
    assert years == ["0 years", "1 year", "2 years"]


def _strings(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
