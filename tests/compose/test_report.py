from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from builder.compose.report import compose_report
from builder.layout.report import lay_out_report
from builder.model.block import Block, Columns, Output, SlideBlock
from builder.model.document import Section
from tests.compose.briefings import EVERY_BLOCK, Briefing, read_briefing, write_content
from tests.theme.themes import own_theme


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_briefing(EVERY_BLOCK)


@pytest.fixture(scope="module")
def page(briefing: Briefing) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(briefing.compose().html)


def all_blocks(sections: tuple[Section, ...]) -> Iterator[Block]:
    for section in sections:
        yield from _with_inner(section.content)
        yield from all_blocks(section.sections)


def _with_inner(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for part in block.parts:
                yield from _with_inner(part.content)


def text_of(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def small(tmp_path: Path, **keys: str) -> Briefing:
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return read_briefing(write_content(tmp_path, f"title: Small\n{lines}sections:\n  - title: One\n"))


def test_every_block_can_be_found_by_its_path_and_its_id(
    briefing: Briefing, page: lxml.html.HtmlElement
) -> None:
    for block in all_blocks(briefing.resolved.document.sections):
        found = page.xpath(f"//*[@data-block='{block.path}']")
        if block.shown_in(Output.REPORT) and not isinstance(block, SlideBlock):
            assert [element.get("id") for element in found] == [block.id]
        else:
            assert found == []


def test_ids_are_unique(page: lxml.html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_link_into_the_document_leads_somewhere(page: lxml.html.HtmlElement) -> None:
    targets = {href.removeprefix("#") for href in page.xpath("//a/@href") if href.startswith("#")}
    assert targets
    assert targets <= set(page.xpath("//@id"))


def test_headings_go_down_without_gaps(page: lxml.html.HtmlElement) -> None:
    headings = page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    assert [(h.tag, text_of(h)) for h in headings] == [
        ("h1", "Every block"),
        ("h2", "Key messages"),
        ("h2", "1 Prose and lists"),
        ("h3", "1.1 A subsection on TGF-β"),
        ("h2", "2 Tables and pictures"),
        ("h2", "About this briefing"),
        ("h2", "Abbreviations"),
        ("h2", "References"),
    ]


def test_front_matter(page: lxml.html.HtmlElement) -> None:
    assert page.get("lang") == "en-GB"
    assert page.xpath("//meta[@name='author']/@content") == ["A. Writer", "B. Writer"]
    assert page.xpath("//meta[@name='dcterms.created']/@content") == ["2026-03-05"]
    imprint = text_of(page.xpath("//*[@class='imprint']")[0])
    for text in ("A. Writer", "A University", "5 March 2026", "Edition second", "blocks, CAR-NK"):
        assert text in imprint


def test_dates_follow_the_language(tmp_path: Path) -> None:
    american = small(tmp_path / "a", date="2026-03-05", lang="en-US").compose().html
    german = small(tmp_path / "b", date="2026-03-05", lang="de-DE").compose().html
    assert "March 5, 2026" in american
    assert ">2026-03-05<" in german


def test_a_document_with_nothing_but_sections(tmp_path: Path) -> None:
    html = small(tmp_path).compose().html
    for absent in ("Key messages", "Abbreviations", "References", "Edition", '<meta name="author"'):
        assert absent not in html


def test_contents_can_be_left_out(tmp_path: Path) -> None:
    assert "<nav" in small(tmp_path / "a").compose().html
    assert "<nav" not in small(tmp_path / "b", report="{toc: false}").compose().html


def test_tables(page: lxml.html.HtmlElement) -> None:
    table = page.get_element_by_id("tbl-plain").find("table")
    assert text_of(table.find("caption")) == "Table 1 A plain table (1–3)"
    assert [(th.get("scope"), text_of(th)) for th in table.findall("thead/tr/th")] == [
        ("col", "Row"), ("col", "Number"), ("col", "Middle"),
    ]  # fmt: skip
    rows = table.findall("tbody/tr")
    assert [(cell.tag, cell.get("scope")) for cell in rows[0]] == [("th", "row"), ("td", None), ("td", None)]
    assert rows[2][0].get("rowspan") == "2"
    assert [cell.tag for cell in rows[3]] == ["td", "td"]


def test_decimal_points_meet(page: lxml.html.HtmlElement) -> None:
    cells = page.get_element_by_id("tbl-plain").xpath(".//td[@class='decimal']")
    shifts = {text_of(cell): cell.xpath("span/@style") for cell in cells}
    assert shifts == {
        "1.25": [], "10": ["margin-right: 2.5ch"], "3.5": ["margin-right: 1ch"], "−4": ["margin-right: 2.5ch"],
    }  # fmt: skip


def test_figures_and_charts(briefing: Briefing, page: lxml.html.HtmlElement) -> None:
    resources = briefing.compose().resources
    for name, alt, caption in (
        ("fig-bar", "Bars of 1, 2 and 3.", "Figure 1 The third bar is the highest. Three bars Only a test."),
        ("fig-square", "A blue square.", "Figure 2 A square"),
    ):
        figure = page.get_element_by_id(name)
        image = figure.find("img")
        assert image.get("alt") == alt
        assert text_of(figure.find("figcaption")) == caption
        assert resources[image.get("src")].startswith(b"<svg")


def test_references_are_those_of_the_report(page: lxml.html.HtmlElement) -> None:
    entries = page.xpath("//*[@data-block='references']//li")
    assert [(entry.get("id"), entry.get("value")) for entry in entries] == [
        ("ref-Alpha2020", "1"), ("ref-Beta2021", "2"), ("ref-Gamma2022", "3"),
    ]  # fmt: skip
    assert entries[0].xpath(".//a/@href") == ["https://doi.org/10.1000/alpha"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("vancouver-superscript", "Where the points come from3"),
        ("vancouver", "Where the points come from (3)"),
        ("apa", "Where the points come from (Gamma"),
    ],
)
def test_sources_of_blocks_look_like_the_citations_of_the_text(
    tmp_path: Path, style: str, expected: str
) -> None:
    text = EVERY_BLOCK.read_text(encoding="utf-8").replace("csl: vancouver", f"csl: {style}")
    file = write_content(tmp_path, text)
    (file.parent / "square.svg").write_bytes((EVERY_BLOCK.parent / "square.svg").read_bytes())
    page = lxml.html.document_fromstring(read_briefing(file).compose().html)
    assert text_of(page.xpath("//*[@class='points']/*[@class='caption']")[0]).startswith(expected)


@pytest.mark.parametrize(("paper", "sides"), [("letter", "one"), ("a5", "one"), ("a4", "two")])
def test_paper_and_sides_bring_their_style_sheets(tmp_path: Path, paper: str, sides: str) -> None:
    sheets = small(tmp_path, report=f"{{paper: {paper}, sides: {sides}}}").compose().style_sheets
    names = {Path(name).name for name in sheets}
    assert (f"paper-{paper}.css" in names) == (paper != "a4")
    assert ("sides-two.css" in names) == (sides == "two")


def test_a_fault_in_a_template_is_a_diagnostic(tmp_path: Path) -> None:
    briefing = small(tmp_path)
    template = tmp_path / "templates" / "own" / "report" / "section.html.j2"
    template.parent.mkdir(parents=True)
    template.write_text("{{ section.titel }}", encoding="utf-8")
    own = replace(briefing.theme, name="own", folder=template.parent.parent)
    outcome = compose_report(briefing.world, briefing.resolved, own)
    assert outcome.value is None
    (fault,) = outcome.diagnostics
    assert (fault.code, fault.message) == ("B401", "unknown name 'titel'")
    assert fault.span is not None
    assert fault.span.path == "templates/own/report/section.html.j2"


def test_a_theme_of_tokens_alone_has_all_the_templates(tmp_path: Path) -> None:
    own_theme(tmp_path, '"0B324A"', '"102030"')
    report = small(tmp_path, theme="own").compose()
    assert "--color-ink: #102030;" in report.html
    assert any(name.endswith("report.css") for name in report.style_sheets)


@pytest.mark.render
@pytest.mark.parametrize("count", [35, 120])
def test_the_contents_end_before_the_first_section_however_many_there_are(tmp_path: Path, count: int) -> None:
    """Few stand beside the abstract; more have a list of their own below it, for a float ends on its second page."""
    sections = "".join(
        f"  - title: Section {n}\n    content: [{{text: Words.}}]\n" for n in range(1, count + 1)
    )
    text = f"title: A title\nabstract: What it is about.\nsections:\n{sections}"
    briefing = read_briefing(write_content(tmp_path, text))
    composed = briefing.compose()
    contents = lxml.html.document_fromstring(composed.html).find_class("contents")
    assert [len(found.findall(".//li")) for found in contents] == [count]
    assert bool(contents[0].xpath("ancestor::*[@class='imprint']")) is (count == 35)
    pages = lay_out_report(composed, briefing.theme).require()
    first, last = (briefing.resolved.document.sections[index].id for index in (0, -1))
    listed = [
        number
        for number, page in enumerate(pages._document.pages, 1)
        if any(target == last for _, target, *_ in page.links)
    ]
    assert len(listed) == 1
    assert pages.anchors[first] >= listed[0]
