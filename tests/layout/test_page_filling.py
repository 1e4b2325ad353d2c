"""Pages of any content are filled without anything lost, doubled or out of order, but for figures behind their text."""

from __future__ import annotations

import random

import pytest

from builder.compose.report import ComposedReport
from builder.layout.flow import iter_units
from builder.layout.report import ReportPages, lay_out_report
from tests.compose.briefings import EVERY_BLOCK, read_briefing

pytestmark = pytest.mark.render

SHEET = """
@page { size: 100mm 120mm; margin: 10mm } @page wide { size: 120mm 100mm }
html { font: 10pt/13pt Carlito } body { orphans: 2; widows: 2 } p { margin: 0 }
h2, .lead-in { break-after: avoid } figure, .callout { break-inside: avoid; margin: 8pt 0 }
.landscape { page: wide; break-after: page } .break { break-after: page }
.note { float: footnote; footnote-policy: line; font-size: 8pt }
.to::after { content: target-counter(attr(href), page) }
"""
LOREM = "Cells that were given once were found for twelve months in two of the patients. "


def write_body(seed: int) -> str:
    """Return blocks of all kinds that the filling of pages tells apart, some in frames, in any order."""
    chance = random.Random(seed)

    def block(name: str) -> str:
        words, height = LOREM * chance.randint(1, 12), chance.randint(5, 95)
        note = f'<span class="note">Note to {name}.</span>' if chance.random() < 0.2 else ""
        rows = "".join(f"<tr><td>{row}</td></tr>" for row in range(chance.randint(1, 30)))
        return chance.choice(
            (
                f'<p id="{name}">{words}{note}</p>',
                f'<div class="text"><p id="{name}">{words}{note}</p></div>',
                f'<h2 id="{name}">Heading</h2>',
                f'<p id="{name}" class="lead-in">Such as:</p>',
                f'<ul id="{name}"><li>{LOREM}<li>{LOREM}{note}<li>{LOREM}</ul>',
                f'<figure id="{name}" class="chart"><div style="height: {height}mm">x</div></figure>',
                f'<section><figure id="{name}"><div style="height: {height}mm">x</div>{note}</figure></section>',
                f'<figure id="{name}" class="table"><table>{rows}</table></figure>',
                f'<div id="{name}" class="table landscape"><table>{rows}</table></div>',
                f'<div id="{name}" class="callout">{LOREM * 4}</div>',
                f'<div id="{name}" class="break"></div>'
                if chance.random() < 0.3
                else f'<p id="{name}">{words}</p>',
            )
        )

    contents = "".join(f'<a class="to" href="#b{number}">to</a> ' for number in range(0, 40, 4))
    sections = (
        "".join(block(f"b{number}") for number in range(start, start + 8)) for start in range(0, 40, 8)
    )
    return f"<main><p>{contents}</p>{''.join(f'<section>{section}</section>' for section in sections)}</main>"


def lay_out(body: str) -> ReportPages:
    html = f'<html lang="en"><head><title>t</title><style>{SHEET}</style></head><body>{body}</body></html>'
    report = ComposedReport(html, {"report.css": SHEET}, {}, {})
    return lay_out_report(report, read_briefing(EVERY_BLOCK).theme).require()


def shown(pages: ReportPages) -> list[tuple[str, str]]:
    """Return the name of each block in the order of the pages, once, and which order it must keep."""
    found: dict[str, str] = {}
    for page in pages._document.pages:
        for unit in iter_units(page._page_box):
            name, classes = unit.element.get("id"), unit.element.get("class", "")
            if name:
                found.setdefault(
                    name, "text" if not unit.is_figure else "table" if "table" in classes else "chart"
                )
    return list(found.items())


@pytest.mark.parametrize("seed", range(12))
def test_all_is_there_once_and_in_order(seed: int) -> None:
    blocks = shown(lay_out(write_body(seed)))
    assert {name for name, _ in blocks} == {f"b{number}" for number in range(40)}
    for order in ("text", "table", "chart"):
        numbers = [int(name[1:]) for name, kind in blocks if kind == order]
        assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "block",
    [
        '<figure id="b0" class="table"><table><tr><td>{text}</td><td>{text}</td></tr></table></figure>',
        '<div id="b0" style="display: grid; grid-template-columns: 1fr 1fr"><p>{text}</p><p>{text}</p></div>',
    ],
    ids=["cells", "grid"],
)
def test_what_is_side_by_side_goes_on_over_pages(block: str) -> None:
    last = '<figure id="b1" class="chart"><div style="height: 60mm">x</div></figure><p id="b2">End.</p>'
    report = lay_out(f"<main>{block.format(text=LOREM * 40)}{last}</main>")
    assert report.page_count > 2
    assert [name for name, _ in shown(report)] == ["b0", "b1", "b2"]


@pytest.mark.parametrize(
    ("seed", "main", "section"),
    [(2, "block", "columns: 2"), (0, "block", "display: grid"), (0, "table", "display: table-row-group")],
)
def test_figures_stay_where_their_frame_is_no_plain_one(seed: int, main: str, section: str) -> None:
    body = write_body(seed).replace("<main>", f'<main style="display: {main}">')
    report = lay_out(body.replace("<section>", f'<section style="{section}">'))
    boxes = (box for page in report._document.pages for box in page._page_box.descendants())
    elements = (box.element for box in boxes if box.element is not None)
    names = list(dict.fromkeys(element.get("id") for element in elements if element.get("id")))
    assert names == [f"b{number}" for number in range(40)]
