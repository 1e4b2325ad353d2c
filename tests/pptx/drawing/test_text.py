"""Runs and paragraphs: only what differs from the placeholder's layout is written."""

from builder.deck.model import (
    Break,
    Bullet,
    ExternalLink,
    Field,
    FieldKind,
    FontRole,
    NoBullet,
    Paragraph,
    ParagraphAlign,
    ParagraphStyle,
    RgbColor,
    Run,
    RunStyle,
    SlideLink,
    ThemeColor,
)
from builder.pptx.canvas import Canvas, share
from builder.pptx.drawing.styles import all_levels
from builder.pptx.drawing.text import paragraph
from builder.pptx.names import ContentType
from builder.pptx.package import Package
from builder.units import Length
from tests.pptx.decks import deck, list_levels
from tests.pptx.markup import find, parse

LEVELS = all_levels(list_levels(20))


def canvas() -> Canvas:
    package = Package()
    other = package.add("/ppt/slides/slide2.xml", ContentType.SLIDE)
    part = package.add("/ppt/slides/slide1.xml", ContentType.SLIDE)
    return Canvas(part, share(deck(), package, {"other": other}), 7)


def written(node: Paragraph):
    return parse(paragraph(node, LEVELS, canvas()))


def run_of(style: RunStyle, link: ExternalLink | SlideLink | None = None):
    (found,) = find(written(Paragraph((Run("x", style, link),))), "a:r/a:rPr")
    return found


def test_a_plain_paragraph_says_nothing_but_its_words_and_language() -> None:
    markup = paragraph(Paragraph((Run("x"),)), LEVELS, canvas())
    assert markup == '<a:p><a:r><a:rPr lang="en-GB"/><a:t>x</a:t></a:r></a:p>'


def test_what_the_layout_says_already_is_left_out() -> None:
    style = ParagraphStyle(
        bullet=Bullet("•", color=ThemeColor("accent1")), space_before_pt=8.0, run=RunStyle(bold=False)
    )
    element = written(Paragraph((Run("x", RunStyle(size_pt=20.0, font=FontRole.BODY)),), style=style))
    assert not find(element, "a:pPr")
    assert dict(find(element, "a:r/a:rPr")[0].attrib) == {"lang": "en-GB"}


def test_levels_take_their_own_style() -> None:
    element = written(Paragraph((Run("x", RunStyle(size_pt=18.0)),), level=1))
    assert dict(find(element, "a:pPr")[0].attrib) == {"lvl": "1"}
    assert "sz" not in find(element, "a:r/a:rPr")[0].attrib


def test_levels_end_at_the_ninth() -> None:
    assert find(written(Paragraph((Run("x"),), level=20)), "a:pPr")[0].get("lvl") == "8"


def test_colors_are_the_themes() -> None:
    slots = {
        "dk1": "tx1",
        "lt1": "bg1",
        "dk2": "tx2",
        "lt2": "bg2",
        "accent6": "accent6",
        "folHlink": "folHlink",
    }
    for slot, name in slots.items():
        found = find(run_of(RunStyle(color=ThemeColor(slot))), "a:solidFill/a:schemeClr/@val")
        assert found == ([name] if slot != "dk1" else [])
    assert find(run_of(RunStyle(color=RgbColor("9a6700"))), "a:solidFill/a:srgbClr/@val") == ["9A6700"]


def test_typefaces_are_the_themes_but_for_the_fixed_width_one() -> None:
    headings = run_of(RunStyle(font=FontRole.HEADINGS))
    assert find(headings, "a:latin/@typeface | a:ea/@typeface | a:cs/@typeface") == [
        "+mj-lt",
        "+mj-ea",
        "+mj-cs",
    ]
    assert find(run_of(RunStyle(font=FontRole.MONOSPACE)), "a:latin/@typeface") == ["Courier New"]


def test_raised_runs_say_by_how_much() -> None:
    raised = run_of(RunStyle(baseline=0.3, size_pt=14.0))
    assert dict(raised.attrib) == {"lang": "en-GB", "sz": "1400", "baseline": "30000"}


