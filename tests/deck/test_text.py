"""Text boxes of the layout engine as paragraphs."""

import pytest

from builder.deck.model import (
    Break,
    Bullet,
    ExternalLink,
    Field,
    FontRole,
    NoBullet,
    ParagraphAlign,
    ParagraphStyle,
    RgbColor,
    Run,
    RunStyle,
    SlideLink,
    ThemeColor,
)
from builder.deck.text import level_style, read_text
from builder.units import Length
from tests.deck.samples import context, lay_out, plain

LIST = "ul, ol { list-style-position: outside; padding-left: 40px } li { padding-top: 8px }"


def box_of(body, css=""):
    """Return the box of the element `div`."""
    return lay_out(f"<div>{body}</div>", css).boxes[0]


def paragraphs(body, css="", levels=(), **links):
    text = read_text(box_of(body, css), context(**links), levels)
    return text.paragraphs if text else ()


def runs(body, css="", **links):
    [only] = paragraphs(f"<p>{body}</p>", css, **links)
    return only.runs


def test_a_box_without_text_has_none():
    assert read_text(box_of("<p></p><div></div>"), context()) is None


def test_text_knows_where_its_lines_stand():
    text = read_text(box_of("<p>a</p><p>b</p>", "p { margin: 10px 0 }"), context())
    assert (text.top, text.bottom) == (Length.from_px(10), Length.from_px(80))


def test_every_block_of_text_is_a_paragraph():
    found = paragraphs("<p>a</p>loose<div><p>b</p></div>")
    assert [plain(node) for node in found] == ["a", "loose", "b"]
    assert {node.level for node in found} == {0}


def test_lists_have_levels():
    found = paragraphs("<p>a</p><ul><li>b<ul><li>c<ol><li>d</ol><li>e</ul><li>f</ul>", LIST)
    assert [(plain(node), node.level) for node in found] == [
        ("a", 0),
        ("b", 0),
        ("c", 1),
        ("d", 2),
        ("e", 1),
        ("f", 0),
    ]


def test_lists_hang():
    found = paragraphs("<ul><li>b<ul><li>c</ul></ul>", LIST + "ul { list-style-type: '– ' }")
    styles = [node.style for node in found]
    assert [style.margin_left for style in styles] == [Length.from_px(40), Length.from_px(80)]
    assert all(Length.from_px(-40) < style.indent < 0 for style in styles)
    assert styles[0].indent == styles[1].indent


def test_bullets_have_their_character_and_colour():
    [node] = paragraphs("<ul><li>a</ul>", "ul { list-style: '–  ' } li::marker { color: #0f5e8c }")
    assert node.style.bullet == Bullet("–", color=ThemeColor("accent1"))


def test_only_the_first_paragraph_of_an_item_has_its_bullet():
    found = paragraphs("<ul><li><p>a</p><p>b</p></li><li>c</ul>")
    assert [isinstance(node.style.bullet, Bullet) for node in found] == [True, False, True]
    assert found[1].style.bullet == NoBullet()


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        ("<ol><li>a<li>b<li>c</ol>", [1, 1, 1]),
        ("<ol start=4><li>a<li>b</ol>", [4, 4]),
        ("<ol><li value=3>a<li value=4>b<li value=7>c<li value=8>d</ol>", [3, 3, 7, 7]),
        ("<ol><li>a<ol><li>b<li>c</ol><li>d<ol><li>e</ol></ol>", [1, 1, 1, 1, 1]),
        ("<ol><li>a</ol><p>b</p><ol start=2><li>c</ol>", [1, None, 2]),
        ("<ol><li><p>a</p><p>b</p><li>c</ol>", [1, None, 2]),
        ("<ol><li>a</ol><ol><li>b</ol>", [1, 1]),
    ],
)  # fmt: skip
def test_numbers_count_on_from_the_start_of_their_list(body, starts):
    found = [node.style.bullet for node in paragraphs(body, LIST)]
    assert [bullet.start_at if isinstance(bullet, Bullet) else None for bullet in found] == starts
    assert all(bullet.numbering == "arabicPeriod" for bullet in found if isinstance(bullet, Bullet))


def test_space_before_is_the_distance_from_the_line_above():
    found = paragraphs(
        "<p>a</p><p class=b>b<br>c</p><ul><li>d</ul>", LIST + ".b { margin-top: 16px; padding-bottom: 4px }"
    )
    assert [node.style.space_before_pt for node in found] == [0.0, 12.0, 9.0]
    assert {node.style.space_after_pt for node in found} == {0.0}


def test_lines_have_their_pitch():
    [node] = paragraphs("<p>a</p>", "p { line-height: 1.2; font-size: 40px }")
    assert node.style.line_pitch_pt == 36.0


@pytest.mark.parametrize(
    ("value", "align"),
    [
        ("left", ParagraphAlign.LEFT), ("start", ParagraphAlign.LEFT), ("right", ParagraphAlign.RIGHT),
        ("end", ParagraphAlign.RIGHT), ("center", ParagraphAlign.CENTER),
    ],
)  # fmt: skip
def test_paragraphs_are_aligned(value, align):
    [node] = paragraphs("<p>a</p>", f"p {{ text-align: {value} }}")
    assert node.style.align is align


def test_runs_of_one_style_are_one_run():
    assert [run.text for run in runs("one <span>two</span> <b>three</b><b> four</b>")] == [
        "one two ",
        "three four",
    ]


def test_soft_breaks_are_spaces_or_nothing():
    [node] = paragraphs("<p style='width: 2em'>one two three-four <b>five</b> six</p>")
    assert plain(node) == "one two three-four five six"
    assert node.line_texts == ("one", "two", "three-", "four", "five", "six")


