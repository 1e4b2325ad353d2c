"""From the tree of a content file to its passages, in the order written."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.nodes import Mapping, Node, Scalar, Sequence
from builder.content.schema.one_kind import kinds_of
from builder.lint.passages import Passage, Role

_DOCUMENT = {
    "title": Role.TITLE,
    "subtitle": Role.TITLE,
    "abstract": Role.SUMMARY,
    "key-messages": Role.SUMMARY,
    "disclosure": Role.DISCLOSURE,
}
_CLAIM = {"statement": Role.CLAIM, "design": Role.CLAIM}
_SECTION = {"title": Role.HEADING, "headline": Role.HEADLINE, "notes": Role.NOTES}
_COMMON = {"title": Role.HEADING, "caption": Role.CAPTION, "notes": Role.NOTES, "alt": Role.ALT}
_CHART = {"note": Role.CAPTION, "x-title": Role.AXIS, "y-title": Role.AXIS, "sides": Role.AXIS}
_ITEM = {"title": Role.ITEM, "text": Role.ITEM, "date": Role.LABEL}
_WITHIN = {
    "points": {"text": Role.POINT},
    "steps": _ITEM,
    "cards": _ITEM,
    "timeline": _ITEM,
    "stats": {"value": Role.VALUE, "label": Role.LABEL},
    "callout": {"title": Role.HEADING, "text": Role.PROSE},
    "quote": {"text": Role.QUOTATION, "by": Role.LABEL},
}


def read_passages(root: Mapping) -> tuple[Passage, ...]:
    """Return every text of a content file that readers, listeners or the speaker meet; data files are left out."""
    claims = (passage for claim in _items(root, "claims") for passage in _of_keys(claim, _CLAIM, "", "", ""))
    return (*_of_keys(root, _DOCUMENT, "", "", ""), *claims, *_of_sections(root, "sections"))


def _of_keys(node: Node, roles: dict[str, Role], section: str, block: str, part: str) -> Iterator[Passage]:
    """Yield the texts of a mapping's keys, of lists under them too."""
    for entry in node.entries if isinstance(node, Mapping) else ():
        role = roles.get(entry.key.value)
        if role is not None:
            for scalar in _scalars(entry.value):
                yield Passage(role, scalar, section, block, part)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar) and not node.is_null:
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)


def _items(node: Node, key: str) -> tuple[Node, ...]:
    entry = node.find(key) if isinstance(node, Mapping) else None
    return entry.value.items if entry is not None and isinstance(entry.value, Sequence) else ()


def _of_sections(node: Node, path: str) -> Iterator[Passage]:
    for index, section in enumerate(_items(node, "sections")):
        here = f"{path}/{index}"
        yield from _of_keys(section, _SECTION, here, "", "")
        yield from _of_content(section, here, here)
        yield from _of_sections(section, f"{here}/sections")


def _of_content(node: Node, path: str, section: str) -> Iterator[Passage]:
    """Yield the texts of the blocks under `content`."""
    for index, block in enumerate(_items(node, "content")):
        if isinstance(block, Mapping):
            yield from _of_block(block, f"{path}/content/{index}", section)


def _of_block(block: Mapping, path: str, section: str) -> Iterator[Passage]:
    yield from _of_keys(block, _COMMON, section, path, "")
    for kind in kinds_of(block)[:1]:
        entry = block.find(kind)
        if entry is not None:
            yield from _of_kind(kind, entry.value, path, section)


def _of_kind(kind: str, value: Node, path: str, section: str) -> Iterator[Passage]:
    if kind in _WITHIN:
        yield from _of_parts(kind, value, path, section)
    elif kind == "text":
        yield from (Passage(Role.PROSE, scalar, section, path) for scalar in _scalars(value))
    elif kind == "chart":
        yield from _of_keys(value, _CHART, section, path, "")
    elif kind == "table":
        yield from _of_table(value, path, section)
    elif kind == "slide":
        yield from _of_keys(value, _COMMON, section, path, "")
        yield from _of_content(value, f"{path}/slide", section)
    elif isinstance(value, Sequence):
        for index, column in enumerate(value.items):
            yield from _of_content(column, f"{path}/columns/{index}", section)


def _of_parts(kind: str, value: Node, path: str, section: str) -> Iterator[Passage]:
    """Yield the texts of a block that is a list of items, or of a mapping of texts."""
    if isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            yield from _of_item(item, _WITHIN[kind], section, path, f"{path}/{index}")
    else:
        yield from _of_keys(value, _WITHIN[kind], section, path, "")


def _of_item(item: Node, roles: dict[str, Role], section: str, block: str, part: str) -> Iterator[Passage]:
    """Yield the texts of a point, a step or another item, and of the points below it."""
    if isinstance(item, Scalar):
        yield from (Passage(Role.POINT, scalar, section, block, part) for scalar in _scalars(item))
        return
    yield from _of_keys(item, roles, section, block, part)
    for point in _items(item, "points"):
        yield from _of_item(point, roles, section, block, part)


def _of_table(table: Node, path: str, section: str) -> Iterator[Passage]:
    for column in _items(table, "columns"):
        if isinstance(column, Scalar):
            yield from (Passage(Role.COLUMN, scalar, section, path) for scalar in _scalars(column))
        else:
            yield from _of_keys(column, {"title": Role.COLUMN}, section, path, "")
    for index, row in enumerate(_items(table, "rows")):
        part = f"{path}/{index}"
        for cell in row.items if isinstance(row, Sequence) else ():
            if isinstance(cell, Scalar):
                yield from (Passage(Role.CELL, scalar, section, path, part) for scalar in _scalars(cell))
            else:
                yield from _of_keys(cell, {"text": Role.CELL}, section, path, part)
