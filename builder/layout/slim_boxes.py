"""Keep only what is special of boxes that are laid out: a third of the memory of a long report.

Most boxes have no margins, padding, borders or limits to their size; WeasyPrint keeps some thirty such values in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, wraps
from itertools import product
from math import inf
from typing import Any

SIDES = ("top", "right", "bottom", "left")
CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
USUAL: dict[str, Any] = {
    **{f"{kind}_{side}": 0 for kind, side in product(("margin", "padding"), SIDES)},
    **{f"border_{side}_width": 0 for side in SIDES},
    **{f"border_{corner}_radius": (0, 0) for corner in CORNERS},
    **{
        f"{bound}_{axis}": limit
        for bound, limit in (("min", 0), ("max", inf))
        for axis in ("width", "height")
    },
    **dict.fromkeys(("first_letter_style", "first_line_style", "background")),
    **dict.fromkeys(("leading_collapsible_space", "trailing_collapsible_space"), False),
}
"""What most boxes have."""

LAST_LENGTH = "border_left_width"
"""A box that has it was laid out, or measured, and so has a value of its own for each length."""


Place = Mapping[int, Any] | None
"""Where a layout is resumed: the index of a child, and the place in it; None at the start, and after the end."""


@cache
def _slim_class(box_class: type) -> type:
    """Return a class of boxes that take from it what is usual, and are else like those of `box_class`."""

    def reset_spacing(box: Any, side: str) -> None:
        if not box.remove_decoration_sides:
            box.remove_decoration_sides = set()
        box_class._reset_spacing(box, side)  # type: ignore[attr-defined] # only boxes with children are asked to

    def copy_with_children(box: Any, children: Any) -> Any:
        copied = box.copy()
        copied.children = children
        box.__dict__.pop("remove_decoration_sides", None)
        return copied

    more = {"remove_decoration_sides": frozenset(), "is_slim": True}
    methods = {"_reset_spacing": reset_spacing, "copy_with_children": copy_with_children}
    return type(box_class.__name__, (box_class,), USUAL | more | methods)


def slim(box: Any) -> None:
    """Have a box that is laid out take from its class what is usual; nothing else of it changes."""
    own = box.__dict__
    if not getattr(box, "is_slim", False):
        if LAST_LENGTH not in own:
            return
        box.__class__ = _slim_class(box.__class__)
    if not own.get("remove_decoration_sides", True):
        del own["remove_decoration_sides"]
    box.__dict__ = {
        name: value
        for name, value in own.items()
        if name not in USUAL or value != USUAL[name] or type(value) is not type(USUAL[name])
    }


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 make the boxes of a page slim when the next one is laid out, and those they were made of.

    Why not those of the last page: short documents, such as slides, would take time for it and need no memory.
    """
    layout = weasyprint.layout
    original = layout.make_all_pages

    @wraps(original)
    def make_all_pages(context: Any, root: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        known, last = set(map(id, pages)), None
        for index, page in enumerate(original(context, root, html, pages)):
            if last is not None and id(last) not in known:
                _slim_below(last)
                start, stop = (context.page_maker[number][0] for number in (index - 1, index))
                _slim_between(root, start, stop)
            yield page
            last = page

    layout.make_all_pages = make_all_pages


def _slim_below(box: Any) -> None:
    """Make a box slim, and all that it holds."""
    slim(box)
    for child in box.children:
        _slim_below(getattr(child, "_box", child))


def _slim_between(box: Any, start: Place, stop: Place) -> None:
    """Make slim what is in a box between two places; those in a grid are not of its boxes."""
    first, above = next(iter(start.items())) if start else (0, None)
    last, below = next(iter(stop.items())) if stop else (len(box.children), None)
    for child in box.children[first:last]:
        _slim_below(child)
    if below and last < len(box.children):
        _slim_between(box.children[last], above if first == last else None, below)
