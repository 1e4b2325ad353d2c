"""Stages 5 and 6 of the deck: a resolved document and a theme become the slide model."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from builder.compose.outline import plan_slides
from builder.compose.plan import ReferenceList
from builder.compose.section_slides import COMPACT
from builder.compose.slides import SlideComposer, plain_title
from builder.deck.blocks import blocks_in
from builder.deck.contrast import check_contrast, check_contrast_on
from builder.deck.fill import LaidOutSlide, SlideFiller
from builder.deck.memory import DeckMemory
from builder.deck.model import (
    Deck,
    DeckProperties,
    DeckTheme,
    Slide,
    SlideLayout,
)
from builder.deck.notes import read_notes
from builder.deck.overflow import TOLERANCE
from builder.deck.prototypes import find_slide, layout_of, read_layouts
from builder.deck.reference.adapt import adapt_layouts
from builder.deck.reference.brand import Brand, brand_theme
from builder.deck.reference.match import missing
from builder.deck.reference.sheets import branded_sheets
from builder.deck.shapes import Compiler
from builder.deck.text import TextContext
from builder.deck.typefaces import deck_fonts
from builder.diagnostics import Diagnostics, Outcome
from builder.layout.progress import Tell, tell_nothing
from builder.layout.slides import SlideLayouter
from builder.layout.time_limit import tell_if_stopped
from builder.model.block import Block, Chart, Table
from builder.model.inline import plain_text
from builder.model.resolved import ResolvedDocument
from builder.remembered import Itself
from builder.resolve.numbering import spans_of
from builder.theme.theme import SLOTS, Theme
from builder.units import Length, Rect, Size
from builder.world import World

MEMORY = DeckMemory()
"""Of the last deck of this process."""

LAYOUT_SHARE = 0.8
"""Of the work on a deck; the rest is compiling, writing and reading it back."""

SIZES = {
    "16:9": Size(Length.from_inches(13 + 1 / 3), Length.from_inches(7.5)),
    "4:3": Size(Length.from_inches(10), Length.from_inches(7.5)),
}


def build_deck(
    world: World,
    resolved: ResolvedDocument,
    theme: Theme,
    brand: Brand | None = None,
    tell: Tell = tell_nothing,
) -> Outcome[Deck]:
    """Return the deck of a document, on a reference deck's layouts if given: laid out, proven to fit, compiled.

    `tell` is told of each slide that is laid out, and how many the content asks for.

    Diagnostics: B730, B731, the layout takes too long or fails; those of the layout, the compilation and their checks.
    """
    found = Diagnostics()
    deck: Deck | None = None
    with tell_if_stopped(found, spans_of(resolved.document)):
        if brand is None:
            deck = _build_plain(world, resolved, theme, found, tell)
        else:
            deck = _build_branded(world, resolved, theme, brand, found, tell)
    return found.outcome(deck)


def _build_plain(
    world: World, resolved: ResolvedDocument, theme: Theme, found: Diagnostics, tell: Tell
) -> Deck | None:
    composer = SlideComposer(world, resolved, theme, found)
    size = SIZES[resolved.document.deck.size]
    layouter = SlideLayouter(theme, composer.style_sheets(), size, found, world.store)
    with MEMORY.serve(composer, layouter):
        layouts = _read_layouts(composer, layouter, theme, found)
        if found.failed:
            return None
        filler = SlideFiller(composer, layouter, found, MEMORY)
        deck = assemble_deck(resolved, theme, layouts, filler, size, tell)
    if deck is not None:
        found.extend(check_contrast(deck, theme))
    return deck


def _build_branded(
    world: World, resolved: ResolvedDocument, theme: Theme, brand: Brand, found: Diagnostics, tell: Tell
) -> Deck | None:
    """Return the deck on a reference deck's layouts.

    Diagnostics: B314, for a layout that the deck needs and the reference deck lacks.
    """
    own, spacing_em = brand_theme(theme, brand, found)
    resolved = replace(resolved, document=replace(resolved.document, pointers=False))  # no place for them
    composer = SlideComposer(world, resolved, own, found)
    size = brand.deck.size
    sheets = branded_sheets(composer, brand, spacing_em)
    layouter = SlideLayouter(own, sheets, size, found, world.store)
    with MEMORY.serve(composer, layouter):
        layouts = adapt_layouts(_read_layouts(composer, layouter, own, found), brand)
        if found.failed:
            return None
        filler = SlideFiller(composer, layouter, found, MEMORY)
        deck = assemble_deck(resolved, own, layouts, filler, size, tell)
    if deck is not None:
        deck = replace(deck, theme=replace(deck.theme, name=brand.master.name or brand.deck.name))
        used = {slide.layout.removesuffix(COMPACT) for slide in deck.slides}
        found.extend(missing(brand.deck, [one for one in brand.matches if one.name in used], brand.span))
        found.extend(check_contrast_on(deck, brand.deck.name, brand.span))
    return deck


def _read_layouts(
    composer: SlideComposer, layouter: SlideLayouter, theme: Theme, found: Diagnostics
) -> tuple[SlideLayout, ...]:
    return MEMORY.recall("layouts", None, found, lambda: read_layouts(composer, layouter, theme))


def assemble_deck(
    resolved: ResolvedDocument,
    theme: Theme,
    layouts: tuple[SlideLayout, ...],
    filler: SlideFiller,
    size: Size,
    tell: Tell = tell_nothing,
) -> Deck | None:
    """Return the deck of a document on layouts that have been read; None, with diagnostics, if it does not fit."""
    slides: list[LaidOutSlide] = []
    plans = tuple(plan_slides(resolved))
    for number, plan in enumerate(plans, 1):
        slides.extend(filler.fill(plan))
        tell(number, len(plans), LAYOUT_SHARE * number / len(plans))
    titled = with_unique_titles(slides, filler)
    if filler.found.failed:
        return None
    compiled = _Compilation(resolved, theme, layouts, filler.found, size, filler.memory).compile(titled)
    return Deck(size, _deck_theme(theme), layouts, compiled, _properties(resolved))


def with_unique_titles(slides: list[LaidOutSlide], filler: SlideFiller) -> list[LaidOutSlide]:
    """Return the slides with ", continued 2/3" on each repeat of a title, laid out again where that changes it."""
    totals = Counter(plain_text(slide.face.title) for slide in slides)
    seen: Counter[str] = Counter()
    titled = []
    for slide in slides:
        title = plain_text(slide.face.title)
        seen[title] += 1
        suffix = f", continued {seen[title]}/{totals[title]}" if seen[title] > 1 else ""
        same = suffix == slide.face.suffix
        final = slide if same else filler.require_fit(slide.face.plan, slide.face.layout, suffix)
        titled += [final] if final else []
    return titled


@dataclass(frozen=True, slots=True)
class _Compilation:
    """Everything that slides are compiled with."""

    resolved: ResolvedDocument
    theme: Theme
    layouts: tuple[SlideLayout, ...]
    found: Diagnostics
    size: Size
    memory: DeckMemory

    def compile(self, slides: list[LaidOutSlide]) -> tuple[Slide, ...]:
        """Return the slides in the terms of presentations."""
        keys = _unique_keys(slides)
        context = TextContext(self.theme, links_of(slides, keys))
        common = self.memory.same("compiled of", (context, self.resolved.pictures))
        compiled = tuple(
            self._recall(slide, key, layout_of(slide.face.layout, self.layouts), context, common)
            for slide, key in zip(slides, keys, strict=True)
        )
        self._check_edges(compiled)
        return compiled

    def _recall(
        self, slide: LaidOutSlide, key: str, layout: SlideLayout, context: TextContext, common: object
    ) -> Slide:
        """Return the slide as it was last compiled of the same; `common` is what all are compiled of."""
        source = (Itself(slide), layout, common)
        return self.memory.recall(
            ("compiled", key), source, self.found, lambda: self._slide(slide, key, layout, context)
        )

    def _slide(self, slide: LaidOutSlide, key: str, layout: SlideLayout, context: TextContext) -> Slide:
        plan = slide.face.plan
        blocks = tuple(blocks_in(plan.blocks))
        compiler = Compiler(
            context,
            layout,
            {block.path: block for block in blocks if isinstance(block, Chart)},
            self.resolved.pictures,
            {block.path: alternative_text(block) for block in blocks},
            self.found,
        )
        root = find_slide(slide.page.root)
        shapes = tuple(shape for child in root.boxes for shape in compiler.compile(child))
        return Slide(
            key=key,
            layout=layout.name,
            title=plain_title(slide.face),
            shapes=shapes,
            notes=read_notes(plan.notes),
            section=plan.section,
            blocks=tuple(block.path for block in blocks),
        )

    def _check_edges(self, slides: tuple[Slide, ...]) -> None:
        """Add B606 for each layout that lets something leave the slide: a fault of the theme's style sheet."""
        size = self.size
        edges = Rect(Length(0), Length(0), size.width, size.height)
        outside: dict[str, str] = {}
        for slide in slides:
            for shape in slide.shapes:
                if not edges.contains(shape.rect, TOLERANCE):
                    outside.setdefault(slide.layout, shape.name)
        measure = f"{size.width.inches:.4g} by {size.height.inches:.4g} in"
        for layout, name in outside.items():
            message = f"'{name}' leaves the slide on the layout '{layout}'"
            self.found.error(
                "B606", message, help=f"mend its place in the theme's style sheet for slides of {measure}"
            )


