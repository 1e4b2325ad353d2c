import gc
import re
from pathlib import Path

import pytest

from builder.compose.report import ComposedReport
from builder.diagnostics import Diagnostic, Outcome, Span
from builder.layout.report import ReportPages, lay_out_report
from builder.layout.weasy import weasyprint
from builder.remembered import forget_everything
from builder.theme.theme import Theme
from tests.compose.briefings import EVERY_BLOCK, read_briefing

pytestmark = pytest.mark.render

SPAN = Span.at("content/x.yaml", 7, 3)
LOREM = "Cells that were given once were found for twelve months in two of the patients. "


@pytest.fixture(scope="module")
def theme() -> Theme:
    return read_briefing(EVERY_BLOCK).theme


def lay_out(
    theme: Theme, body: str, style: str = "", resources: dict[str, bytes] | None = None
) -> Outcome[ReportPages]:
    sheet = "@page { size: 100mm 100mm; margin: 10mm } html { font: 10pt/13pt Carlito } figure { break-inside: avoid }"
    sheet = f"{sheet}\n{style}"
    head = f"<head><title>t</title><style>{sheet}</style></head>"
    html = f'<!doctype html><html lang="en">{head}<body>{body}</body></html>'
    report = ComposedReport(html, {"report.css": sheet}, resources or {}, {"sections/0/content/0": SPAN})
    return lay_out_report(report, theme)


def the_fault(outcome: Outcome[ReportPages]) -> Diagnostic:
    (fault,) = outcome.diagnostics
    return fault


def test_pages_know_their_headings_and_ids(theme: Theme) -> None:
    body = '<h1>One</h1><p id="a">x</p><h2 style="break-before: page">Two</h2><p id="b">y</p>'
    pages = lay_out(theme, body).require()
    assert pages.page_count == 2
    assert (pages.anchors["a"], pages.anchors["b"]) == (1, 2)
    assert [(h.level, h.text, h.page) for h in pages.headings] == [(1, "One", 1), (2, "Two", 2)]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x.png", "https://x.invalid/x.png", "ftp://x.invalid/x", "data:,x"]
)
def test_nothing_is_fetched(theme: Theme, address: str) -> None:
    fault = the_fault(lay_out(theme, f'<p>x</p><img src="{address}" alt="x">'))
    assert fault.code == "B402"


