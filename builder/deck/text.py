"""Laid-out boxes to paragraphs: runs, levels, bullets, spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from builder.deck.look import color_of, full_run_style, run_style_beyond
from builder.deck.model import (
    Break,
    Bullet,
    ExternalLink,
    Field,
    FieldKind,
    LinkTarget,
    NoBullet,
    Paragraph,
    ParagraphAlign,
    ParagraphStyle,
    Run,
    RunNode,
    RunStyle,
    SlideLink,
)
from builder.layout.boxes import Box, BoxKind, ForcedBreak, Fragment, Line
from builder.markup.direction import reads_from_right
from builder.theme.theme import Theme
from builder.units import Length

REFERENCE_LINK = "#ref-"

SLIDE_NUMBER_MARK = "‹#›"
"""What a template writes where the slide number goes."""

_NUMBER = re.compile(r"^(\d+)([.)])?\s*$")
_SPACING_TOLERANCE_PT = 0.3
_ALIGNS = {"right": ParagraphAlign.RIGHT, "end": ParagraphAlign.RIGHT, "center": ParagraphAlign.CENTER}


@dataclass(frozen=True, slots=True)
class TextContext:
    """What reading text needs to know beyond the boxes.

    Attributes:
        links: the key of the slide that shows each id of the document.
    """

    theme: Theme
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Source:
    """A paragraph before it is written: where it stands, its lines, and its list marker with its item's attributes."""

    box: Box
    lines: tuple[Line, ...]
    level: int
    marker: Box | None
    in_list: bool

    @property
    def top(self) -> Length:
        return self.lines[0].rect.y

    @property
    def bottom(self) -> Length:
        return self.lines[-1].rect.bottom


@dataclass(frozen=True, slots=True)
class LaidOutText:
    """Paragraphs and where they stand.

    Attributes:
        top, bottom: of the first and last line box.
    """

    paragraphs: tuple[Paragraph, ...]
    top: Length
    bottom: Length


def read_text(box: Box, context: TextContext, levels: tuple[ParagraphStyle, ...] = ()) -> LaidOutText | None:
    """Return the paragraphs inside `box`, or None where it holds no text.

    With `levels`, the styles of a placeholder's list levels, paragraphs say only what differs from them.
    """
    sources = tuple(_sources(box, -1, None))
    if not sources:
        return None
    paragraphs = []
    previous: _Source | None = None
    for source in sources:
        above = previous.bottom if previous else box.content.y if levels else source.top
        paragraphs.append(_paragraph(source, above, box, context))
        previous = source
    written = tuple(
        _relative(full, levels) if levels else _spelt_out(full) for full in _sequenced(paragraphs)
    )
    return LaidOutText(written, sources[0].top, sources[-1].bottom)


