"""Put a plan on a layout that holds it: the layout's own size, its compact one, then a split over slides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from builder.compose.plan import SlidePlan
from builder.compose.slides import SlideComposer, SlideFace
from builder.compose.split import even_parts, may_cut, split_blocks
from builder.deck.fit import excess_height, excess_width, ink_of, room_bottom
from builder.deck.layouts import find_layout
from builder.diagnostics import Diagnostics
from builder.layout.boxes import Box, LaidOutPage
from builder.layout.slides import SlideLayouter
from builder.model.block import Block
from builder.units import Length

TOLERANCE = Length.from_pt(0.5)
"""Rounding of the layout engine; nothing that shows."""

WORDS_PER_SQUARE_INCH = 6.5
"""Rough measure of running text at a deck's sizes, for the advice in B601."""


@dataclass(frozen=True, slots=True)
class LaidOutSlide:
    """A face and its boxes, which fit."""

    face: SlideFace
    page: LaidOutPage


@dataclass(frozen=True, slots=True)
class _Overflow:
    """A frame whose content is too high or too wide, and by how much."""

    frame: Box
    height: Length
    width: Length


@dataclass(slots=True)
class SlideFiller:
    """Fits plans to layouts; one for a deck."""

    composer: SlideComposer
    layouter: SlideLayouter
    found: Diagnostics

    def fill(self, plan: SlidePlan) -> tuple[LaidOutSlide, ...]:
        """Return the slides that hold `plan`; none, with diagnostics, where that cannot be."""
        for layout in plan.layouts:
            attempt = self.lay_out(plan, layout)
            if attempt is None:
                return ()
            if not tuple(overflows(attempt.page)):
                return (attempt,)
        if plan.fallback:
            return tuple(slide for part in plan.fallback for slide in self.fill(part))
        return self._continue(plan)

    def _continue(self, plan: SlidePlan) -> tuple[LaidOutSlide, ...]:
        """Return `plan` over several slides: on its own layout, if the compact one needs as many."""
        compact = self._split(plan, plan.layouts[-1])
        if compact is None:
            return ()
        roomy = self._split(plan, plan.layouts[0], report=False) if len(plan.layouts) > 1 else None
        parts = roomy if roomy and len(roomy) <= len(compact) else compact
        return self._evened(plan, parts)

    def lay_out(self, plan: SlidePlan, layout: str, suffix: str = "") -> LaidOutSlide | None:
        """Return a plan laid out on a layout, whether it fits or not."""
        name = find_layout(layout)
        if name is None:
            span = plan.blocks[0].span if plan.blocks else None
            self.found.error("B604", f"there is no deck layout '{layout}'", span)
            return None
        face = SlideFace(plan, layout, name.template, name.compact, plan.title, suffix)
        html = self.composer.compose(face)
        return LaidOutSlide(face, self.layouter.lay_out(html)) if html is not None else None

    def lay_out_final(self, plan: SlidePlan, layout: str, suffix: str) -> tuple[LaidOutSlide, ...]:
        """Return a slide that fits, laid out again with a longer title; none where the title no longer fits."""
        slide = self.lay_out(plan, layout, suffix)
        if slide is None:
            return ()
        if tuple(overflows(slide.page)):
            self._report(plan, slide)
            return ()
        return (slide,)

    def _split(self, plan: SlidePlan, layout: str, *, report: bool = True) -> tuple[LaidOutSlide, ...] | None:
        """Return `plan` over as few slides of `layout` as hold it; None, with B601, where a piece is too big."""
        parts: list[LaidOutSlide] = []
        rest = plan
        while (slide := self.lay_out(rest, layout)) is not None:
            if not tuple(overflows(slide.page)):
                return (*parts, slide)
            cut = _find_cut(rest, slide.page)
            head, tail = split_blocks(rest.blocks, *cut) if cut else (rest.blocks, ())
            first = self.lay_out(replace(rest, blocks=head), layout) if cut else None
            if first is None or tuple(overflows(first.page)):
                if report:
                    self._report(rest, slide)
                return None
            parts.append(first)
            rest = replace(rest, blocks=tail, notes=(), anchors=())
        return None

    def _evened(self, plan: SlidePlan, parts: tuple[LaidOutSlide, ...]) -> tuple[LaidOutSlide, ...]:
        """Return the same number of slides with like shares, so that the last is not left with a single row."""
        shares = even_parts(plan, len(parts))
        if shares is None:
            return parts
        even: list[LaidOutSlide] = []
        for share, part in zip(shares, parts, strict=True):
            slide = self.lay_out(replace(part.face.plan, blocks=share), part.face.layout)
            if slide is None or tuple(overflows(slide.page)):
                return parts
            even.append(slide)
        return tuple(even)

    def _report(self, plan: SlidePlan, slide: LaidOutSlide) -> None:
        overflow = next(overflows(slide.page))
        words = round(overflow.height.inches * overflow.frame.content.width.inches * WORDS_PER_SQUARE_INCH)
        size = _text_size(overflow.frame)
        span = plan.blocks[0].span if plan.blocks else None
        compact = ", the size of the compact layout" if slide.face.compact else ""
        title = overflow.frame.attributes.get("data-placeholder", "").endswith("title")
        advice = f"cut about {max(1, words)} words" if overflow.height > 0 else "shorten or narrow it"
        if any(not block.continues for block in plan.blocks):
            advice += ", or remove 'continue: false' to let it run on to a second slide"
        self.found.error(
            "B601",
            "the title does not fit its slide" if title else "text does not fit its slide",
            span,
            label=f"needs {max(0.1, _needed_mm(overflow)):.1f} mm more {_direction(overflow)} at {size:g} pt{compact}",
            help=advice,
        )


