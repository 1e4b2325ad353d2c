"""A processor serves the next document too, if that cites the same works in the same style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from builder.diagnostics import Span
from builder.model.inline import CitedItem
from builder.resolve.bibliography.work import Work
from builder.resolve.citations.last import find_processor
from builder.resolve.citations.mark import Citer
from builder.resolve.citations.processor import Processor
from builder.resolve.citations.style import Style

SPAN = Span.at("works.json", 1, 1)
WORKS = tuple(
    Work(
        key,
        {
            "type": "article-journal",
            "title": f"About {key}",
            "author": [{"family": "Liu", "given": given}],
            "issued": {"date-parts": [[2020]]},
        },
        SPAN,
    )
    for key, given in (("a", "Enli"), ("b", "Enli"), ("c", "Xin"))
)


@pytest.mark.parametrize("name", ["vancouver", "apa"])
def test_it_shows_the_same_again(style: Callable[[str], Style], name: str) -> None:
    def shown(processor: Processor) -> list[object]:
        places = range(len(WORKS))
        cites = [
            processor.cite(index, ("page", "3"), suppress) for index in places for suppress in (False, True)
        ]
        return [processor.order, *map(processor.entry, places), *map(processor.cite, places), *cites]

    kept = find_processor(style(name), WORKS, 3, "en-US")
    first = shown(kept)
    moved = tuple(replace(work, span=Span.at("works.json", 9, 9)) for work in WORKS)
    assert find_processor(style(name), moved, 3, "en-US") is kept
    assert shown(kept) == first == shown(Processor(style(name), WORKS, 3, "en-US"))


def test_another_work_style_or_language_has_its_own(style: Callable[[str], Style]) -> None:
    kept = find_processor(style("apa"), WORKS, 3, "en-US")
    changed = (*WORKS[:2], replace(WORKS[2], item={**WORKS[2].item, "title": "Another"}))
    for other in (
        find_processor(style("apa"), changed, 3, "en-US"),
        find_processor(style("apa"), WORKS, 2, "en-US"),
        find_processor(style("apa"), WORKS, 3, "de-DE"),
        find_processor(style("vancouver"), WORKS, 3, "en-US"),
    ):
        assert other is not kept
    assert "Another" in find_processor(style("apa"), changed, 3, "en-US").entry(2)


@pytest.mark.parametrize("name", ["vancouver", "apa"])
def test_a_mark_is_made_once_for_all_places_and_for_nothing_else(
    style: Callable[[str], Style], name: str
) -> None:
    indexes = {work.key: index for index, work in enumerate(WORKS)}
    elsewhere = Span.at("talk.yaml", 9, 9)
    citations = [
        (CitedItem("a", SPAN), CitedItem("b", SPAN)),
        (CitedItem("a", elsewhere), CitedItem("b", elsewhere)),
        (CitedItem("b", SPAN), CitedItem("a", SPAN)),
        (CitedItem("a", SPAN, "see "),),
        (CitedItem("a", SPAN, locator="p. 3"),),
        (CitedItem("a", SPAN, suppress_author=True),),
    ]
    kept = Processor(style(name), WORKS, 3, "en-US")
    for items in citations:
        anew = Processor(style(name), WORKS, 3, "en-US")
        marks = [Citer(one, indexes, name == "vancouver").mark(items) for one in (kept, kept, anew)]
        assert marks[0] is marks[1]
        assert marks[0] == marks[2]
    assert len(kept.marks) == len(citations) - 1
