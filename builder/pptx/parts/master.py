"""The slide master: colour map, background, placeholders and text styles (ECMA-376 part 1, 19.3.1.42)."""

from __future__ import annotations

from collections.abc import Mapping

from builder.deck.model import LayoutPlaceholder, ParagraphStyle, PlaceholderKind
from builder.pptx.canvas import Canvas
from builder.pptx.colors import COLOR_MAP
from builder.pptx.drawing.list_styles import complete_levels
from builder.pptx.drawing.numbering import ShapeNumbers
from builder.pptx.drawing.shapes import shape_tree
from builder.pptx.drawing.styles import all_levels, own_levels
from builder.pptx.parts.empty_placeholder import empty_placeholder
from builder.pptx.xml import Xml, join, presentation_part, tag

_MAPPED = {
    **{short: slot for slot, short in COLOR_MAP.items()},
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
}
_LINKS = {"hlink": "hlink", "folHlink": "folHlink"}
MASTER_BACKGROUND = tag("p:bg", tag("p:bgRef", tag("a:schemeClr", val="bg1"), idx=1001))
"""The first background fill of the theme (ECMA-376 part 1, 19.3.1.3), in its light colour."""

_FIRST_LAYOUT_ID = 2_147_483_649
"""Masters and layouts count together from 2**31 (ECMA-376 part 1, 19.7.13 and 19.7.14)."""


def master_part(
    placeholders: Mapping[PlaceholderKind, LayoutPlaceholder], layout_ids: list[str], canvas: Canvas
) -> bytes:
    """Return the master; `layout_ids` are the relationships to its layouts."""
    layouts = join(
        tag("p:sldLayoutId", id=number, **{"r:id": reference})
        for number, reference in enumerate(layout_ids, _FIRST_LAYOUT_ID)
    )
    return presentation_part(
        "p:sldMaster",
        tag("p:cSld", MASTER_BACKGROUND, shape_tree(_placeholders(placeholders, canvas))),
        color_map(),
        tag("p:sldLayoutIdLst", layouts),
        _text_styles(placeholders, canvas.monospace),
    )


def color_map() -> Xml:
    """Return which slot of the theme each colour of the slides is."""
    return tag("p:clrMap", **_MAPPED, **_LINKS)


def _placeholders(placeholders: Mapping[PlaceholderKind, LayoutPlaceholder], canvas: Canvas) -> Xml:
    numbers = ShapeNumbers(own.name for own in placeholders.values())
    return join(
        empty_placeholder(own, numbers.take(), canvas, _text_style(own)) for own in placeholders.values()
    )


def _text_styles(placeholders: Mapping[PlaceholderKind, LayoutPlaceholder], monospace: str) -> Xml:
    title, body = placeholders[PlaceholderKind.TITLE], placeholders[PlaceholderKind.BODY]
    return tag(
        "p:txStyles",
        tag("p:titleStyle", complete_levels(own_levels(title.levels), monospace)),
        tag("p:bodyStyle", complete_levels(own_levels(body.levels), monospace)),
        tag("p:otherStyle", complete_levels(all_levels(()), monospace)),
    )


def _text_style(own: LayoutPlaceholder) -> tuple[ParagraphStyle, ...]:
    """Return what a placeholder has from the master's text styles: title and body define theirs, the others do not."""
    defines = own.kind in (PlaceholderKind.TITLE, PlaceholderKind.BODY)
    return all_levels(own.levels if defines else ())
