"""Fonts whose glyphs are told by number have the characters and the widths that their names lead to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from builder.resolve.charts.metrics import find_file, load_metrics
from builder.resolve.font_tables import family_name
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


@pytest.mark.parametrize("names", [
    [(1, 1, 0, 0, "Café"), (1, 3, 1, 0x409, "Other")], [(1, 3, 1, 0x407, "Schrift"), (1, 3, 1, 0x409, "Type")],
    [(1, 3, 1, 0x409, "Type Light"), (16, 3, 1, 0x409, "Type")], [(1, 3, 1, 0x411, "書体")],
    [(1, 3, 1, 0x409, "Type"), (16, 3, 1, 0x411, "書体")], [(4, 3, 1, 0x409, "Type Bold")], [],
])  # fmt: skip
def test_families_are_named_as_the_reader_of_fonts_has_them(
    names: list[tuple[int, int, int, int, str]], tmp_path: Path
) -> None:
    file = tmp_path / "named.ttf"
    with TTFont(FILES[0]) as font:
        font["name"].names = []
        for name_id, platform, encoding, language, text in names:
            font["name"].setName(text, name_id, platform, encoding, language)
        font.save(file)
    with TTFont(file) as font:
        assert family_name(file) == (font["name"].getBestFamilyName() or "")


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_our_fonts_have_their_names(file: Path) -> None:
    with TTFont(file) as font:
        assert family_name(file) == font["name"].getBestFamilyName() != ""


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    upright, bold = (find_file(FILES, is_bold) for is_bold in (False, True))
    file = tmp_path / "font.ttf"
    for changed in (upright, bold):
        shutil.copy(changed, file)
        assert load_metrics(file) == load_metrics(changed)
        assert code_points(file) == code_points(changed)
    assert find_file((upright, file), True) == file
    with TTFont(file) as font:
        font["OS/2"].usWeightClass = 400
        font.save(file)
    assert find_file((upright, file), True) == upright


@pytest.mark.parametrize("damage", ["odd", "short"])
def test_damaged_names_are_passed_over(damage: str, tmp_path: Path) -> None:
    file = tmp_path / "named.ttf"
    with TTFont(FILES[0]) as font:
        table = font["name"].compile(font)
        if damage == "odd":
            font["name"].setName("x", 16, 3, 1, 0x409)
            font["name"].names[-1].string = b"\0"
            table = font["name"].compile(font)
        else:
            table = table[:2] + b"\xff\xff" + table[4:]
        font["name"] = raw = DefaultTable("name")
        raw.data = table
        font.save(file)
    with TTFont(file) as font:
        assert family_name(file) == font["name"].getBestFamilyName()