def _text_size(frame: Box) -> float:
    """Return the size of the first text in a frame, in points."""
    first = next((box for box in frame.walk() if box.lines), frame)
    return first.style.text.size_pt


def _needed_mm(overflow: _Overflow) -> float:
    return overflow.height.mm if overflow.height > TOLERANCE else overflow.width.mm


def _direction(overflow: _Overflow) -> str:
    return "height" if overflow.height > TOLERANCE else "width"


def overflows(page: LaidOutPage) -> Iterator[_Overflow]:
    """Yield the frames of a slide whose content needs more room than they have."""
    for frame in _frames(page.root):
        height, width = excess_height(frame), excess_width(frame)
        if height > TOLERANCE or width > TOLERANCE:
            yield _Overflow(frame, height, width)


def _frames(box: Box) -> Iterator[Box]:
    """Yield the outermost boxes that a template gave a fixed place: frames, and placeholders outside of one."""
    if box.content.height and {"data-placeholder", "data-frame"} & box.attributes.keys():
        yield box
        return
    for child in box.boxes:
        yield from _frames(child)


def _find_cut(plan: SlidePlan, page: LaidOutPage) -> tuple[str, int] | None:
    """Return the block and piece that the next slide begins with, or None where no cut helps.

    It is the last allowed cut before the first piece that ends below the room of its frame.
    """
    blocks = {block.path: block for block in plan.blocks}
    start = (plan.blocks[0].path, 0) if plan.blocks else None
    for overflow in overflows(page):
        limit = room_bottom(overflow.frame) - _below_units(overflow.frame) + TOLERANCE
        allowed: tuple[str, int] | None = None
        for unit in overflow.frame.find("data-unit"):
            path, _, index = unit.attributes["data-unit"].rpartition(":")
            if path not in blocks:
                continue
            place = (path, int(index))
            if place != start and may_cut(*_cut_of(blocks, place)):
                allowed = place
            if not _holds_units(unit) and ink_of(unit).bottom > limit:
                return allowed
    return None


def _cut_of(blocks: Mapping[str, Block], place: tuple[str, int]) -> tuple[Block, int]:
    return blocks[place[0]], place[1]


def _below_units(frame: Box) -> int:
    """Return the height of what follows the last piece in a frame, which every part repeats."""
    bottoms = [ink_of(unit).bottom for unit in frame.find("data-unit")]
    return ink_of(frame).bottom - max(bottoms, default=ink_of(frame).bottom)


def _holds_units(unit: Box) -> bool:
    """Return whether a piece is itself made of pieces, as a table is of rows."""
    return any(inner is not unit for inner in unit.find("data-unit"))
