"""Plans as HTML through the theme's deck templates."""

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest

from builder.compose.outline import plan_slides
from builder.compose.slides import SlideComposer, SlideFace, plain_title
from builder.compose.sources import cited_keys, foot_sources
from builder.deck.layouts import LAYOUTS
from builder.diagnostics import Diagnostics
from builder.model.block import Align, Cell, Column, Label
from builder.model.document import Author
from builder.model.inline import Emphasis, Link, Text
from builder.theme.read import read_theme
from builder.world import World
from tests.deck.samples import (
    SPAN,
    chart,
    cite,
    clinical,
    columns,
    figure,
    points,
    reference,
    resolved,
    section,
    stats,
    steps,
    table,
    text,
    words,
    world,
)

REFERENCES = [reference("Liu2020", 1), reference("Marin2024", 2), reference("Lei2025", 3)]


def compose(*content, plan=1, compact=False, suffix="", brief=False, **fields):
    """Return the HTML of a slide: of the first of a section with `content`."""
    made = resolved(
        section("T", *content, headline=fields.pop("headline", "T")), references=REFERENCES, **fields
    )
    chosen = plan_slides(made)[plan]
    found = Diagnostics()
    face = SlideFace(chosen, chosen.layouts[0], chosen.layouts[0], compact, chosen.title, suffix, brief)
    html = SlideComposer(world(), made, clinical(), found).compose(face)
    assert not tuple(found), tuple(found)
    return html


def element(html, name):
    """Return what stands in the placeholder called `name`."""
    return re.search(rf'data-placeholder="{name}"[^>]*>(.*?)</(?:p|h1)>', html, re.DOTALL)[1].strip()


@pytest.mark.parametrize("name", LAYOUTS, ids=lambda name: name.name)
def test_every_layout_has_a_template_for_slides_and_samples(name):
    found = Diagnostics()
    composer = SlideComposer(world(), resolved(section("T")), clinical(), found)
    sample = composer.compose_sample(name.template, compact=name.compact)
    assert not tuple(found)
    assert f'class="slide on-{name.template}' in sample
    assert ("compact" in re.search(r'<section class="([^"]*)"', sample)[1]) is name.compact
    assert "data-unit" not in sample


def test_the_page_has_the_documents_language():
    assert '<html lang="fr">' in compose(points("a"), lang="fr")


def test_the_title_has_its_markup_and_suffix():
    html = compose(points("a"), headline=(Text("One "), Emphasis(words("two"))), suffix=", continued 2/3")
    assert element(html, "title") == "One <em>two</em>, continued 2/3"


def test_plain_titles_leave_markup_and_citations_out():
    plan = plan_slides(resolved(section("T", points("a"), headline=(Text("A"), cite("Liu2020")))))[1]
    assert (
        plain_title(SlideFace(plan, "content", "content", False, plan.title, ", continued 2/2"))
        == "A, continued 2/2"
    )


def test_author_text_is_escaped():
    html = compose(points("<b>a</b> & {{ b }}"), headline="<i>")
    assert "&lt;b&gt;a&lt;/b&gt; &amp; {{ b }}" in html
    assert element(html, "title") == "&lt;i&gt;"


def test_pieces_are_marked_where_a_slide_may_continue():
    html = compose(points("a", ("b", ["c"])), stats(("1", "a"), ("2", "b")))
    assert re.findall(r'data-unit="([^"]*)"', html) == [
        "sections/0/content/0:0", "sections/0/content/0:1", "sections/0/content/1:0", "sections/0/content/1:1",
    ]  # fmt: skip


def test_the_first_list_is_the_text_placeholder():
    html = compose(points("a"), points("b"))
    assert html.count('data-placeholder="body"') == 1
    assert html.index('data-placeholder="body"') < html.index("<li", html.index("<ul"))


def test_two_columns_have_what_comes_before_on_the_left():
    html = compose(points("a"), chart())
    left, right = html.index('data-placeholder="left"'), html.index('data-placeholder="right"')
    assert left < html.index('data-block="sections/0/content/0"') < right < html.index("data-chart=")


