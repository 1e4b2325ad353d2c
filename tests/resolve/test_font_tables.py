"""Fonts whose glyphs are told by number have the characters and the widths that their names lead to."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from builder.resolve.charts.metrics import load_metrics
from builder.resolve.glyphs import code_points
from tests.deck.samples import clinical

FILES = clinical().font_files


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_characters_and_widths_are_those_of_the_named_glyphs(file: Path) -> None:
    with TTFont(file) as font:
        em, named = font["head"].unitsPerEm, font.getBestCmap()
        advances = {code: font["hmtx"][glyph][0] / em for code, glyph in named.items()}
    assert len(advances) > 200
    assert code_points(file) == frozenset(advances)
    assert load_metrics(file).advances == advances
