"""Mend what rules can mend, in the text of the content file: every other character stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.content.nodes import Mapping, Node, Scalar, Sequence
from builder.content.parse import parse
from builder.content.source import Source
from builder.diagnostics import Span
from builder.lint.finding import Edit

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a file that was changed, as it read and as it reads now."""

    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's text after its changes."""

    text: str
    changes: tuple[Change, ...]


def apply_edits(text: str, path: str, root: Node, edits: Iterable[Edit]) -> Fixed:
    """Return the text of a content file with all edits that keep its YAML what it was.

    `root` is the tree of `text`. The result is parsed again: if anything but the edited characters of the edited
    values has changed, halves of the edits are tried, down to the one that does harm, which is left out.
    """
    file = _File(text, path)
    wanted = _without_overlaps(placed for edit in edits if (placed := file.place(edit)) is not None)
    kept = _harmless(file, root, wanted)
    return file.changed(kept if file.keeps_tree(root, kept) else [])


def _harmless(file: _File, root: Node, placed: list[_Placed]) -> list[_Placed]:
    """Return the edits that keep the tree what it should be."""
    if not placed or file.keeps_tree(root, placed):
        return placed
    half = len(placed) // 2
    return [*_harmless(file, root, placed[:half]), *_harmless(file, root, placed[half:])] if half else []


@dataclass(frozen=True, slots=True)
class _Placed:
    """An edit, the offsets of its characters in the file, and what is written there."""

    edit: Edit
    span: Span
    start: int
    end: int
    written: str


class _File:
    """The text of a file, with any line ends, and where its lines begin."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, edit: Edit) -> _Placed | None:
        """Return where an edit's characters stand; None where they are not written as they read."""
        value = edit.scalar.value
        span = edit.scalar.find_map().locate(edit.start, edit.end)
        start = self._lines[span.start.line - 1] + span.start.column - 1
        end = self._lines[span.end.line - 1] + span.end.column - 1
        written = self.text[start:end].replace('\\"', '"').replace("''", "'")
        if _folded(written) != _folded(value[edit.start : edit.end]):
            return None
        return _Placed(edit, span, start, end, self._escape(edit))

    def _escape(self, edit: Edit) -> str:
        """Return the replacement as it is written in a scalar of the kind that the edit is in."""
        at = edit.scalar.span.start
        quote = self.text[self._lines[at.line - 1] + at.column - 1 :][:1]
        if quote == "'" and not edit.scalar.plain:
            return edit.replacement.replace("'", "''")
        if quote == '"' and not edit.scalar.plain:
            return edit.replacement.replace("\\", "\\\\").replace('"', '\\"')
        return edit.replacement

    def keeps_tree(self, root: Node, placed: list[_Placed]) -> bool:
        """Return whether the file with these edits has the tree that it should have."""
        text = _LINE_END.sub("\n", self.changed(placed).text)
        parsed = parse(Source.from_text(self.path, text))
        return parsed.value is not None and _values(parsed.value) == _values(root, _edited(placed))

    def changed(self, placed: list[_Placed]) -> Fixed:
        """Return the text with these edits, which are in order."""
        parts: list[str] = []
        at = 0
        for one in placed:
            parts += [self.text[at : one.start], one.written]
            at = one.end
        changes = tuple(Change(one.span, self.text[one.start : one.end], one.written) for one in placed)
        return Fixed("".join((*parts, self.text[at:])), changes)


def _folded(text: str) -> str:
    """Return `text` with any white space as one space: a line break within a value is written in many ways."""
    return re.sub(r"\s+", " ", text)


def _without_overlaps(placed: Iterable[_Placed]) -> list[_Placed]:
    kept: list[_Placed] = []
    for one in sorted(placed, key=lambda one: (one.start, one.end)):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


def _edited(placed: list[_Placed]) -> dict[tuple[int, int], str]:
    """Return the values as they should be, by the line and column of their scalars."""
    values: dict[tuple[int, int], str] = {}
    for one in reversed(placed):
        edit, at = one.edit, one.edit.scalar.span.start
        value = values.get((at.line, at.column), edit.scalar.value)
        values[at.line, at.column] = value[: edit.start] + edit.replacement + value[edit.end :]
    return values


def _values(node: Node, edited: dict[tuple[int, int], str] | None = None) -> list[object]:
    """Return a tree as a flat list: its brackets, and its values as they are or as they were edited."""
    return list(_walk(node, edited or {}))


def _walk(node: Node, edited: dict[tuple[int, int], str]) -> Iterator[object]:
    match node:
        case Scalar(value=value, span=span, plain=plain):
            yield plain, edited.get((span.start.line, span.start.column), value)
        case Sequence(items=items):
            yield "["
            for item in items:
                yield from _walk(item, edited)
            yield "]"
        case Mapping(entries=entries):
            yield "{"
            for entry in entries:
                yield from _walk(entry.key, {})
                yield from _walk(entry.value, edited)
            yield "}"
