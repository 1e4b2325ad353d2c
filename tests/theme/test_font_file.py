"""Fonts of a theme are read through before native libraries are given them."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.store import Store
from builder.theme.font_file import find_font_fault
from builder.theme.places import package_templates
from builder.world import World

FONTS = sorted((package_templates() / "clinical" / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("font", FONTS[::4], ids=lambda font: font.stem)
def test_a_sound_font_has_no_fault_and_is_read_through_once(font: Path, tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(font.read_bytes())
    world = World(tmp_path, (), Store(tmp_path / "kept", "1"))
    assert find_font_fault(world, tmp_path / "a.ttf") == ""
    assert len(list((tmp_path / "kept").glob("??/*"))) == 1
    assert find_font_fault(world, tmp_path / "a.ttf") == ""


def test_a_damaged_font_is_told_each_time(tmp_path: Path) -> None:
    data = FONTS[0].read_bytes()
    (tmp_path / "a.ttf").write_bytes(data[: len(data) // 2])
    world = World(tmp_path, (), Store(tmp_path / "kept", "1"))
    for _ in range(2):
        assert find_font_fault(world, tmp_path / "a.ttf") == "is damaged"


def test_a_font_for_the_web_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"wOFF" + b"\0" * 40)
    assert find_font_fault(World(tmp_path), tmp_path / "a.ttf") == "is not a TrueType or OpenType font"
