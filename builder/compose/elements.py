"""Pieces of HTML: elements, and text whose terms and ranges do not break."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from builder.compose.typography import EN_DASH, KNOWN_TEXTS, NO_BREAK_HYPHEN, PRIME

_RANGE = rf"\d[\d.,]*%?{EN_DASH}\d[\d.,]*%?"
_UNBREAKABLE = re.compile(rf"[\w.{PRIME}]+(?:{NO_BREAK_HYPHEN}[\w.]+)+|(?<!\w){_RANGE}")


def join(parts: Iterable[Markup]) -> Markup:
    """Return pieces of HTML as one."""
    return Markup("".join(parts))


def element(tag: str, content: Markup, **attributes: str) -> Markup:
    """Return an element; in the names of attributes `_` stands for `-`, and one at the end for nothing."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in attributes.items()
    )
    return Markup(f"<{tag}{written}>{content}</{tag}>")


@lru_cache(KNOWN_TEXTS)
def hold_together(text: str) -> Markup:
    """Return `text` with ranges, and terms that hold no-break hyphens, in `span.nobreak`, their hyphens plain.

    Why: a search for "CAR-NK" finds nothing where U+2011 is written, and few fonts have that character.
    """
    parts: list[Markup] = []
    end = 0
    for match in _UNBREAKABLE.finditer(text):
        parts.append(escape(text[end : match.start()]))
        parts.append(element("span", escape(match[0].replace(NO_BREAK_HYPHEN, "-")), class_="nobreak"))
        end = match.end()
    parts.append(escape(text[end:].replace(NO_BREAK_HYPHEN, "-")))
    return join(parts)
