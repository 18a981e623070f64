"""Setting Chinese names in type: the alias in brackets keeps together, no 厂 or 址 stands alone on a line."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString

register = template.Library()

_BEFORE_ALIAS = re.compile(r"(?=（)")


@register.filter
def set_name(name: str | Iterable[tuple[str, bool]]) -> SafeString:
    """A name, or its ``(text, is_mark)`` parts, as spans that wrap only where they must.

    >>> set_name("哈达湾水泥厂旧址（松江水泥厂）")
    '<span class="name">哈达湾水泥厂旧址</span><span class="name">（松江水泥厂）</span>'
    """
    spans = [""]
    for text, is_mark in [(name, False)] if isinstance(name, str) else name:
        for i, piece in enumerate(_BEFORE_ALIAS.split(text)):
            if spans[-1] and (i or piece.startswith("（")):
                spans.append("")
            if piece:
                spans[-1] += f"<mark>{escape(piece)}</mark>" if is_mark else escape(piece)
    return SafeString("".join(f'<span class="name">{span}</span>' for span in spans if span))
