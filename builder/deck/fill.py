"""Put a plan on a layout that holds it: the layout's own size, its compact one, then a split over slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter

from builder.compose.plan import SlidePlan
from builder.compose.slides import SlideComposer, SlideFace
from builder.compose.split import Blocks, even_parts, split_blocks, units_of
from builder.deck.blocks import blocks_in
from builder.deck.cuts import Cut, find_cuts, find_too_big, heights_of
from builder.deck.layouts import find_layout
from builder.deck.memory import DeckMemory
from builder.deck.overflow import Overflow, is_foot_alone, is_title_too_long, overflows, report
from builder.diagnostics import Diagnostics
from builder.layout.boxes import LaidOutPage
from builder.layout.slides import SlideLayouter
from builder.layout.time_limit import LayoutStopped
from builder.model.block import Chart

Share = tuple[Blocks, ...]


@dataclass(frozen=True)
class LaidOutSlide:
    """A face and its boxes."""

    face: SlideFace
    page: LaidOutPage

    @cached_property
    def excess(self) -> tuple[Overflow, ...]:
        """What sticks out of its frame."""
        return overflows(self.page)

    @property
    def fits(self) -> bool:
        """Whether nothing sticks out of its frame."""
        return not self.excess


@dataclass(slots=True)
class SlideFiller:
    """Fits plans to layouts; one for a deck."""

    composer: SlideComposer
    layouter: SlideLayouter
    found: Diagnostics
    memory: DeckMemory = field(default_factory=DeckMemory)

    def fill(self, plan: SlidePlan) -> tuple[LaidOutSlide, ...]:
        """Return the slides that hold `plan`; none, with diagnostics, where that cannot be."""
        source = (plan, *numbers_in(plan.blocks))
        return self.memory.recall(("filled", plan.key), source, self.found, lambda: self._fill(plan))

    def _fill(self, plan: SlidePlan) -> tuple[LaidOutSlide, ...]:
        attempts: list[LaidOutSlide] = []
        for layout in plan.layouts:
            attempt = self.lay_out(plan, layout)
            if attempt is None:
                return ()
            if attempt.fits:
                return (attempt,)
            attempts.append(attempt)
        if is_title_too_long(attempts[-1].page):
            report(plan, attempts[-1].page, compact=attempts[-1].face.compact, found=self.found)
            return ()
        if plan.fallback:
            return tuple(slide for part in plan.fallback for slide in self._fill(part))
        return self._continue(plan, attempts)

    def lay_out(self, plan: SlidePlan, layout: str, suffix: str = "") -> LaidOutSlide | None:
        """Return a plan laid out on a layout, whether it fits or not.

        Sources are shortened only where that is enough: it makes room for nothing but themselves.
        """
        name = find_layout(layout)
        if name is None:
            span = plan.blocks[0].span if plan.blocks else None
            self.found.error("B604", f"there is no deck layout '{layout}'", span)
            return None
        face = SlideFace(plan, layout, name.template, name.compact, plan.title, suffix)
        slide = self._lay_out(face)
        if slide is not None and is_foot_alone(slide.excess):
            slide = self._lay_out(replace(face, brief=True))
        return slide

    def _lay_out(self, face: SlideFace) -> LaidOutSlide | None:
        html = self.composer.compose(face)
        if html is None:
            return None
        try:
            return LaidOutSlide(face, self.layouter.lay_out(html))
        except LayoutStopped as error:
            paths = (error.path, *(block.path for block in face.plan.blocks))
            raise type(error)(next(filter(None, paths), "")) from error

    def require_fit(self, plan: SlidePlan, layout: str, suffix: str = "") -> LaidOutSlide | None:
        """Return a plan laid out on a layout; None, with B601, where it does not fit."""
        name = ("titled", plan.key, layout, suffix)
        source = (plan, *numbers_in(plan.blocks))
        return self.memory.recall(name, source, self.found, lambda: self._require_fit(plan, layout, suffix))

    def _require_fit(self, plan: SlidePlan, layout: str, suffix: str) -> LaidOutSlide | None:
        slide = self.lay_out(plan, layout, suffix)
        if slide is None or slide.fits:
            return slide
        report(plan, slide.page, compact=slide.face.compact, found=self.found)
        return None

    def _continue(self, plan: SlidePlan, attempts: Sequence[LaidOutSlide]) -> tuple[LaidOutSlide, ...]:
        """Return `plan` over several slides: on its own layout, if the compact one needs as many."""
        roomy, compact = attempts[0], attempts[-1]
        cuts = () if plan.whole else find_cuts(plan, compact.page)
        if not cuts:
            piece = None if plan.whole else find_too_big(plan, compact.page)
            report(plan, compact.page, compact=compact.face.compact, found=self.found, piece=piece)
            return ()
        roomy_cuts = find_cuts(plan, roomy.page)
        chosen = [(compact, cuts)]
        if roomy is not compact and roomy_cuts and len(roomy_cuts) <= len(cuts):
            chosen.insert(0, (roomy, roomy_cuts))
        for attempt, places in chosen:
            for share in _shares(plan, places):
                if parts := self._parts(plan, attempt, share):
                    return parts
        parts = self._one_by_one(plan, compact, cuts)
        even = even_parts(plan, len(parts)) if parts else None
        return (self._parts(plan, compact, even) if even else ()) or parts

    def _parts(self, plan: SlidePlan, attempt: LaidOutSlide, share: Share) -> tuple[LaidOutSlide, ...]:
        """Return a slide for each share of `plan`, on the layout of an attempt; none if one of them does not fit.

        The share that was highest in the attempt is tried first: if one does not fit, it is most likely that.
        """
        heights = heights_of(plan, attempt.page, [sum(map(units_of, blocks)) for blocks in share])
        parts: dict[int, LaidOutSlide] = {}
        for number in sorted(range(1, len(share) + 1), key=lambda number: -heights[number - 1]):
            suffix = f", continued {number}/{len(share)}" if number > 1 else ""
            slide = self.lay_out(_part(plan, share[number - 1], number), attempt.face.layout, suffix)
            if slide is None or not slide.fits:
                return ()
            parts[number] = slide
        return tuple(slide for _, slide in sorted(parts.items(), key=itemgetter(0)))

    def _one_by_one(
        self, plan: SlidePlan, compact: LaidOutSlide, cuts: tuple[Cut, ...]
    ) -> tuple[LaidOutSlide, ...]:
        """Return the slides of what stands before the first cut and of what follows, fitted anew."""
        shares = split_blocks(plan.blocks, cuts[0].path, cuts[0].index)
        parts = (_part(plan, blocks, number) for number, blocks in enumerate(shares, 1))
        head, tail = (self._fill(replace(part, layouts=(compact.face.layout,))) for part in parts)
        return (*head, *tail) if head and tail else ()


def numbers_in(blocks: Blocks) -> Iterator[str]:
    """Yield the charts among blocks as texts, which tell numbers apart that are equal, such as 0 and -0."""
    return (repr(block) for block in blocks_in(blocks) if isinstance(block, Chart))


def _part(plan: SlidePlan, blocks: Blocks, number: int) -> SlidePlan:
    """Return a part of a plan; notes and anchors stay with the first."""
    if number == 1:
        return replace(plan, blocks=blocks)
    return replace(plan, blocks=blocks, notes=(), anchors=())


def _shares(plan: SlidePlan, cuts: tuple[Cut, ...]) -> tuple[Share, ...]:
    """Return ways to share out the blocks: evenly, so that the last slide is not left with one row; then as cut."""
    cut: list[Blocks] = []
    rest = plan.blocks
    for place in cuts:
        head, rest = split_blocks(rest, place.path, place.index - _taken(plan, rest, place))
        cut.append(head)
    even = even_parts(plan, len(cuts) + 1)
    return (*((even,) if even else ()), (*cut, rest))


def _taken(plan: SlidePlan, rest: Blocks, place: Cut) -> int:
    """Return how many pieces of the block at `place` earlier slides have taken."""
    whole = next(block for block in plan.blocks if block.path == place.path)
    left = next(block for block in rest if block.path == place.path)
    return units_of(whole) - units_of(left)
