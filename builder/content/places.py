"""From pydantic's `loc` to the nodes of a content file."""

from __future__ import annotations

from typing import TypeAlias

from builder.content.nodes import Mapping, Node, Scalar, Sequence

Loc: TypeAlias = tuple[int | str, ...]

_TAGS = ("block:", "form:")


def find_steps(root: Node, loc: Loc) -> Loc:
    """Return `loc` without what is no step in the tree: tags of unions, and keys and indices of short forms.

    A key that is not in its mapping is a step only at the end: the key is missing there.
    """
    steps: list[int | str] = []
    node: Node | None = root
    for element in loc:
        if isinstance(node, Mapping) and isinstance(element, str):
            entry = node.find(element)
            if entry is None and element.startswith(_TAGS):
                continue
            steps.append(element)
            node = entry.value if entry is not None else None
        elif isinstance(node, Sequence) and isinstance(element, int) and element < len(node.items):
            steps.append(element)
            node = node.items[element]
    return tuple(steps)


def find_node(root: Node, steps: Loc) -> Node:
    """Return the node at `steps`, or the last one on the way that exists."""
    node = root
    for step in steps:
        if isinstance(node, Mapping) and isinstance(step, str):
            entry = node.find(step)
            if entry is None:
                return node
            node = entry.value
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return node


def find_key(root: Node, steps: Loc) -> Scalar | None:
    """Return the key that the last step names, if it is written."""
    if not steps or not isinstance(steps[-1], str):
        return None
    parent = find_node(root, steps[:-1])
    entry = parent.find(steps[-1]) if isinstance(parent, Mapping) else None
    return entry.key if entry is not None else None
