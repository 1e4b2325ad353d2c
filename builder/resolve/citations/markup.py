"""Carry the processor's formatting through plain text, and read it back as inlines.

The processor joins and cases strings; formatting travels in them as characters of the private use area,
one that opens and one that closes, which no author's text can contain (`without_marks`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from builder.model.inline import Emphasis, Inline, Inlines, Link, Strong, Subscript, Superscript, Text

_ITALIC, _BOLD, _RAISED, _LOWERED, _PLAIN, _LINK = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_CLOSE = "\ue00f"
_FIRST_LINK = 0xF0000  # of the supplementary private use area: the link's index, after _LINK
_MARKS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_TAGS = {
    re.compile(r"<(?:i|em)>(.*?)</(?:i|em)>", re.DOTALL): _ITALIC,
    re.compile(r"<(?:b|strong)>(.*?)</(?:b|strong)>", re.DOTALL): _BOLD,
    re.compile(r"<sup>(.*?)</sup>", re.DOTALL): _RAISED,
    re.compile(r"<sub>(.*?)</sub>", re.DOTALL): _LOWERED,
    re.compile(r"<(?:span|sc)[^>]*>(.*?)</(?:span|sc)>", re.DOTALL): _PLAIN,
}


def without_marks(text: str) -> str:
    """Return an author's text without private use characters."""
    return _MARKS.sub("", text)


def from_tags(text: str) -> str:
    """Return a CSL item's text with its HTML-like tags (CSL 1.0.2, appendix) as marks."""
    if "<" not in text:
        return text
    for tag, mark in _TAGS.items():
        text = tag.sub(rf"{mark}\1{_CLOSE}", text)
    return text


def linked(text: str, index: int) -> str:
    """Return text marked as the link with this index."""
    return f"{_LINK}{chr(_FIRST_LINK + index)}{text}{_CLOSE}"


def _marker(mark: str) -> Callable[[object], str]:
    return lambda text: f"{mark}{text}{_CLOSE}"


class Formatter:
    """The output format that the processor writes; names are its own."""

    preformat = staticmethod(str)
    Italic = Oblique = staticmethod(_marker(_ITALIC))
    Bold = staticmethod(_marker(_BOLD))
    Light = Underline = SmallCaps = staticmethod(_marker(_PLAIN))
    Superscript = staticmethod(_marker(_RAISED))
    Subscript = staticmethod(_marker(_LOWERED))


@dataclass(frozen=True, slots=True)
class Char:
    """A character with its formatting; `link` is an index or None."""

    text: str
    marks: frozenset[str] = frozenset()
    link: int | None = None


def read_marks(marked: str) -> list[Char]:
    """Return the characters of marked text; italics inside italics are upright (CSL 1.0.2, formatting)."""
    chars: list[Char] = []
    open_marks: list[str] = []
    link: int | None = None
    marks: frozenset[str] = frozenset()
    rest = iter(marked)
    for char in rest:
        if not _ITALIC <= char <= _CLOSE:
            chars.append(Char(char, marks, link))
            continue
        if char == _CLOSE:
            link = None if open_marks and open_marks.pop() == _LINK else link
        else:
            open_marks.append(char)
            link = ord(next(rest)) - _FIRST_LINK if char == _LINK else link
        marks = _effective(open_marks)
    return chars


def _effective(open_marks: list[str]) -> frozenset[str]:
    marks = {mark for mark in open_marks if mark in (_BOLD, _RAISED, _LOWERED)}
    if open_marks.count(_ITALIC) % 2:
        marks.add(_ITALIC)
    return frozenset(marks)


def to_inlines(chars: Iterable[Char], hrefs: list[str]) -> Inlines:
    """Return inlines; a link's index is its place in `hrefs`."""
    nodes: list[Inline] = []
    for link, group in groupby(chars, key=lambda char: char.link):
        content = _formatted(list(group), (_BOLD, _ITALIC, _RAISED, _LOWERED))
        nodes.extend(content if link is None else (Link(hrefs[link], content),))
    return tuple(nodes)


_NODES: dict[str, Callable[[Inlines], Inline]] = {
    _BOLD: Strong,
    _ITALIC: Emphasis,
    _RAISED: Superscript,
    _LOWERED: Subscript,
}


def _formatted(chars: list[Char], marks: tuple[str, ...]) -> Inlines:
    if not marks:
        return (Text("".join(char.text for char in chars)),)
    outer, inner = marks[0], marks[1:]
    nodes: list[Inline] = []
    for marked, group in groupby(chars, key=lambda char: outer in char.marks):
        content = _formatted(list(group), inner)
        nodes.extend((_NODES[outer](content),) if marked else content)
    return tuple(nodes)
