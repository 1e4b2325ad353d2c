"""The theme's layouts, as they are on the layouts of a reference deck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.deck.layouts import PLACEHOLDERS, find_layout
from builder.deck.model import LayoutPlaceholder, ParagraphStyle, PlaceholderKind, SlideLayout
from builder.deck.reference.brand import Brand
from builder.deck.reference.model import TEXTS, LevelStyle, ReferencePlaceholder
from builder.deck.reference.region import Region
from builder.deck.reference.regions import find_regions
from builder.deck.reference.rules import LINE

_INSIDE = {"main": ("body", "table", "chart", "picture")}
"""What of the vocabulary stands in a frame whose place a placeholder of the reference deck gives."""


def adapt_layouts(layouts: tuple[SlideLayout, ...], brand: Brand) -> tuple[SlideLayout, ...]:
    """Return the layouts with the placeholders of the reference deck that they go on, and with no others.

    A compact one has the styles of the one without: it is the same layout of the file, and slides say what differs.
    """
    own = {layout.name: layout for layout in layouts}
    return tuple(_adapt(layout, own, brand) for layout in layouts)


def _adapt(layout: SlideLayout, own: dict[str, SlideLayout], brand: Brand) -> SlideLayout:
    name = find_layout(layout.name)
    template = name.template if name else layout.name
    target = brand.layouts[template]
    regions = find_regions(template, target, brand.deck.size, compact=bool(name and name.compact))
    roomy = own.get(template, layout)
    styled = {placeholder.idx: placeholder for placeholder in roomy.placeholders}
    listed = next((one.levels for one in own["content"].placeholders if one.name == "Text"), ())
    placeholders = tuple(
        _placeholder(styled.get(one.idx, one), listed, region, region.source)
        for one in layout.placeholders
        for region in _filling(one, regions)
        if region.source
    )
    filled = [region.source.paint for region in regions if region.source and region.source.paint]
    return replace(
        layout,
        title=target.name,
        placeholders=placeholders,
        decorations=(),
        background=None,
        part=target.part,
        backdrop=tuple((one.rect, one.color) for one in (*target.backdrop, *filled)),
        colors=brand.deck.masters[target.master - 1].colors,
    )


def _filling(placeholder: LayoutPlaceholder, regions: tuple[Region, ...]) -> Iterator[Region]:
    """Yield the region that a placeholder of ours stands in, if the reference deck has one for it."""
    for region in regions:
        names = _INSIDE.get(region.name, (region.name,))
        if any(
            PLACEHOLDERS[name].idx == placeholder.idx for name in names if name in PLACEHOLDERS
        ) and _takes(placeholder, region.source):
            yield region
            return


def _takes(placeholder: LayoutPlaceholder, source: ReferencePlaceholder | None) -> bool:
    objects = {PlaceholderKind.TABLE: "tbl", PlaceholderKind.CHART: "chart", PlaceholderKind.PICTURE: "pic"}
    wanted = objects.get(placeholder.kind)
    return source is not None and (wanted is None or source.type == wanted)


def _placeholder(
    own: LayoutPlaceholder, listed: tuple[ParagraphStyle, ...], region: Region, source: ReferencePlaceholder
) -> LayoutPlaceholder:
    """Return a placeholder as the file has it; one for text has its bullets as `listed`, the styles of a list."""
    assert source.rect is not None  # a region has a place only by it
    levels = listed if source.type in TEXTS and listed else own.levels
    return replace(
        own,
        kind=PlaceholderKind(source.type),
        written_idx=source.idx,
        rect=source.rect,
        slide_rect=region.rect if region.moved else None,
        levels=tuple(_as_in_file(level, source.levels, number) for number, level in enumerate(levels)),
        insets=source.insets,
        anchor=source.anchor,
    )


def _as_in_file(style: ParagraphStyle, levels: tuple[LevelStyle, ...], number: int) -> ParagraphStyle:
    """Return a level with the sizes that the file gives it, so that slides say it where theirs are smaller."""
    own = levels[min(number, len(levels) - 1)]
    pitch_pt = own.line_pt or own.line_share * LINE * own.size_pt
    return replace(
        style,
        line_pitch_pt=round(pitch_pt, 2),
        space_before_pt=round(own.before_pt, 1),
        run=replace(style.run, size_pt=own.size_pt),
    )
