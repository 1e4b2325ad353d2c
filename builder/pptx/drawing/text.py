"""Paragraphs and runs as DrawingML (ECMA-376 part 1, 21.1.2): only what differs from the inherited style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.deck.model import (
    Break,
    Bullet,
    Color,
    ExternalLink,
    Field,
    FieldKind,
    FontRole,
    LinkTarget,
    NoBullet,
    Paragraph,
    ParagraphStyle,
    Run,
    RunNode,
    RunStyle,
    ThemeColor,
)
from builder.pptx.canvas import Canvas
from builder.pptx.colors import color, solid_fill
from builder.pptx.drawing.scripts import by_language
from builder.pptx.drawing.styles import LEVELS, differing, differing_run, merge_run
from builder.pptx.names import AHYP
from builder.pptx.xml import Value, Xml, join, tag, text

FIELD_IDS = {
    FieldKind.SLIDE_NUMBER: "{8E5B2C1F-6A34-4E0B-9D57-2F1C7A90B3D4}",
    FieldKind.DATE: "{3C7D0A95-41E8-4B62-8F1D-95B6E2C4A7F0}",
}
"""Any identifier serves; programs use one and the same wherever a field was copied."""


def paragraph(node: Paragraph, levels: tuple[ParagraphStyle, ...], canvas: Canvas) -> Xml:
    """Return the paragraph as it stands in a frame that gives its nine levels the styles `levels`."""
    level = min(node.level, LEVELS - 1)
    inherited = levels[level]
    properties = paragraph_properties(
        "a:pPr", differing(node.style, inherited), lvl=level or None, rtl=node.style.rtl
    )
    default = merge_run(node.style.run, inherited.run)
    styled = zip(node.runs, _complete_styles(node, default), strict=True)
    nodes = join(_node(child, style, inherited.run, canvas) for child, style in styled)
    end = None if node.runs else run_properties("a:endParaRPr", differing_run(default, inherited.run), canvas)
    return tag("a:p", properties if properties != "<a:pPr/>" else None, nodes, end)


def paragraph_properties(name: str, style: ParagraphStyle, *children: Xml | None, **more: Value) -> Xml:
    """Return the paragraph properties that `style` sets, in the schema's order; `children` come last."""
    return tag(
        name,
        _spacing("a:lnSpc", _points(style.line_pitch_pt) or _percent(style.line_spacing)),
        _spacing("a:spcBef", _points(style.space_before_pt)),
        _spacing("a:spcAft", _points(style.space_after_pt)),
        _bullet(style.bullet),
        *children,
        marL=style.margin_left,
        indent=style.indent,
        algn=style.align.value if style.align else None,
        **more,
    )


def run_properties(
    name: str, style: RunStyle, canvas: Canvas, link: LinkTarget | None = None, lang: str | None = None
) -> Xml:
    """Return the character properties that `style` sets, with hyperlink and language, by default the document's."""
    return tag(
        name,
        solid_fill(style.color) if style.color else None,
        tag("a:highlight", color(style.highlight)) if style.highlight else None,
        typefaces(style.font, canvas.monospace) if style.font else None,
        _hyperlink(link, style.color is not None, canvas) if link else None,
        lang=lang or canvas.lang,
        **character_attributes(style),
    )


def character_attributes(style: RunStyle) -> dict[str, Value]:
    """Return the attributes of character properties that `style` sets."""
    underline = None if style.underline is None else ("sng" if style.underline else "none")
    baseline = None if style.baseline is None else round(style.baseline * 100_000)
    size = None if style.size_pt is None else round(style.size_pt * 100)
    return {"sz": size, "b": style.bold, "i": style.italic, "u": underline, "baseline": baseline}


def typefaces(role: FontRole, monospace: str) -> Xml:
    """Return the typefaces of a role: the theme's by reference; a fixed-width one, which no theme has, by name."""
    if role is FontRole.MONOSPACE:
        return join((tag("a:latin", typeface=monospace), tag("a:cs", typeface=monospace)))
    prefix = "+mj" if role is FontRole.HEADINGS else "+mn"
    return join(tag(f"a:{script}", typeface=f"{prefix}-{short}") for script, short in _SCRIPTS)


_SCRIPTS = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))


def _complete_styles(node: Paragraph, default: RunStyle) -> Iterator[RunStyle]:
    """Yield the style of each run; a line break has size and typeface of the run before it, else of the first."""
    runs = [child for child in node.runs if not isinstance(child, Break)]
    last = merge_run(runs[0].style, default) if runs else default
    for child in node.runs:
        if isinstance(child, Break):
            yield replace(default, size_pt=last.size_pt, font=last.font)
        else:
            last = merge_run(child.style, default)
            yield last


def _node(node: RunNode, style: RunStyle, inherited: RunStyle, canvas: Canvas) -> Xml:
    """Return a run, break or field of the complete style `style`."""
    own = differing_run(style, inherited)
    match node:
        case Break():
            return tag("a:br", run_properties("a:rPr", own, canvas))
        case Field(kind=kind, text=shown):
            number = canvas.slide_number if kind is FieldKind.SLIDE_NUMBER else None
            content = tag("a:t", text(str(number) if number else shown))
            return tag(
                "a:fld", run_properties("a:rPr", own, canvas), content, id=FIELD_IDS[kind], type=kind.value
            )
        case Run(text=shown, link=link):
            own = replace(own, color=_link_color(node.style.color)) if link else own
            shown = shown.replace("\n", " ")
            stretches = by_language(shown, canvas.lang)
            if link:  # one link, one run
                stretches = ((shown, max(stretches, key=lambda pair: len(pair[0]))[1]),)
            return join(
                _run(part, run_properties("a:rPr", own, canvas, link, lang)) for part, lang in stretches
            )


def _run(shown: str, properties: Xml) -> Xml:
    return tag("a:r", properties, tag("a:t", text(shown)))


def _link_color(own: Color | None) -> Color | None:
    """Return the colour that a link's run must name: none where the theme's for hyperlinks is meant."""
    return None if own == ThemeColor("hlink") else own


def _bullet(bullet: Bullet | NoBullet | None) -> Xml | None:
    match bullet:
        case None:
            return None
        case NoBullet():
            return tag("a:buNone")
        case Bullet(character=character, numbering=numbering, start_at=start):
            colored = tag("a:buClr", color(bullet.color)) if bullet.color else None
            font = tag("a:buFont", typeface="+mn-lt")
            if character is not None:
                return join((colored, font, tag("a:buChar", char=character)))
            first = start if start > 1 else None
            return join((colored, font, tag("a:buAutoNum", type=numbering, startAt=first)))


def _spacing(name: str, value: Xml | None) -> Xml | None:
    return tag(name, value) if value else None


def _percent(share: float | None) -> Xml | None:
    return None if share is None else tag("a:spcPct", val=round(share * 100_000))


def _points(value: float | None) -> Xml | None:
    return None if value is None else tag("a:spcPts", val=round(value * 100))


def _hyperlink(link: LinkTarget, colored: bool, canvas: Canvas) -> Xml:
    """Return the hyperlink; `colored`: it keeps the run's colour instead of the theme's for hyperlinks."""
    keep = tag(
        "a:ext",
        tag("ahyp:hlinkClr", val="tx", **{"xmlns:ahyp": AHYP}),
        uri="{A12FA001-AC4F-418D-AE19-62706E023703}",
    )
    extension = tag("a:extLst", keep) if colored else None
    action = None if isinstance(link, ExternalLink) else "ppaction://hlinksldjump"
    (reference,) = canvas.require(link)
    return tag("a:hlinkClick", extension, action=action, **{"r:id": reference})