def test_no_file_is_read(theme: Theme, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8")
    for address in (secret.as_uri(), str(secret)):
        assert the_fault(lay_out(theme, f'<p>x</p><img src="{address}" alt="x">')).code == "B402"
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{secret.as_uri()}" width="9" height="9"/></svg>'
    outcome = lay_out(theme, '<img src="diptych:a" alt="a">', resources={"diptych:a": drawing.encode()})
    painted = outcome.require().paint(b"x")
    assert [fault.code for fault in (*outcome.diagnostics, *painted.diagnostics)] == ["B402"]


def test_an_unknown_property_is_located_in_its_style_sheet(theme: Theme) -> None:
    fault = the_fault(lay_out(theme, "<p>x</p>", "p {\n  colour: red;\n}"))
    assert (fault.code, fault.span) == ("B402", Span.at("report.css", 3, 3, 6))


@pytest.mark.parametrize(
    "selector",
    [".a " * 120 + "p", "p" + " > a" * 120, ":not(" * 300 + "p" + ")" * 300],
    ids=["descendants", "children", "brackets"],
)
def test_a_selector_that_goes_on_and_on_is_refused(theme: Theme, selector: str) -> None:
    fault = the_fault(lay_out(theme, "<p>x</p>", f"p {{ color: red }}\n{selector} {{ color: blue }}"))
    assert fault.code == "B402"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>{selector} {{ fill: red }}</style></svg>'
    outcome = lay_out(theme, '<img src="diptych:a" alt="a">', resources={"diptych:a": svg.encode()})
    painted = outcome.require().paint(b"x")
    assert {fault.code for fault in (*outcome.diagnostics, *painted.diagnostics)} == {"B402"}


def test_a_character_that_no_font_has_is_named(theme: Theme) -> None:
    outcome = lay_out(theme, "<p>中</p>").require().paint(b"x")
    (fault,) = outcome.diagnostics
    assert (fault.code, fault.message) == ("B303", "no font of the theme has the character '中' (U+4E2D)")


def test_only_the_fonts_of_the_theme_are_used(theme: Theme) -> None:
    data = (
        lay_out(theme, '<p style="font-family: DejaVu Sans, sans-serif">x</p>')
        .require()
        .paint(b"x")
        .require()
    )
    assert b"DejaVu" not in data


def test_text_that_leaves_its_cell_is_told_with_its_block(theme: Theme) -> None:
    body = (
        '<div data-block="sections/0/content/0"><table style="width: 40mm; table-layout: fixed"><tr>'
        "<td>Methylprednisolonehemisuccinate</td><td>b</td></tr></table></div>"
    )
    fault = the_fault(lay_out(theme, body))
    assert (fault.code, fault.span) == ("B603", SPAN)
    assert fault.message.startswith("'Methylprednisolonehemisuccinate' leaves its place on the page by ")


def test_text_that_fits_is_not_told(theme: Theme) -> None:
    assert (
        lay_out(theme, f"<p>{LOREM * 40}</p><table><tr><td>a</td><td>b</td></tr></table>").diagnostics == ()
    )


def test_a_figure_does_not_leave_its_page_half_empty(theme: Theme) -> None:
    figure = '<figure id="f"><div style="height: 45mm">figure</div></figure>'
    text = "".join(f'<p id="p{index}">{LOREM * 3}</p>' for index in range(12))
    pages = lay_out(theme, f"<main><p>{LOREM * 5}</p>{figure}{text}</main>").require()
    assert pages.anchors["f"] == 2
    assert pages.anchors["p0"] == 1


def test_figures_one_behind_the_other_move_together(theme: Theme) -> None:
    figures = "".join(
        f'<figure id="f{index}"><div style="height: {height}mm">x</div></figure>'
        for index, height in enumerate((45, 5))
    )
    text = "".join(f'<p id="p{index}">{LOREM * 3}</p>' for index in range(12))
    body = f'<main><p>{LOREM * 5}</p>{figures}<h2 id="h">Heading</h2>{text}</main>'
    anchors = lay_out(theme, body).require().anchors
    assert (anchors["h"], anchors["p0"]) == (1, 1)
    assert (anchors["f0"], anchors["f1"]) == (2, 2)


def test_figures_move_together_out_of_frames_of_their_own(theme: Theme) -> None:
    figures = "".join(
        f'<section><figure id="f{index}"><div style="height: {height}mm">x</div></figure></section>'
        for index, height in enumerate((45, 5, 5))
    )
    text = "".join(f'<p id="p{index}">{LOREM * 3}</p>' for index in range(12))
    anchors = lay_out(theme, f"<main><p>{LOREM * 5}</p>{figures}{text}</main>").require().anchors
    assert (anchors["p0"], anchors["f0"], anchors["f1"], anchors["f2"]) == (1, 2, 2, 2)


def test_figures_that_fill_more_than_a_page_do_not_all_move(theme: Theme) -> None:
    figures = "".join(
        f'<figure id="f{index}"><div style="height: 45mm">x</div></figure>' for index in range(3)
    )
    body = f'<main><p>{LOREM * 5}</p>{figures}<h2 id="h">Heading</h2><p>{LOREM * 3}</p></main>'
    anchors = lay_out(theme, body).require().anchors
    assert anchors["f0"] == 2 <= anchors["h"]


def test_a_figure_never_passes_another(theme: Theme) -> None:
    figures = "".join(
        f'<figure id="f{index}"><div style="height: 60mm">x</div></figure>' for index in range(3)
    )
    text = "".join(f"<p>{LOREM * 3}</p>" for _ in range(12))
    anchors = lay_out(theme, f"<main><p>{LOREM * 4}</p>{figures}{text}</main>").require().anchors
    assert anchors["f0"] < anchors["f1"] < anchors["f2"]


TURNED = ".landscape { page: wide; break-after: page } @page wide { size: 120mm 100mm }"


def test_a_landscape_table_leaves_no_page_half_empty(theme: Theme) -> None:
    table = '<div class="table landscape" id="t"><table><tr><td>x</td></tr></table></div>'
    text = "".join(f'<p id="p{index}">{LOREM * 2}</p>' for index in range(12))
    body = f"<main><p>{LOREM * 3}</p>{table}{text}</main>"
    anchors = lay_out(theme, body, TURNED).require().anchors
    assert (anchors["p0"], anchors["t"]) == (1, 2)
    assert anchors["p11"] > 2


def test_a_landscape_table_passes_figures_but_no_other_table(theme: Theme) -> None:
    table = '<div class="table landscape" id="t"><table><tr><td>x</td></tr></table></div>'
    other = '<div class="table" id="o"><table><tr><td>x</td></tr></table></div>'
    figure = '<figure id="f"><div style="height: 30mm">x</div></figure>'
    text = f"<p>{LOREM * 2}</p>" * 12
    start = f"<main><p>{LOREM}</p>{table}"
    passed = lay_out(theme, f"{start}{figure}{text}</main>", TURNED).require().anchors
    assert passed["f"] == 1 < passed["t"]
    kept = lay_out(theme, f"{start}{other}{text}</main>", TURNED).require().anchors
    assert kept["t"] < kept["o"]


def test_a_heading_is_not_parted_from_its_text_by_a_figure(theme: Theme) -> None:
    figure = '<figure id="f"><div style="height: 60mm">figure</div></figure>'
    body = f'<main><p>{LOREM * 5}</p>{figure}<h2 id="h">Heading</h2><p id="p">{LOREM * 20}</p></main>'
    anchors = lay_out(theme, body).require().anchors
    assert anchors["h"] == anchors["p"]


def test_a_figure_stays_where_nothing_fills_its_page(theme: Theme) -> None:
    figure = '<figure id="f"><div style="height: 45mm">figure</div></figure>'
    block = f'<div id="b" style="break-inside: avoid"><p>{LOREM * 7}</p></div>'
    anchors = lay_out(theme, f"<main><p>{LOREM * 5}</p>{figure}{block}</main>").require().anchors
    assert (anchors["f"], anchors["b"]) == (2, 3)


@pytest.mark.parametrize("side", ["before", "after"])
def test_a_figure_does_not_pass_a_break_that_is_asked_for(theme: Theme, side: str) -> None:
    figure = '<figure id="f"><div style="height: 45mm">figure</div></figure>'
    end = '<div style="break-after: page"></div>'
    text = "".join(f'<p id="p{index}">{LOREM * 2}</p>' for index in range(3))
    middle = end + figure if side == "before" else figure + end
    anchors = lay_out(theme, f"<main><p>{LOREM * 5}</p>{middle}{text}</main>").require().anchors
    assert anchors["f"] == 2
    assert anchors["p0"] == (2 if side == "before" else 3)


def test_numbers_and_notes_are_those_of_pages_that_were_filled(theme: Theme) -> None:
    figure = '<figure id="f"><div style="height: 45mm">figure</div></figure>'
    text = "".join(
        f'<p id="p{index}">{LOREM * 2}<b id="c{index}">x</b><span class="note" id="n{index}">Note {index}.</span></p>'
        for index in range(6)
    )
    contents = "".join(f'<p><a class="to" href="#p{index}">to</a></p>' for index in range(6))
    style = ".to::after { content: ' page ' target-counter(attr(href), page) }"
    style += ".note { float: footnote; footnote-policy: line }"
    body = f'<main>{contents}<p style="break-before: page">{LOREM * 4}</p>{figure}{text}</main>'
    pages = lay_out(theme, body, style).require()
    assert (pages.anchors["p0"], pages.anchors["f"]) == (2, 3)
    told = re.findall(r"page (\d)", " ".join(_lines(pages)))
    assert [int(number) for number in told] == [pages.anchors[f"p{index}"] for index in range(6)]
    assert [pages.anchors[f"n{index}"] for index in range(6)] == [
        pages.anchors[f"c{index}"] for index in range(6)
    ]


def test_a_line_is_filled_up_to_an_inline_element(theme: Theme) -> None:
    """The fault of WeasyPrint that `builder.layout.line_break` mends, at every width that a line may have."""
    words = "three four five six seven eight nine ten"
    paragraphs = "".join(
        f'<p style="width: {width / 4}mm">one <b>two</b>, {words} <b>eleven</b> twelve</p>'
        for width in range(200, 300)
    )
    pages = lay_out(theme, paragraphs, "@page { size: 100mm 2000mm }").require()
    firsts = [line for line in _lines(pages) if line.startswith("one")]
    assert len(firsts) > 90
    assert min(len(line.split()) for line in firsts) > 5


def test_a_line_is_filled_though_it_begins_with_a_short_wide_word(theme: Theme) -> None:
    words = "with other units that were told of in total there"
    paragraphs = "".join(
        f'<p style="width: {width / 10}mm">WM {words} <b>eleven</b> twelve</p>' for width in range(600, 1000)
    )
    pages = lay_out(theme, paragraphs, "@page { size: 120mm 8000mm }").require()
    firsts = [line for line in _lines(pages) if line.startswith("WM")]
    assert len(firsts) > 390
    assert min(len(line.split()) for line in firsts) > 5


def _lines(pages: ReportPages) -> list[str]:
    from builder.pdf.inspect import inspect_pdf

    return inspect_pdf(pages.paint(b"x").require()).pages[0].text.split("\n")


def _boxes_of(page: object) -> set[int]:
    found, waiting = set(), [page]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)
        found.add(id(box))
        waiting.extend(getattr(box, "all_children", tuple)())
    return found


