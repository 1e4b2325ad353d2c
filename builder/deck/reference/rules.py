"""The regions of a reference deck as rules of CSS, which come after the theme's own and win over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.deck.fit import SPARE_WIDTH
from builder.deck.model import Insets
from builder.deck.reference.model import LevelStyle, ReferenceLayout
from builder.deck.reference.region import Region
from builder.deck.reference.regions import find_regions
from builder.units import Length, Rect, Size

LINE = 1.22
"""Natural height of a line in font sizes: that of the fonts that text is measured with."""

COMPACT = 0.75
"""Share of a placeholder's own sizes that text is set in to fit, as presentation programs shrink it."""

TITLE_LETTERS = {"title": 80, "section": 60}
MOST_LETTERS = 95
"""How many letters a title must be able to have; where its own size is too large for them, it is set smaller."""

LEAST_TITLE_PT = 16.0
FOOTER_LETTERS, LEAST_FOOTER_PT = 60, 7.0
LETTER = 0.52
"""Width of a letter in font sizes, on average."""

REFERENCES_PT = 12.0
"""Size of the list of references, which is long, whatever the placeholder's own."""

FRAMES = ("main", "left", "right")
HIDDEN = ("kicker", "date", "footer", "slide-number")
"""What is not shown where the reference deck has no place for it."""


def reference_rules(matches: Mapping[str, ReferenceLayout], size: Size, spacing_em: float) -> str:
    """Return the style sheet for slides of `size`; `matches` are the layouts by the names of our templates.

    `spacing_em` is added to each letter, in font sizes, for fonts that can only be guessed at.
    """
    rules = ["section.slide { background: none !important }"]
    if spacing_em:
        rules.append(f"section.slide {{ letter-spacing: {spacing_em:.3f}em }}")
    for template, layout in matches.items():
        for compact in (False, True):
            regions = find_regions(template, layout, size, compact=compact)
            rules += (rule for region in regions for rule in _region(template, region, compact=compact))
        names = {region.name for region in regions}
        hidden = [
            f"section.on-{template} [data-placeholder='{name}']" for name in HIDDEN if name not in names
        ]
        rules.append(f"{', '.join(hidden)} {{ display: none }}")
    return "\n".join(rules)


def _region(template: str, region: Region, *, compact: bool) -> Iterator[str]:
    """Yield the rules of a region; those of compact layouts come later, and so win on them."""
    kind = "frame" if region.name in FRAMES else "placeholder"
    at = f"section{'.compact' * compact}.on-{template} [data-{kind}='{region.name}']"
    insets = region.source.insets if region.source else Insets()
    yield f"{at} {{ {_frame(region.rect, insets)} }}"
    if region.name == "main":
        yield f"{at} [data-placeholder] {{ position: static; width: 100% !important; min-height: 0 !important }}"
    if region.source is None:
        return
    levels = region.source.levels
    if region.name.endswith("title"):
        limit = _title_size(region, levels[0], TITLE_LETTERS.get(template, MOST_LETTERS))
        yield f"{at} {{ {_text(levels[0], limit)} }}"
        return
    inside = f"{at} [data-placeholder='body']" if region.name == "main" else at
    if region.name in ("footer", "slide-number"):
        letters = FOOTER_LETTERS if region.name == "footer" else 4
        yield f"{at} {{ {_text(levels[0], _title_size(region, levels[0], letters, LEAST_FOOTER_PT))} }}"
        return
    scale = REFERENCES_PT / levels[0].size_pt if template == "references" else COMPACT if compact else 1.0
    yield from _lists(inside, levels, min(scale, 1.0))


def _frame(rect: Rect, insets: Insets) -> str:
    """Return the declarations of a frame whose text keeps `insets`, and some of its measure spare."""
    measure = rect.width - insets.left - insets.right
    right = Length(round(insets.right + measure * SPARE_WIDTH))
    height = rect.height - insets.top - insets.bottom
    return (
        f"position: absolute !important; margin: 0 !important; left: {rect.x.px:.2f}px !important; "
        f"top: {Length(rect.y + insets.top).px:.2f}px !important; width: {rect.width.px:.2f}px !important; "
        f"height: {Length(max(height, 0)).px:.2f}px !important; min-height: 0 !important; "
        f"padding: 0 {right.px:.2f}px 0 {insets.left.px:.2f}px !important"
    )


def _text(level: LevelStyle, size_pt: float) -> str:
    line = level.line_pt or level.line_share * LINE * size_pt
    parts = [
        f"font-size: {size_pt:g}pt !important",
        f"line-height: {line:.2f}pt !important",
        f"font-weight: {700 if level.bold else 400} !important",
        *([f"color: #{level.color} !important"] if level.color else []),
        *(["letter-spacing: .15em !important"] if level.capitals else []),
    ]
    return "; ".join(parts)


def _lists(at: str, levels: tuple[LevelStyle, ...], scale: float) -> Iterator[str]:
    """Yield the rules of text and of list levels; spacing shrinks with the size, margins do not."""
    yield f"{at} {{ {_text(levels[0], _scaled(levels[0], scale))} }}"
    path, item, margin = at, at, 0
    for level in levels[:3]:
        path, item = f"{path} :is(ul, ol)", f"{item} li"
        indent = Length(max(0, level.margin - margin))
        margin = max(margin, level.margin)
        yield f"{path} {{ {_text(level, _scaled(level, scale))}; padding-left: {indent.pt:.2f}pt !important }}"
        yield f"{item} {{ padding-top: {level.before_pt * scale:.2f}pt !important }}"


def _scaled(level: LevelStyle, scale: float) -> float:
    return max(round(level.size_pt * scale, 1), min(level.size_pt, 12.0))


def _title_size(region: Region, level: LevelStyle, letters: int, least_pt: float = LEAST_TITLE_PT) -> float:
    """Return the largest size in whole points at which the place of a title or a footer holds `letters`."""
    insets = region.source.insets if region.source else Insets()
    width = Length(region.rect.width - insets.left - insets.right).pt
    height = Length(region.rect.height - insets.top - insets.bottom).pt * 0.95
    size_pt = level.size_pt
    while size_pt > least_pt:
        lines = int(height // (size_pt * LINE * level.line_share))
        if lines * int(width / (size_pt * LETTER)) >= letters:
            break
        size_pt -= 1
    return size_pt