def test_marks_stand_behind_the_text() -> None:
    marked = run_of(
        RunStyle(highlight=ThemeColor("accent2"), color=ThemeColor("lt1"), font=FontRole.HEADINGS)
    )
    tags = [child.tag.rpartition("}")[2] for child in marked]
    assert tags == ["solidFill", "highlight", "latin", "ea", "cs"]


def test_links_out_keep_the_themes_color() -> None:
    surface = canvas()
    node = Paragraph(
        (Run("x", RunStyle(color=ThemeColor("hlink")), ExternalLink("https://example.org/a b")),)
    )
    element = parse(paragraph(node, LEVELS, surface))
    assert not find(element, "//a:solidFill")
    assert find(element, "//a:hlinkClick/@r:id") == ["rId1"]
    assert (
        b'Target="https://example.org/a%20b" TargetMode="External"' in surface.part.relationships.to_bytes()
    )


def test_links_in_a_color_of_their_own_say_so() -> None:
    link = run_of(RunStyle(color=ThemeColor("dk1")), ExternalLink("https://example.org"))
    assert find(link, "a:solidFill/a:schemeClr/@val") == ["tx1"]
    assert link.xpath("string(.//*[local-name()='hlinkClr']/@val)") == "tx"


def test_links_to_slides_jump() -> None:
    link = run_of(RunStyle(), SlideLink("other"))
    assert find(link, "a:hlinkClick/@action") == ["ppaction://hlinksldjump"]


def test_a_slide_number_shows_the_slides_own() -> None:
    element = written(Paragraph((Field(FieldKind.SLIDE_NUMBER, "‹#›"),)))
    assert find(element, "a:fld/@type") == ["slidenum"]
    assert find(element, "string(a:fld/a:t)") == "7"


def test_a_break_is_as_high_as_the_run_before_it() -> None:
    small, large = RunStyle(size_pt=12.0), RunStyle(size_pt=40.0)
    element = written(Paragraph((Break(), Run("a", small), Break(), Run("b", large), Break())))
    assert find(element, "a:br/a:rPr/@sz") == ["1200", "1200", "4000"]


def test_breaks_and_empty_paragraphs_keep_the_size() -> None:
    big = ParagraphStyle(run=RunStyle(size_pt=40.0))
    element = written(Paragraph((Run("a"), Break(), Run("b")), style=big))
    assert find(element, "a:r/a:rPr/@sz | a:br/a:rPr/@sz") == ["4000"] * 3
    assert find(written(Paragraph((), style=big)), "a:endParaRPr/@sz") == ["4000"]


def test_paragraph_properties_stand_in_the_schemas_order() -> None:
    style = ParagraphStyle(
        align=ParagraphAlign.CENTER,
        bullet=Bullet(numbering="arabicPeriod", start_at=4, color=ThemeColor("accent2")),
        margin_left=Length(9),
        indent=Length(-9),
        line_spacing=1.2,
        space_before_pt=3.5,
        space_after_pt=1.0,
    )
    (properties,) = find(written(Paragraph((Run("x"),), style=style)), "a:pPr")
    tags = [child.tag.rpartition("}")[2] for child in properties]
    assert tags == ["lnSpc", "spcBef", "spcAft", "buClr", "buFont", "buAutoNum"]
    assert dict(properties.attrib) == {"marL": "9", "indent": "-9", "algn": "ctr"}
    assert find(properties, "a:lnSpc/a:spcPct/@val") == ["120000"]
    assert find(properties, "a:spcBef/a:spcPts/@val") == ["350"]
    assert find(properties, "a:buAutoNum/@startAt") == ["4"]


def test_a_pitch_in_points_stands_for_the_spacing() -> None:
    style = ParagraphStyle(line_spacing=1.2, line_pitch_pt=25.0)
    assert find(written(Paragraph((Run("x"),), style=style)), "a:pPr/a:lnSpc/*/@val") == ["2500"]


def test_a_marker_can_be_taken_away() -> None:
    style = ParagraphStyle(bullet=NoBullet(), margin_left=Length(0), indent=Length(0))
    (properties,) = find(written(Paragraph((Run("x"),), style=style)), "a:pPr")
    assert find(properties, "a:buNone")
    assert dict(properties.attrib) == {"marL": "0", "indent": "0"}