def test_boxes_that_the_pages_were_made_of_are_let_go(theme: Theme) -> None:
    """A picture keeps the context that it was laid out in, which knows of them."""
    boxes = weasyprint.formatting_structure.boxes.Box
    before = {id(found): found for found in gc.get_objects() if isinstance(found, boxes)}
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="9">x</text></svg>'
    body = "".join(f'<section id="s{n}"><h2>{n}</h2><p>{LOREM * 9}</p></section>' for n in range(9))
    links = "".join(f'<p><a class="to" href="#s{n}">to</a></p>' for n in range(9))
    body = f'{links}{body}<img src="diptych:a" alt="a">'
    style = ".to::after { content: target-counter(attr(href), page) }"
    pages = lay_out(theme, body, style, {"diptych:a": svg}).require()
    gc.collect()
    alive = {id(found) for found in gc.get_objects() if isinstance(found, boxes)} - before.keys()
    shown = set[int]().union(*(_boxes_of(page._page_box) for page in pages._document.pages))
    assert shown <= alive
    assert len(alive - shown) < 20
    assert b"%PDF" in pages.paint(b"x").require()


def test_a_report_after_another_is_laid_out_as_by_itself(theme: Theme) -> None:
    def painted(body: str) -> bytes:
        return lay_out(theme, body, "li { margin: 1mm } em { color: red }").require().paint(b"a").require()

    first = '<h1 lang="de">One</h1><p id="a">Words <em>and more</em></p><ol start="3"><li>x</li></ol>'
    other = '<h1 lang="fr">One</h1><p id="b">Words <em>and less</em></p><ol start="7"><li>x</li></ol>'
    painted(first)
    after_another = painted(other)
    forget_everything()
    assert painted(other) == after_another


def test_faults_of_style_sheets_are_told_of_each_report(theme: Theme) -> None:
    first, second = (lay_out(theme, "<p>x</p>", "p { no-such-thing: 1 }") for _ in range(2))
    assert the_fault(first) == the_fault(second)
    assert the_fault(first).code == "B402"
