"""The style sheet keeps its promises: size, contrast, two equal dark themes, nothing from elsewhere."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
CSS = (ROOT / "static/css/site.css").read_text(encoding="utf-8")
TEMPLATES = [
    path
    for path in (ROOT / "templates").rglob("*.html")
    if path.parts[len(ROOT.parts) + 1] not in {"wagtailadmin", "heritage"}
]

GZIP_BUDGET = 12_000
GROUNDS = ("paper", "sheet", "shade", "glass", "red-tint", "blue-tint")
# WCAG 2.2, 1.4.3 (text) and 1.4.11 (borders of controls).
LEAST = {"ink": 7.0, "ink-2": 4.5, "ink-3": 4.5, "red": 4.5, "blue": 4.5, "edge": 3.0}


def tokens(selector: str) -> dict[str, str]:
    block = re.search(re.escape(selector) + r"\s*\{([^}]*)\}", CSS)
    assert block, f"{selector} is missing"
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", block[1]))


LIGHT = tokens("  :root")
DARK_BY_CHOICE = tokens(':root[data-theme="dark"]')
DARK_BY_SYSTEM = tokens(':root:not([data-theme="light"])')


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_style_sheet_stays_small():
    assert len(gzip.compress(CSS.encode())) < GZIP_BUDGET


def test_the_dark_of_the_system_and_the_dark_of_the_reader_are_the_same():
    assert DARK_BY_SYSTEM == DARK_BY_CHOICE
    assert DARK_BY_CHOICE.keys() == LIGHT.keys()


@pytest.mark.parametrize("theme", [LIGHT, DARK_BY_CHOICE], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", LEAST)
def test_every_text_colour_is_readable_on_every_ground(theme, ground, token):
    assert contrast(theme[token], theme[ground]) >= LEAST[token]


@pytest.mark.parametrize("theme", [LIGHT, DARK_BY_CHOICE], ids=["light", "dark"])
def test_lettering_on_red_and_the_focus_ring_can_be_seen(theme):
    assert contrast(theme["on-red"], theme["red"]) >= 4.5
    assert contrast(theme["focus"], theme["paper"]) >= 3


def test_the_style_sheet_fetches_nothing():
    assert re.findall(r"url\(|@import", CSS) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_public_templates_have_no_inline_style_or_script_and_no_foreign_host(path):
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)|(?:src|href)=\"https?:", text) == []
