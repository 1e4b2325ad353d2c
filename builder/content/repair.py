"""Mend a faulty node tree so that the rest of it can be read, and its faults be reported in the same run.

What is at fault is taken out; what is missing gets a stand-in. A block or section that goes keeps its id, so that
cross-references to it are not reported as well.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.content.nodes import Entry, Mapping, Node, Scalar, Sequence
from builder.content.places import Loc, find_steps
from builder.content.schema.one_kind import kinds_of
from builder.markup import map_line

STAND_IN = "…"
_WHOLE_BLOCK = ("table", "chart")
_LISTS = ("sections", "content")


def repair(root: Node, faults: Iterable[tuple[str, Loc]]) -> Node:
    """Return the tree without what the faults, as type and `loc`, complain of."""
    changes = {_widen(find_steps(root, loc)): kind == "missing" for kind, loc in faults}
    for steps in sorted(changes, key=_order, reverse=True):  # from the end, so that indices stay true
        root = _change(root, steps, missing=changes[steps])
    return root


def _order(steps: Loc) -> list[str]:
    return [str(step).zfill(9) for step in steps]


def _widen(steps: Loc) -> Loc:
    """Return the steps to the whole block where the fault is inside a table or chart, whose parts depend on another."""
    for index in range(len(steps) - 2):
        if steps[index] == "content" and steps[index + 2] in _WHOLE_BLOCK:
            return steps[: index + 2]
    return steps


def _change(node: Node, steps: Loc, *, missing: bool) -> Node:
    if not steps:
        return node
    first, rest = steps[0], steps[1:]
    if isinstance(node, Mapping) and isinstance(first, str):
        entry = node.find(first)
        if entry is None:
            return _add(node, first) if missing else node
        if not rest:
            changed = [e for e in node.entries if e is not entry]
            return Mapping(tuple(changed), node.span)
        replaced = Entry(entry.key, _change(entry.value, rest, missing=missing))
        return Mapping(tuple(replaced if e is entry else e for e in node.entries), node.span)
    if isinstance(node, Sequence) and isinstance(first, int) and first < len(node.items):
        before, item, after = node.items[:first], node.items[first], node.items[first + 1 :]
        kept = (_change(item, rest, missing=missing),) if rest else _empty(item)
        return Sequence(before + kept + after, node.span)
    return node


def _empty(item: Node) -> tuple[Node, ...]:
    """Return what is left of a list item that is at fault as a whole."""
    if not isinstance(item, Mapping):
        return ()
    kinds = kinds_of(item)
    if len(kinds) > 1:
        return (Mapping(tuple(e for e in item.entries if e.key.value not in kinds[1:]), item.span),)
    entry = item.find("id")
    if entry is None or not isinstance(entry.value, Scalar):
        return ()
    text = Entry(_stand_in("text", item), _stand_in(STAND_IN, item))
    return (Mapping((entry, text), item.span),)


def _add(mapping: Mapping, key: str) -> Mapping:
    start = mapping.span.start
    text = f"stand-in-{start.line}-{start.column}" if key == "id" else STAND_IN
    value: Node = Sequence((), mapping.span) if key in _LISTS else _stand_in(text, mapping)
    return Mapping((*mapping.entries, Entry(_stand_in(key, mapping), value)), mapping.span)


def _stand_in(value: str, node: Node) -> Scalar:
    start = node.span.start
    return Scalar(value, node.span, False, lambda: map_line(node.span.path, start.line, start.column))