def test_columns_stand_left_and_right():
    html = compose(columns([points("a"), points("b")], [points("c")]))
    left, right = html.index('data-placeholder="left"'), html.index('data-placeholder="right"')
    assert left < html.index(">a<") < html.index(">b<") < right < html.index(">c<")


def test_prose_is_not_on_slides():
    assert "Prose" not in compose(text("Prose"), points("a"))


def test_the_foot_names_what_the_slide_cites_by_number():
    html = compose(points((Text("a"), cite("Marin2024")), (Text("b"), cite("Liu2020", "Marin2024"))))
    assert element(html, "sources") == "1 Liu2020, J, 2020; 2 Marin2024, J, 2020"


def test_the_foot_names_what_the_title_cites():
    assert (
        element(compose(points("a"), headline=(Text("A"), cite("Lei2025"))), "sources")
        == "3 Lei2025, J, 2020"
    )


def test_the_foot_is_numbers_where_names_do_not_fit():
    assert (
        element(compose(points((Text("a"), cite("Marin2024", "Liu2020"))), brief=True), "sources")
        == "References 1, 2"
    )


def test_works_cited_in_notes_are_not_at_the_foot():
    html = compose(points("a", notes=(Text("n"), cite("Liu2020"))))
    assert element(html, "sources") == ""


def test_cited_keys_come_in_reading_order():
    block = points((Text("a"), cite("b", "a")), (Text("c"), cite("c")), notes=(Text("n"), cite("d")))
    assert list(cited_keys((block,))) == ["b", "a", "c"]


def test_sources_of_unknown_works_are_left_out():
    made = resolved(section("T"), references=REFERENCES)
    face = (cite("Lei2025", "nobody", "Liu2020"),)
    assert foot_sources(face, made, brief=False) == "1 Liu2020, J, 2020; 3 Lei2025, J, 2020"


def test_where_citations_are_no_numbers_no_slide_has_any():
    made = resolved(section("T"), references=REFERENCES, numeric=False)
    face = (cite("Lei2025", "Liu2020"),)
    assert foot_sources(face, made, brief=False) == "Liu2020, J, 2020; Lei2025, J, 2020"
    assert foot_sources(face, made, brief=True) == "Liu2020 2020; Lei2025 2020"


def test_the_list_of_references_is_numbered_only_where_citations_are_numbers():
    def listed(numeric):
        made = resolved(section("T"), references=REFERENCES, numeric=numeric)
        last = plan_slides(made)[-1]
        face = SlideFace(last, last.layouts[0], last.layouts[0], False, last.title)
        return SlideComposer(world(), made, clinical(), Diagnostics()).compose(face)

    assert [int(number) for number in re.findall(r'<li value="(\d+)"', listed(True))] == [1, 2, 3]
    assert re.findall(r"<li[^>]*(?:value|data-number)", listed(False)) == []
    assert listed(False).count("<li data-unit") == 3


def test_the_footer_has_title_and_edition():
    html = compose(points("a"), title="Talk", date=date(2026, 11, 22), edition="2026-11-22")
    assert element(html, "footer") == "Talk · November 22, 2026"
    assert element(compose(points("a"), title="Talk", edition="3.1"), "footer") == "Talk · 3.1"
    assert element(compose(points("a"), title="Talk"), "footer") == "Talk"


def test_the_title_slide_has_authors_date_and_edition():
    html = compose(
        plan=0, title="Talk", subtitle="Sub", authors=(Author("A. One", "Here"), Author("B. Two")),
        date=date(2026, 11, 22), edition="3.1",
    )  # fmt: skip
    for shown in ("Talk", "Sub", "A. One, Here", "B. Two", "November 22, 2026", "Edition 3.1"):
        assert f">{shown}</" in html


LABELLED = {"label": Label("Figure", "2"), "caption": "Response by dose. Error bars are 95% CI."}


