"""Bytes are compared with texts once, and again for every other byte and text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.diagnostics import Span
from builder.pipeline.kept_comparison import compare_once
from builder.pipeline.parity.compare import Comparison, Loss
from builder.pipeline.parity.drawings import Drawing
from builder.pipeline.parity.expected import Expected
from builder.pipeline.parity.pieces import Piece
from builder.store import Store

PART = Expected("sections.0", "section", Span.at("talk.yaml", 3, 1), (Piece(("said",)),), Drawing("A square"))
FOUND = (
    Comparison({"sections.0": (1, 2), "title": (1,)}, (), {("rate", True): (3,), ("rate", False): (1,)}),
    4,
)


class Counted:
    """What compares, and how often it has."""

    def __init__(self, found: tuple[Comparison, int] = FOUND) -> None:
        self.found = found
        self.times = 0

    def __call__(self, _expected: tuple[Expected, ...], _data: bytes) -> tuple[Comparison, int]:
        self.times += 1
        return self.found


def test_the_same_is_compared_once(tmp_path: Path) -> None:
    compare, store = Counted(), Store(tmp_path, "1")
    moved = replace(PART, span=Span.at("talk.yaml", 9, 9))
    for part in (PART, PART, moved):
        assert compare_once(store, (part,), b"pdf", compare) == FOUND
    assert list(compare_once(store, (PART,), b"pdf", compare)[0].places) == list(FOUND[0].places)
    assert compare.times == 1


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ((PART,), b"another pdf"),
        ((), b"pdf"),
        ((PART, PART), b"pdf"),
        ((replace(PART, path="sections.1"),), b"pdf"),
        ((replace(PART, pieces=(Piece(("said", "or so")),)),), b"pdf"),
        ((replace(PART, drawing=Drawing("A circle")),), b"pdf"),
    ],
)
def test_anything_else_is_compared_anew(tmp_path: Path, expected: tuple[Expected, ...], data: bytes) -> None:
    compare, store = Counted(), Store(tmp_path, "1")
    compare_once(store, (PART,), b"pdf", compare)
    compare_once(store, expected, data, compare)
    assert compare.times == 2


def test_losses_are_looked_for_again(tmp_path: Path) -> None:
    lost = replace(FOUND[0], losses=(Loss(PART, "said"),)), 4
    compare, store = Counted(lost), Store(tmp_path, "1")
    assert (
        compare_once(store, (PART,), b"pdf", compare) == compare_once(store, (PART,), b"pdf", compare) == lost
    )
    assert compare.times == 2


@pytest.mark.parametrize("forged", [b"no JSON", b"[1]", b"[1, 2, 3]", b'{"a": 1}'])
def test_what_is_no_comparison_counts_for_nothing(tmp_path: Path, forged: bytes) -> None:
    compare, store = Counted(), Store(tmp_path, "1")
    compare_once(store, (PART,), b"pdf", compare)
    (entry,) = tmp_path.glob("??/*")
    store.keep(entry.name, forged)
    assert compare_once(store, (PART,), b"pdf", compare) == FOUND
    assert compare.times == 2