def test_forced_breaks_stay():
    found = runs("one<br>two")
    assert [type(node) for node in found] == [Run, Break, Run]


def test_runs_spell_out_their_style():
    [plain_run, code] = runs(
        "a<code>b</code>", "code { font-family: Liberation Mono; font-weight: 700; color: #123456 }"
    )
    assert plain_run.style == RunStyle(
        FontRole.BODY, 15.0, bold=False, italic=False, color=RgbColor("000000")
    )
    assert code.style == RunStyle(FontRole.MONOSPACE, 15.0, bold=True, italic=False, color=RgbColor("123456"))


def test_typefaces_are_roles():
    [run] = runs("a", "p { font-family: Caladea }")
    assert run.style.font is FontRole.HEADINGS


def test_colours_of_the_theme_are_slots():
    [run] = runs("<span>a</span>", "span { color: #0b324a; background: #c97a0a }")
    assert (run.style.color, run.style.highlight) == (ThemeColor("dk2"), ThemeColor("accent2"))


def test_raised_and_lowered_text_has_the_size_around_it():
    css = "sup, sub { font-size: 66% } .big { font-size: 40px }"
    found = runs("10<sup>6</sup> CO<sub>2</sub> <span class=big>x<sup>9</sup></span>", css)
    assert [(run.text, run.style.baseline, run.style.size_pt) for run in found] == [
        ("10", None, 15.0), ("6", 0.3, 15.0), (" CO", None, 15.0), ("2", -0.25, 15.0), (" ", None, 15.0),
        ("x", None, 30.0), ("9", 0.3, 30.0),
    ]  # fmt: skip


def test_links_lead_out_or_to_slides():
    body = "<a href='https://example.org/'>a</a><a href='#fig'>b</a><a href='#nowhere'>c</a><a href='#ref-x'>d</a>"
    assert [run.link for run in runs(body, fig="slide-1", **{"ref-x": "slide-2"})] == [
        ExternalLink("https://example.org/"), SlideLink("slide-1"), None,
    ]  # fmt: skip


def test_links_keep_apart_runs_of_one_style():
    found = runs("<a href='#a'>one</a><a href='#b'>two</a>", a="1", b="2")
    assert [(run.text, run.link) for run in found] == [("one", SlideLink("1")), ("two", SlideLink("2"))]


def test_slide_numbers_are_fields_in_the_text_around_them():
    found = runs("Slide ‹#› of this talk")
    assert [getattr(node, "text", None) for node in found] == ["Slide ", "‹#›", " of this talk"]
    assert isinstance(found[1], Field)


SAMPLE = "<ul><li>one<li>one<ul><li>two<li>two</ul></ul>"
CSS = LIST + "li li { font-size: 16px; line-height: 20px; padding-top: 4px }"


def levels(body=SAMPLE, css=CSS):
    box = box_of(body, css)
    return tuple(level_style(box, context(), level) for level in range(2))


def test_levels_are_read_from_the_second_sample():
    first, second = levels()
    assert (first.space_before_pt, first.line_pitch_pt, first.run.size_pt) == (6.0, 22.5, 15.0)
    assert (second.space_before_pt, second.line_pitch_pt, second.run.size_pt) == (3.0, 15.0, 12.0)
    assert (first.margin_left, second.margin_left) == (Length.from_px(40), Length.from_px(80))
    assert level_style(box_of(SAMPLE, CSS), context(), 2) is None


def test_levels_of_numbers_begin_at_one():
    first, _ = levels("<ol><li>a<li>b<ol><li>c</ol></ol>")
    assert first.bullet == Bullet(numbering="arabicPeriod", start_at=1, color=RgbColor("000000"))


def test_text_like_its_levels_says_nothing_of_its_own():
    found = paragraphs("<ul><li>a<li>b<ul><li>c</ul></ul>", CSS, levels())
    assert [node.style for node in found] == [ParagraphStyle()] * 3
    assert [run.style for node in found for run in node.runs] == [RunStyle()] * 3


def test_numbers_from_one_say_nothing_of_their_own():
    numbered = levels("<ol><li>a<li>b<ol><li>c</ol></ol>")
    found = paragraphs("<ol><li>a<li>b<li>c</ol>", CSS, numbered)
    assert [node.style.bullet for node in found] == [None] * 3


def test_text_says_what_differs_from_its_level():
    css = (
        CSS
        + "li.x { text-align: right; font-weight: 700; line-height: 40px; padding-top: 30px } i { color: #0f5e8c }"
    )
    [_, node] = paragraphs("<ul><li>a<li class=x>b<i>c</i></ul>", css, levels())
    assert node.style == ParagraphStyle(align=ParagraphAlign.RIGHT, line_pitch_pt=30.0, space_before_pt=22.5)
    assert [run.style for run in node.runs] == [
        RunStyle(bold=True), RunStyle(bold=True, italic=True, color=ThemeColor("accent1")),
    ]  # fmt: skip


def test_the_space_before_the_first_item_is_kept_in_placeholders():
    [first, _] = paragraphs("<p>a</p><p>b</p>", "div { padding-top: 8px } p { padding-top: 4px }", levels())
    assert first.style.space_before_pt == 3.0


def test_an_item_without_a_bullet_says_so():
    [first, second] = paragraphs("<ul><li><p>a</p><p>b</p></ul>", CSS, levels())
    assert first.style.bullet is None
    assert second.style.bullet == NoBullet()


def test_a_paragraph_whose_first_letter_is_read_from_the_right_stands_at_the_right():
    [hebrew, english] = paragraphs("<p>(שלום) and so on</p><p>As in שלום</p>")
    assert (hebrew.style.rtl, hebrew.style.align) == (True, ParagraphAlign.RIGHT)
    assert (english.style.rtl, english.style.align) == (None, ParagraphAlign.LEFT)
