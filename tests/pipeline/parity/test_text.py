"""Texts are compared by what they say, not by how they are set."""

from __future__ import annotations

import pytest

from builder.pipeline.parity.text import squeeze


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("treatment of cells", "treat\u2010\nment  of\u00a0cells"),
        ("treatment", "treat\x02\nment"),
        ("treatment", "treat\u00adment"),
        ("CAR-NK cells", "CAR\u2011NK cells"),
        ("CD19-directed", "CD19\u2011\ndirected"),
        ("CD19-directed", "CD19\x02\ndirected"),
        ("the first flow", "the \ufb01rst \ufb02ow"),
        ('it\'s "so"', "it’s “so”"),
        ("12-15 of -4", "12–15 of −4"),
        ("so---or 12--15 -- so", "so—or 12–15 – so"),
        ("3 x 10...", "3 × 10…"),
        ("5'-UTR", "5′-UTR"),
        ("10^9".replace("^9", "⁹"), "109"),
        ("Cafe\u0301", "CAFÉ"),
        ("a mark\N{LEFT-TO-RIGHT MARK}", "a mark"),
    ],
)
def test_the_same_text_however_it_is_set(written: str, set_: str) -> None:
    assert squeeze(written).text == squeeze(set_).text


@pytest.mark.parametrize(
    ("one", "other"), [("-5", "5"), ("C -101", "C 101"), ("1.5", "15"), ("5%", "5"), ("10-15", "1015")]
)
def test_numbers_that_differ_stay_different(one: str, other: str) -> None:
    assert squeeze(one).text != squeeze(other).text
