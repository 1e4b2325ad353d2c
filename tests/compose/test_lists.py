from pathlib import Path

import lxml.html

from tests.compose.briefings import read_briefing, write_content

CONTENT = """\
title: T
{settings}
references: [{{id: A, title: a}}]
sections:
  - title: S
    content:
      - table: {{columns: [a], rows: [[b]]}}
        id: tbl-deck
        caption: Deck only
        only: deck
      - chart: {{type: bar, data: {{x: [a], y: [1]}}, x: x, y: y}}
        id: fig-rates
        alt: Bars
        caption: Rates of CD3^+^ cells [@A], see @tbl-doses and [a page](https://x.org). A second sentence.
      - columns:
          - content:
              - table: {{columns: [a], rows: [[b]]}}
                id: tbl-doses
                title: Doses *in vivo*
                caption: Never shown here.
"""


def lists(tmp_path: Path, settings: str) -> dict[str, list[tuple[str, str]]]:
    briefing = read_briefing(write_content(tmp_path, CONTENT.format(settings=settings)))
    page = lxml.html.document_fromstring(briefing.compose().html)
    return {
        nav.get("id"): [
            (a.get("href"), " ".join(lxml.html.tostring(a, encoding="unicode").split(">", 1)[1].split()))
            for a in nav.iter("a")
        ]
        for nav in page.find_class("list-of-blocks")
    }


def test_lists_show_what_the_report_numbers_without_links_and_citations(tmp_path: Path) -> None:
    found = lists(tmp_path, "report: {lof: true, lot: true}")
    assert list(found) == ["lof", "lot"]
    ((figure, shown),) = found["lof"]
    assert figure == "#fig-rates"
    assert "Rates of" in shown
    assert "CD3<sup>+</sup>" in shown
    assert "see Table" in shown
    assert "second" not in shown
    assert "<a " not in shown
    assert "citation" not in shown
    ((table, shown),) = found["lot"]
    assert table == "#tbl-doses"
    assert shown.startswith('<span class="label">Table')
    assert "Doses <em>in vivo</em>" in shown


def test_lists_are_given_on_demand_only(tmp_path: Path) -> None:
    assert lists(tmp_path / "a", "report: {toc: true}") == {}
    assert list(lists(tmp_path / "b", "report: {lot: true}")) == ["lot"]
