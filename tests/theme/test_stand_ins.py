"""Stand-ins have the widths of the fonts that they stand in for, as their makers publish them."""

import pytest
from fontTools.ttLib import TTFont

from builder.theme.stand_ins import find_stand_in
from builder.theme.theme import Typeface
from tests.deck.samples import clinical

WIDTHS = {
    "Arial": {" ": 278, "0": 556, "A": 667, "W": 944, "i": 222, "m": 833, "e": 556, ".": 278, "@": 1015},
    "Times New Roman": {" ": 250, "0": 500, "A": 722, "W": 944, "i": 278, "m": 778, "e": 444, ".": 250},
}
"""In thousandths of the size: those of Helvetica and Times Roman in Adobe's AFM files, which these fonts share."""


def stand_in(name: str) -> Typeface | None:
    return find_stand_in(name, clinical().body)


@pytest.mark.parametrize("name", WIDTHS)
def test_widths_are_those_that_are_published(name: str) -> None:
    face = stand_in(name)
    assert face is not None
    font = TTFont(face.files[0])
    letters, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    found = {letter: round(advances[letters[ord(letter)]][0] * 1000 / em) for letter in WIDTHS[name]}
    assert found == WIDTHS[name]


def test_the_name_is_that_of_presentation_programs_and_glyphs_of_the_theme_are_still_there() -> None:
    face = stand_in("arial")
    assert face is not None
    assert (face.family, face.office) == ("Liberation Sans", "Arial")
    assert set(clinical().body.files) < set(face.files)
    assert face.fallback[0] == clinical().body.family


@pytest.mark.parametrize("name", ["Verdana", "", "Arial Narrow"])
def test_nothing_stands_in_for_other_fonts(name: str) -> None:
    assert stand_in(name) is None
