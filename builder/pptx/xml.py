"""XML as text: every element is closed and every value escaped by construction.

Why: a slide has hundreds of elements, and joining strings is several times faster than building trees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NewType, TypeAlias

from builder.pptx.names import A, P, R

Xml = NewType("Xml", str)
Value: TypeAlias = str | int | bool | None

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
KNOWN_VALUES = 1_000
"""Values of attributes that are remembered: most are names, of which there are few."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def tag(name: str, /, *children: Xml | None, **attributes: Value) -> Xml:
    """Return the element `name` (with its prefix); None leaves a child or an attribute out."""
    written = [f' {key}="{_attribute(value)}"' for key, value in attributes.items() if value is not None]
    head = name + "".join(written)
    content = "".join([child for child in children if child])
    return Xml(f"<{head}>{content}</{name}>" if content else f"<{head}/>")


def text(value: str) -> Xml:
    """Return `value` as character data, without the characters that XML cannot hold."""
    return Xml(_NOT_XML.sub("", value).translate(_TEXT))


def join(parts: Iterable[Xml | None]) -> Xml:
    """Return the elements one after the other."""
    return Xml("".join(part for part in parts if part))


def document(root: Xml) -> bytes:
    """Return the bytes of a part whose root element is `root`."""
    return (_DECLARATION + root).encode("utf-8")


def presentation_part(name: str, /, *children: Xml | None, **attributes: Value) -> bytes:
    """Return the bytes of a part of PresentationML, the prefixes a, r and p declared."""
    return document(tag(name, *children, **{"xmlns:a": A, "xmlns:r": R, "xmlns:p": P}, **attributes))


def _attribute(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return str(int(value))
    return _quoted(value)


@lru_cache(KNOWN_VALUES)
def _quoted(value: str) -> str:
    return _NOT_XML.sub("", value).translate(_ATTRIBUTE)
