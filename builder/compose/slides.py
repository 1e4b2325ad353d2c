"""Compose slides: a plan, through the theme's deck templates, to the HTML of one slide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from jinja2 import Environment

from builder.compose.asked import AskedDocument, asked_of
from builder.compose.captions import caption_beyond, join_notes, split_caption
from builder.compose.environment import (
    keep_used,
    make_environment,
    read_style_sheets,
    sources_of,
    use,
    using,
)
from builder.compose.loader import Sources
from builder.compose.plan import SlidePlan
from builder.compose.rendering import render_template
from builder.compose.report_tables import place_cells
from builder.compose.sources import foot_sources
from builder.compose.tokens import theme_tokens
from builder.compose.words import WORDS, long_date
from builder.diagnostics import Diagnostics, Span
from builder.model.block import Block, Chart, Columns, Figure, Points, Table
from builder.model.document import Document
from builder.model.inline import Inlines, Link, Text, plain_text
from builder.model.resolved import ResolvedDocument
from builder.theme.theme import Theme
from builder.world import World

STYLESHEET = "deck/deck.css"
REFERENCE = "deck/reference.css"
_SAMPLE = Document(file="", title=(Text("Title"),), span=Span.at("", 1, 1), sections=())


@dataclass(frozen=True, slots=True)
class SlideFace:
    """A plan on a layout, with its final title.

    Attributes:
        layout: with its compact ending, if it has one. template: without.
        brief: whether the foot gives numbers, or authors and years, alone, because short forms do not fit.
    """

    plan: SlidePlan
    layout: str
    template: str
    compact: bool
    title: Inlines
    suffix: str = ""
    brief: bool = False


class SlideComposer:
    """Renders slides of one document with one theme; templates are read once."""

    def __init__(self, world: World, resolved: ResolvedDocument, theme: Theme, found: Diagnostics) -> None:
        self._world = world
        self._resolved = resolved
        self._theme = theme
        self._found = found
        self._environment: Environment = with_deck_names(make_environment(world, theme))
        self._document = AskedDocument(resolved.document)

    @property
    def common(self) -> tuple[object, ...]:
        """All that slides are composed of beside their faces, the templates, and what these ask of the document."""
        document, resolved = self._resolved.document, self._resolved
        own = (document.lang, document.date, document.edition, document.deck, document.pointers)
        return (*own, self._theme, resolved.references, resolved.numeric)

    def templates(self, names: Iterable[str] = ()) -> Sources:
        """Return the templates that were looked at so far, and those of these names, as they are now."""
        return sources_of(self._environment, names)

    def used_templates(self) -> Sources:
        """Return the templates that were used; of others, which were only looked at, the world is to know nothing."""
        return keep_used(self._environment)

    def using(self) -> AbstractContextManager[set[str]]:
        """Give the names of the templates that are used in a block."""
        return using(self._environment)

    def use(self, names: Iterable[str]) -> None:
        """Count templates as used."""
        use(self._environment, names)

    def asked(self, names: Iterable[str] = ()) -> Mapping[str, object]:
        """Return what templates asked of the document so far, and what these names lead to."""
        return asked_of(self._document, names)

    def style_sheets(self, size: str = "", *, referenced: bool = False) -> dict[str, str]:
        """Return the deck's style sheets by their names as shown to people: tokens, rules, and those for the size.

        `size` stands for the document's own. With `referenced`, what a reference deck needs of the theme comes last.
        """
        size = (size or self._resolved.document.deck.size).replace(":", "-")
        sheets = {"theme tokens": theme_tokens(self._theme)}
        names = (STYLESHEET, f"deck/size-{size}.css", *((REFERENCE,) if referenced else ()))
        return sheets | read_style_sheets(self._world, self._theme, names, self._found)

    def compose(self, face: SlideFace) -> str | None:
        """Return the HTML of a slide, or None where a template has a fault."""
        left, right = _halves(face.plan.blocks)
        captioned = _captioned(face)
        context = {
            **self._document_context(),
            "sample": False,
            "compact": face.compact,
            "title": face.title,
            "suffix": face.suffix,
            "kicker": face.plan.kicker,
            "blocks": face.plan.blocks,
            "left": left,
            "right": right,
            "captioned": captioned,
            "caption": split_caption(captioned.caption)[0] if captioned else (),
            "note": _note(captioned, face.plan.blocks),
            "sources": foot_sources((face.title, face.plan.blocks), self._resolved, brief=face.brief),
            "pointer": WORDS["pointer_to_page"] if self._resolved.document.pointers else "",
        }
        return self._render(face.template, context)

    def compose_sample(self, template: str, *, compact: bool) -> str | None:
        """Return the HTML of a layout filled with sample text, from which its placeholders are read.

        Nothing of the document is in it but its language, so that layouts are the same ones for every document.
        """
        document = self._resolved.document
        sample = replace(_SAMPLE, lang=document.lang, deck=document.deck)
        context = {
            **self._document_context(),
            "document": sample,
            "date": "Date",
            "edition": "Date",
            "sample": True,
            "numeric": True,
            "compact": compact,
            "title": (),
            "suffix": "",
            "kicker": (),
            "blocks": (),
            "left": (),
            "right": (),
            "captioned": None,
            "caption": (),
            "note": (),
            "sources": "",
            "pointer": WORDS["pointer_to_page"],
        }
        return self._render(template, context)

    def _render(self, template: str, context: dict[str, object]) -> str | None:
        name = f"deck/layouts/{template}.html.j2"
        return render_template(self._environment, name, {"template": template, **context}, self._found)

    def _document_context(self) -> dict[str, object]:
        document = self._resolved.document
        date = long_date(document.date, document.lang)
        is_date = document.date is not None and document.edition in ("", document.date.isoformat())
        return {
            "document": self._document,
            "lang": document.lang,
            "date": date,
            "edition": date if is_date else document.edition,
            "reference": self._resolved.reference,
            "numeric": self._resolved.numeric,
            "place_cells": place_cells,
        }


def with_deck_names(environment: Environment) -> Environment:
    """Return the environment with the filters and tests that templates of the deck may use."""
    environment.filters |= {"kind": block_kind, "unlinked": unlinked, "beyond": caption_beyond}
    environment.tests["bare_points"] = are_bare_points
    return environment


def _halves(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return what stands left and right on a slide of two columns."""
    if len(blocks) == 1 and isinstance(blocks[0], Columns) and len(blocks[0].parts) == 2:
        first, second = blocks[0].parts
        return first.content, second.content
    return blocks[:-1], blocks[-1:]