def _sequenced(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, each number as counted on from the first of its list.

    Why: programs count neighbours of one level and one start together, and so number anew when one is added.
    """
    counted: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        level, bullet = paragraph.level, paragraph.style.bullet
        counted = {other: state for other, state in counted.items() if other <= level}
        if not isinstance(bullet, Bullet) or not bullet.numbering:
            counted.pop(level, None)
            yield paragraph
            continue
        start, following = counted.get(level, (bullet.start_at, bullet.start_at))
        start = start if following == bullet.start_at else bullet.start_at
        counted[level] = (start, bullet.start_at + 1)
        yield replace(paragraph, style=replace(paragraph.style, bullet=replace(bullet, start_at=start)))


def level_style(box: Box, context: TextContext, level: int) -> ParagraphStyle | None:
    """Return the style of a list level as a layout's sample text shows it.

    The second paragraph of the level is the sample: its distance from the first is the level's spacing.
    """
    found: ParagraphStyle | None = None
    previous: _Source | None = None
    seen = 0
    for source in _sources(box, -1, None):
        if source.level == level and seen < 2:
            above = previous.bottom if previous else box.content.y
            found, seen = _paragraph(source, above, box, context).style, seen + 1
        previous = source
    return _from_one(found) if found else None


def _from_one(style: ParagraphStyle) -> ParagraphStyle:
    """Return a level's style with its numbering begun at 1; the sample was a later item."""
    if not isinstance(style.bullet, Bullet):
        return style
    return replace(style, bullet=replace(style.bullet, start_at=1))


def _sources(box: Box, level: int, marker: Box | None) -> Iterator[_Source]:
    """Yield the paragraphs below `box`; list levels count from 0, text outside of lists has level 0 too."""
    if box.lines:
        own = box.attributes.get("data-level")
        yield _Source(box, box.lines, int(own) if own else max(level, 0), marker, level >= 0)
        return
    inner = level + 1 if box.tag in ("ul", "ol") else level
    for child in box.boxes:
        if child.kind is BoxKind.MARKER:
            marker = replace(child, attributes=box.attributes)
            continue
        for source in _sources(child, inner, marker):
            yield source
            marker = None


def _paragraph(source: _Source, above: Length, frame: Box, context: TextContext) -> Paragraph:
    text = source.box.style.text
    run = full_run_style(text, context.theme)
    margin = Length(source.box.content.x - frame.content.x)
    number = _written_number(source)
    gap = Length(source.top - above)
    texts = tuple(line.text for line in source.lines)
    rtl = reads_from_right("".join(texts))
    start = ParagraphAlign.RIGHT if rtl else ParagraphAlign.LEFT
    style = ParagraphStyle(
        align=_ALIGNS.get(source.box.style.text_align, start),
        bullet=NoBullet() if number else _bullet(source, context.theme),
        margin_left=margin,
        indent=Length(-margin) if number else _indent(source),
        line_pitch_pt=round(source.box.style.line_height_pt, 2),
        space_before_pt=round(gap.pt, 1),
        space_after_pt=0.0,
        run=run,
        rtl=rtl or None,
    )
    lead = (Run(f"{number}\t", run),) if number else ()
    return Paragraph((*lead, *_runs(source.lines, context)), source.level, style, texts)


def _indent(source: _Source) -> Length:
    """Return where the first line begins: its marker, or the line itself where it hangs."""
    if source.marker:
        return Length(source.marker.rect.x - source.box.content.x)
    return Length(min(0, source.lines[0].rect.x - source.box.content.x) if source.lines else 0)


def _written_number(source: _Source) -> str:
    """Return the number of an item whose number is its name, to be written as text before a tab; else nothing.

    Why: citations lead to it. Programs would count anew where an item is taken out, or the slide is reset.
    """
    marker = source.marker
    if marker is None or "data-number" not in marker.attributes or not marker.lines:
        return ""
    return marker.lines[0].text.strip()


def _bullet(source: _Source, theme: Theme) -> Bullet | NoBullet:
    if source.marker is None or not source.marker.lines:
        return NoBullet()
    first = source.marker.lines[0].parts[0]
    if not isinstance(first, Fragment):
        return NoBullet()
    color = color_of(first.style.color, theme)
    if match := _NUMBER.match(first.text):
        numbering = {".": "arabicPeriod", ")": "arabicParenR", None: "arabicPlain"}[match[2]]
        return Bullet(numbering=numbering, start_at=int(match[1]), color=color)
    return Bullet(character=first.text.strip() or "•", color=color)


def _runs(lines: tuple[Line, ...], context: TextContext) -> Iterator[RunNode]:
    pending: Run | None = None
    for node in _raw_runs(lines, context):
        if isinstance(node, Run) and pending and (pending.style, pending.link) == (node.style, node.link):
            pending = replace(pending, text=pending.text + node.text)
            continue
        if pending:
            yield pending
        pending = node if isinstance(node, Run) else None
        if not isinstance(node, Run):
            yield node
    if pending:
        yield pending


def _raw_runs(lines: tuple[Line, ...], context: TextContext) -> Iterator[RunNode]:
    for line in lines:
        fragments = [part for part in line.parts if isinstance(part, Fragment)]
        for part in line.parts:
            if isinstance(part, ForcedBreak):
                yield Break()
                continue
            raised = part.style.vertical_align != "baseline"
            style = full_run_style(part.style, context.theme, part.parent_size_pt if raised else None)
            text = part.text + (" " if line.space_after and part is fragments[-1] else "")
            before, mark, after = text.partition(SLIDE_NUMBER_MARK)
            link = _link(part.style.href, context)
            if before:
                yield Run(before, style, link)
            if mark:
                yield Field(FieldKind.SLIDE_NUMBER, SLIDE_NUMBER_MARK, style)
            if after:
                yield Run(after, style, link)


def _link(href: str, context: TextContext) -> LinkTarget | None:
    """Return where a link leads; one to a place that no slide shows is none.

    Citations are not links on slides: the foot names the works, and programs underline every link.
    """
    if href.startswith(REFERENCE_LINK):
        return None
    if not href.startswith("#"):
        return ExternalLink(href) if href else None
    key = context.links.get(href[1:])
    return SlideLink(key) if key else None


def _relative(full: Paragraph, levels: tuple[ParagraphStyle, ...]) -> Paragraph:
    base = levels[min(full.level, len(levels) - 1)]
    style = full.style
    keep_space = _close(style.space_before_pt, base.space_before_pt)
    same_bullet = style.bullet == base.bullet
    own = ParagraphStyle(
        align=None if style.align == base.align else style.align,
        bullet=None if same_bullet else style.bullet,
        margin_left=None if style.margin_left == base.margin_left else style.margin_left,
        indent=None if style.indent == base.indent or same_bullet else style.indent,
        line_pitch_pt=None if _close(style.line_pitch_pt, base.line_pitch_pt, 0.05) else style.line_pitch_pt,
        space_before_pt=None if keep_space else style.space_before_pt,
        rtl=style.rtl,
    )
    return replace(full, style=own, runs=tuple(_run_beyond(run, base.run) for run in full.runs))


def _close(one: float | None, other: float | None, tolerance: float = _SPACING_TOLERANCE_PT) -> bool:
    return one is not None and other is not None and abs(one - other) <= tolerance


def _run_beyond(node: RunNode, base: RunStyle) -> RunNode:
    return node if isinstance(node, Break) else replace(node, style=run_style_beyond(node.style, base))


def _spelt_out(full: Paragraph) -> Paragraph:
    """Return the paragraph with the default of its runs left out: each run says all by itself."""
    return replace(full, style=replace(full.style, run=RunStyle()))
