"""What stands in the flow of the report: paragraphs, lists, headings and blocks, before they are laid out and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

FRAMES = frozenset({"html", "body", "main", "section"})
FRAME_CLASSES = frozenset({"text", "points"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, list, heading or block in the flow.

    Attributes:
        box: WeasyPrint's. parent: that whose child it is.
        begun: whether its beginning stands on an earlier page.
    """

    box: Any
    parent: Any
    begun: bool = False

    @property
    def element(self) -> Any:
        return self.box.element

    @property
    def is_figure(self) -> bool:
        """Whether it may stand behind text that follows it."""
        return self.element.tag == "figure" or self.is_turned

    @property
    def is_turned(self) -> bool:
        """Whether it has landscape pages of its own."""
        return "landscape" in _classes(self.element)

    @property
    def opens(self) -> bool:
        """Whether something must follow it on the same page: it is a heading, the line below one, or leads in."""
        return self.element.tag in HEADINGS or not {"headline", "lead-in"}.isdisjoint(_classes(self.element))

    def counts_like(self, other: Unit) -> bool:
        """Whether both are numbered in one order, which must not change."""
        tables = [unit.is_turned or "table" in _classes(unit.element) for unit in (self, other)]
        return self.is_figure and other.is_figure if not any(tables) else all(tables)


def iter_units(box: Any, path: Sequence[int] = ()) -> Iterator[Unit]:
    """Yield what stands in the flow below `box`, a page or a frame, in order, from the box at `path` on.

    A path is of indices: the first is that of a child, the next that of its child.
    """
    start, *rest = path or (0,)
    for index, child in enumerate(getattr(box, "children", ())[start:], start):
        if child.element is None or not child.is_in_normal_flow():
            continue
        below = rest if index == start else ()
        if _is_frame(child):
            yield from iter_units(child, below)
        else:
            yield Unit(child, box, begun=bool(below))


class FlowOrder:
    """The order of boxes in the flow, changed for the sake of `figures`, and changed back."""

    def __init__(self, figures: Sequence[Unit]) -> None:
        self.figures = figures
        self._parents = [figure.parent for figure in figures]
        self._before: list[tuple[Any, Any]] = []

    def put(self, parent: Any, index: int) -> None:
        """Put the figures among the children of `parent`, before the one with this index, or behind the last."""
        boxes = [figure.box for figure in self.figures]
        following = [child for child in parent.children[index:] if child not in boxes]
        for old in (*self._parents, parent):
            self._change(old, [child for child in old.children if child not in boxes])
        at = len(parent.children) - len(following)
        self._change(parent, [*parent.children[:at], *boxes, *following])
        self._parents = [parent]

    def undo(self) -> None:
        """Put all boxes where they were."""
        while self._before:
            parent, children = self._before.pop()
            parent.children = children

    def _change(self, parent: Any, children: list[Any]) -> None:
        self._before.append((parent, parent.children))
        parent.children = children


def _is_frame(box: Any) -> bool:
    """Return whether what is in a box stands in the flow: not in columns, a grid or a table, which go on otherwise."""
    columns = {box.style["column_count"], box.style["column_width"]}
    if type(box).__name__ != "BlockBox" or columns != {"auto"}:
        return False
    return box.element_tag in FRAMES or not FRAME_CLASSES.isdisjoint(_classes(box.element))


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()