def _captioned(face: SlideFace) -> Block | None:
    """Return the block whose caption stands above it on a slide of its own."""
    blocks = face.plan.blocks
    if len(blocks) != 1 or not isinstance(blocks[0], Chart | Figure | Table):
        return None
    return blocks[0] if blocks[0].label or blocks[0].caption else None


def _note(captioned: Block | None, blocks: tuple[Block, ...]) -> Inlines:
    """Return what stands below an illustration: the rest of its caption, and the caveats of charts."""
    rest = split_caption(captioned.caption)[1] if captioned else ()
    inside = _flattened(blocks)
    columns = (block.caption for block in inside if isinstance(block, Columns))
    return join_notes((rest, *columns, *(block.note for block in inside if isinstance(block, Chart))))


def _flattened(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        inner = (
            tuple(item for part in block.parts for item in part.content) if isinstance(block, Columns) else ()
        )
        found += [block, *_flattened(inner)]
    return tuple(found)


def block_kind(block: Block) -> str:
    """Return the name of a block's template."""
    return type(block).__name__.removesuffix("Block").lower()


def unlinked(content: Inlines) -> Inlines:
    """Return inlines whose outermost links are plain text, because programs underline every link."""
    return tuple(part for node in content for part in (node.content if isinstance(node, Link) else (node,)))


def are_bare_points(blocks: tuple[Block, ...]) -> bool:
    """Return whether `blocks` are lists and nothing else, which one text placeholder can hold."""
    return bool(blocks) and all(isinstance(block, Points) and not block.caption for block in blocks)


def plain_title(face: SlideFace) -> str:
    """Return the title as plain text, with its suffix."""
    return plain_text(face.title) + face.suffix