def test_a_caption_is_above_and_its_details_below():
    html = compose(figure(**LABELLED))
    assert element(html, "caption") == "<strong>Figure 2</strong>. Response by dose"
    assert "Error bars are 95% CI." in html


def test_a_caption_that_is_the_title_is_not_repeated():
    html = compose(
        points("a"), table(["A"], [["1"]], label=Label("Table", "1"), caption="Response by dose."), plan=2
    )
    assert element(html, "title") == "Response by dose"
    assert element(html, "caption") == "<strong>Table 1</strong>"


def test_caveats_of_charts_are_below_them_each_once():
    html = compose(columns([chart(note="Small n.")], [chart(note="Small n.")]))
    assert element(html, "note") == "Small n."


def test_captions_of_blocks_that_share_a_slide_stay_with_them():
    html = compose(points("a"), chart(caption="Response by dose", label=Label("Figure", "2")))
    assert "<strong>Figure 2</strong>. Response by dose" in html


def test_links_in_the_list_of_references_are_text():
    entry = replace(REFERENCES[0], entry=(Text("Liu. "), Link("https://doi.org/1", words("doi:1"))))
    made = resolved(section("T"), references=[entry])
    plan = plan_slides(made)[-1]
    face = SlideFace(plan, "references", "references", False, plan.title)
    html = SlideComposer(world(), made, clinical(), Diagnostics()).compose(face)
    assert '<li value="1" data-number data-unit="references:0">Liu. doi:1</li>' in html


def rows_of(html):
    body = html[html.index("<tbody>") : html.index("</tbody>")]
    return [re.findall(r"<(t[hd]).*?class=\"(\w+)\"", row) for row in body.split("<tr")[1:]]


def test_cells_stand_as_their_column_does():
    wide = [Column(words("A")), Column(words("B"), Align.RIGHT), Column(words("C"), Align.CENTER)]
    html = compose(table(wide, [["a", "b", "c"], [Cell(words("d"), SPAN, colspan=2), "e"]]))
    assert rows_of(html) == [
        [("th", "left"), ("td", "right"), ("td", "center")],
        [("th", "left"), ("td", "center")],
    ]


def test_cells_beside_a_high_one_stand_as_their_own_column_does():
    wide = [Column(words("A")), Column(words("B"), Align.RIGHT), Column(words("C"), Align.CENTER)]
    html = compose(table(wide, [[Cell(words("a"), SPAN, rowspan=2), "b", "c"], ["d", "e"]]))
    assert rows_of(html)[1] == [("td", "right"), ("td", "center")]


def test_a_table_may_have_no_row_headers():
    html = compose(table(["A", "B"], [["a", "b"]], row_headers=False))
    assert rows_of(html) == [[("td", "left"), ("td", "left")]]


def test_steps_count_on_from_their_start():
    html = compose(steps(("a", "b"), ("c", "d"), start=5))
    assert re.findall(r'<p class="number">(\d+)</p>', html) == ["5", "6"]


def test_a_fault_in_a_themes_template_is_located(tmp_path):
    folder = tmp_path / "templates" / "mine"
    (folder / "deck" / "layouts").mkdir(parents=True)
    (folder / "_brand.yml").write_bytes((clinical().folder / "_brand.yml").read_bytes())
    shutil.copytree(clinical().folder / "fonts", folder / "fonts")
    (folder / "deck" / "layouts" / "content.html.j2").write_text("{{ title }}\n{{ titel }}\n")
    own = World(tmp_path, (clinical().folder.parent,))
    theme = read_theme(own, "mine", None).require()
    found = Diagnostics()
    composer = SlideComposer(own, resolved(section("T")), theme, found)
    assert composer.compose_sample("content", compact=False) is None
    assert composer.compose_sample("table", compact=False) is not None
    [fault] = found
    assert (fault.code, fault.span.path, fault.span.start.line) == (
        "B401",
        "templates/mine/deck/layouts/content.html.j2",
        2,
    )
    assert fault.message == "unknown name 'titel'"
