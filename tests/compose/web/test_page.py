from collections import Counter
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest

from builder.compose.web.page import POLICY, compose_page
from builder.model.block import Output, PageBreak, SlideBlock
from tests.compose.briefings import EVERY_BLOCK, Briefing, read_briefing, write_content
from tests.compose.test_report import all_blocks
from tests.theme.themes import own_theme
from tests.web.pages import compose

Page = lxml.html.HtmlElement


@pytest.fixture(scope="module", params=["every-block", "car-nk", "everything"])
def briefing(request: pytest.FixtureRequest, root: Path) -> Briefing:
    files = {
        "every-block": EVERY_BLOCK,
        "car-nk": root / "content" / "car-nk.yaml",
        "everything": root / "tests" / "cards" / "everything.yaml",
    }
    return read_briefing(files[request.param])


@pytest.fixture(scope="module")
def page(briefing: Briefing) -> Page:
    return lxml.html.document_fromstring(compose(briefing).html)


def small(folder: Path, text: str) -> Page:
    return lxml.html.document_fromstring(compose(read_briefing(write_content(folder, text))).html)


def test_every_block_can_be_found_by_its_path_and_its_id(briefing: Briefing, page: Page) -> None:
    for block in all_blocks(briefing.resolved.document.sections):
        found = page.xpath(f"//*[@data-block='{block.path}']")
        shown = block.shown_in(Output.REPORT) and not isinstance(block, SlideBlock)
        assert [element.get("id") for element in found] == ([block.id] if shown else [])


def test_ids_are_unique_and_every_link_inside_leads_somewhere(page: Page) -> None:
    ids = Counter(page.xpath("//@id"))
    assert [id for id, times in ids.items() if times > 1] == []
    inside = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    assert len(inside) > 5
    assert [target for target in inside if target not in ids] == []
    referred = " ".join(page.xpath("//@aria-labelledby")).split()
    assert [target for target in referred if target not in ids] == []


def test_headings_begin_with_one_title_and_skip_no_level(page: Page) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_picture_has_an_alternative_text_and_every_header_a_scope(page: Page) -> None:
    assert [img for img in page.xpath("//img") if not img.get("alt")] == []
    assert [svg for svg in page.xpath("//svg") if not svg.get("aria-label") or svg.get("role") != "img"] == []
    assert [th for th in page.xpath("//th") if th.get("scope") not in ("col", "row")] == []
    assert len(page.xpath("//table")) == len(page.xpath("//table/caption"))


def test_each_reference_leads_back_to_each_of_its_citations(page: Page) -> None:
    for work in page.xpath("//section[@role='doc-bibliography']//li"):
        places = page.xpath(f"//a[@role='doc-biblioref'][@href='#{work.get('id')}']/@id")
        back = [href[1:] for href in work.xpath(".//a[@role='doc-backlink']/@href")]
        assert back == places


def test_landmarks_are_there_once_and_the_policy_comes_before_what_it_forbids(page: Page) -> None:
    assert [len(page.xpath(f"//{name}")) for name in ("header", "main", "footer", "nav")] == [1, 1, 1, 1]
    head = [(element.tag, element.get("http-equiv")) for element in page.find("head")]
    assert head.index(("meta", "Content-Security-Policy")) == 1
    assert page.xpath("//meta[@http-equiv]/@content") == [POLICY]
    assert page.xpath("//script|//link|//iframe|//object|//form") == []


def test_nothing_is_addressed_outside_but_by_links(page: Page) -> None:
    outside = [
        value
        for element in page.iter()
        for name, value in element.attrib.items()
        if element.tag != "a"
        and ("://" in value or value.startswith("//"))
        and name not in ("content", "title")
    ]
    assert outside == []


def test_title_and_properties_are_in_the_head(tmp_path: Path) -> None:
    page = small(
        tmp_path,
        'title: "On <b> & H~2~O"\nsubtitle: Second\nlang: de\nauthor: [{name: Ada}, {name: Bo}]\ndate: 2026-03-05\n'
        "keywords: [cells]\nsections:\n  - title: One\n",
    )
    assert page.get("lang") == "de"
    assert page.findtext("head/title") == "On <b> & H2O"
    named = {meta.get("name"): meta.get("content") for meta in page.xpath("//meta[@name]")}
    assert named["description"] == "Second"
    assert named["keywords"] == "cells"
    assert named["dcterms.date"] == "2026-03-05"
    assert named["generator"].startswith("Diptych ")
    assert page.xpath("//meta[@name='author']/@content") == ["Ada", "Bo"]


def test_without_contents_and_lists_there_is_no_navigation(tmp_path: Path) -> None:
    text = "title: T\nreport: {toc: false}\nsections:\n  - title: One\n"
    assert small(tmp_path, text).xpath("//nav") == []


def test_markup_in_content_is_text(tmp_path: Path) -> None:
    text = "title: T\nsections:\n  - title: One\n    content:\n      - text: '<script>alert(1)</script> <img src=x>'\n"
    page = small(tmp_path, text)
    assert page.xpath("//script|//img") == []
    assert "<script>alert(1)</script>" in page.text_content()


def test_a_theme_with_tokens_alone_gives_a_page_in_its_colours(tmp_path: Path) -> None:
    file = write_content(tmp_path, "title: T\ntheme: own\nsections:\n  - title: One\n")
    own_theme(tmp_path, '"0F5E8C"', '"7A1FA2"')
    html = compose(read_briefing(file)).html
    assert "--color-blue: #7A1FA2" in html
    assert html.count("--color-blue:") == 2


def test_a_fault_in_a_template_is_told_at_its_line(tmp_path: Path) -> None:
    file = write_content(tmp_path, "title: T\ntheme: own\nsections:\n  - title: One\n")
    folder = own_theme(tmp_path) / "html"
    folder.mkdir()
    (folder / "contents.html.j2").write_text("<nav>\n{{ sektions }}\n</nav>", encoding="utf-8")
    briefing = read_briefing(file)
    found = compose_page(briefing.world, briefing.resolved, briefing.theme).diagnostics
    assert [(fault.code, fault.span.path, fault.span.start.line) for fault in found] == [
        ("B401", "templates/own/html/contents.html.j2", 2)
    ]


def test_a_page_break_leaves_no_trace_on_screens(briefing: Briefing, page: Page) -> None:
    breaks = [
        block for block in all_blocks(briefing.resolved.document.sections) if isinstance(block, PageBreak)
    ]
    assert len(page.xpath("//*[@class='page-break']")) == len(breaks)


def test_footnotes_stand_after_the_text_and_calls_and_notes_lead_to_each_other(tmp_path: Path) -> None:
    text = """title: T
sections:
  - title: One
    content:
      - text: A claim^[It rests on *one* trial.] and another^[This on two.].
  - title: Two
    content:
      - text: Read^[Third.].
      - text: Spoken^[In the speaker notes alone.].
        only: deck
"""
    page = small(tmp_path, text)
    calls = page.xpath("//a[@role='doc-noteref']")
    notes = page.xpath("//section[@role='doc-endnotes']//li")
    assert (
        [call.get("href")[1:] for call in calls]
        == [note.get("id") for note in notes]
        == ["fn-a", "fn-b", "fn-c"]
    )
    back = page.xpath("//section[@role='doc-endnotes']//a[@role='doc-backlink']/@href")
    assert [href[1:] for href in back] == [call.get("id") for call in calls]
    assert next(" ".join(note.text_content().split()) for note in notes) == "a It rests on one trial. ↑"
    assert page.xpath("//main//section[1]//p")[0].text_content() == "A claima and another.b"
