"""Slides of earlier builds are taken from the store, and only those that would come out the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.deck.build import SIZES
from builder.diagnostics import Diagnostics
from builder.layout import slide_engine
from builder.layout.slides import SlideLayouter
from builder.store import Store
from tests.deck.samples import clinical

pytestmark = pytest.mark.render
HTML = "<section class=slide><p>x</p></section>"
CSS = "p { font-size: 40px }"


class Counted(slide_engine.SlideEngine):
    """The engine, which counts what it does."""

    loaded = 0
    laid_out = 0

    def __init__(self, *args, **named) -> None:
        Counted.loaded += 1
        super().__init__(*args, **named)

    def lay_out(self, *args):
        Counted.laid_out += 1
        return super().lay_out(*args)


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> type[Counted]:
    monkeypatch.setattr(slide_engine, "SlideEngine", Counted)
    Counted.loaded = Counted.laid_out = 0
    return Counted


def layouter(folder: Path, css: str = CSS, size: str = "16:9", versions: str = "1") -> SlideLayouter:
    return SlideLayouter(clinical(), {"test.css": css}, SIZES[size], Diagnostics(), Store(folder, versions))


def test_a_slide_that_is_known_needs_no_engine(tmp_path: Path, counted: type[Counted]) -> None:
    first = layouter(tmp_path).lay_out(HTML)
    assert (counted.loaded, counted.laid_out) == (1, 1)
    assert layouter(tmp_path).lay_out(HTML) == first
    assert (counted.loaded, counted.laid_out) == (1, 1)


@pytest.mark.parametrize(
    "other",
    [{"css": CSS + "p { color: red }"}, {"size": "4:3"}, {"versions": "2"}],
    ids=lambda other: next(iter(other)),
)
def test_what_else_a_slide_is_made_of_counts(
    tmp_path: Path, counted: type[Counted], other: dict[str, str]
) -> None:
    layouter(tmp_path).lay_out(HTML)
    layouter(tmp_path, **other).lay_out(HTML)
    assert counted.laid_out == 2


def test_without_a_store_the_same_slide_is_laid_out_once(counted: type[Counted]) -> None:
    plain = SlideLayouter(clinical(), {"test.css": CSS}, SIZES["16:9"], Diagnostics())
    assert plain.lay_out(HTML) is plain.lay_out(HTML)
    assert counted.laid_out == 1


def test_complaints_are_made_each_time(tmp_path: Path) -> None:
    faulty = "p { colour: red }"
    complaints = []
    for _ in range(2):
        found = Diagnostics()
        SlideLayouter(clinical(), {"test.css": faulty}, SIZES["16:9"], found, Store(tmp_path, "1")).lay_out(
            HTML
        )
        complaints.append(tuple(found))
    assert [diagnostic.code for diagnostic in complaints[0]] == ["B402"]
    assert complaints[1] == complaints[0]


@pytest.mark.parametrize("damage", [b"", b"{}"])
def test_a_damaged_slide_is_laid_out_again(tmp_path: Path, counted: type[Counted], damage: bytes) -> None:
    first = layouter(tmp_path).lay_out(HTML)
    for entry in tmp_path.glob("??/*"):
        store = Store(tmp_path, "1")
        store.keep(entry.name, damage)
    assert layouter(tmp_path).lay_out(HTML) == first
    assert counted.laid_out == 2