def _unique_keys(slides: list[LaidOutSlide]) -> list[str]:
    seen: Counter[str] = Counter()
    keys = []
    for slide in slides:
        key = slide.face.plan.key
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def links_of(slides: list[LaidOutSlide], keys: list[str]) -> dict[str, str]:
    """Return the key of the first slide that shows each id."""
    links: dict[str, str] = {}
    for slide, key in zip(slides, keys, strict=True):
        plan = slide.face.plan
        ids = [*plan.anchors, *(block.id for block in blocks_in(plan.blocks))]
        for block in plan.blocks:
            if isinstance(block, ReferenceList):
                ids += [entry.anchor for entry in block.entries]
        for name in ids:
            links.setdefault(name, key)
    return links


def alternative_text(block: Block) -> str:
    """Return a block's alternative text: the author's, for a table its caption, else nothing."""
    if block.alt or not isinstance(block, Table):
        return block.alt
    return plain_text(block.caption or block.title) or "Table"


def _deck_theme(theme: Theme) -> DeckTheme:
    return DeckTheme(theme.name, {slot: theme.slot_color(slot) for slot in SLOTS}, deck_fonts(theme))


def _properties(resolved: ResolvedDocument) -> DeckProperties:
    document = resolved.document
    return DeckProperties(
        title=plain_text(document.title),
        subtitle=plain_text(document.subtitle),
        author="; ".join(author.name for author in document.authors),
        keywords="; ".join(document.keywords),
        lang=document.lang,
        date=document.date,
        edition=document.edition,
    )
