"""A character that no font of the theme has is reported where the author wrote it."""

import textwrap
from pathlib import Path

import pytest

from builder.content.load import load
from builder.diagnostics import Diagnostic
from builder.diagnostics.span import Position
from builder.resolve.glyphs import has_glyph
from builder.resolve.resolve import resolve
from builder.resolve.substitutes import SUBSTITUTES
from builder.theme.places import package_templates
from builder.theme.read import read_theme
from builder.world import World


@pytest.fixture
def fonts(tmp_path: Path) -> tuple[Path, ...]:
    theme = read_theme(World(tmp_path, (package_templates(),)), "clinical", None).require()
    return theme.font_files


def found(folder: Path, fonts: tuple[Path, ...], content: str) -> list[Diagnostic]:
    file = folder / "a.yaml"
    file.write_text(
        "title: A\nsections:\n  - title: B\n    content:\n" + textwrap.indent(content, " " * 6), "utf-8"
    )
    world = World(folder, (package_templates(),))
    outcome = resolve(world, load(world, file).require(), fonts)
    assert outcome.require().missing_glyphs
    return list(outcome.diagnostics)


def test_the_message_names_the_character_its_place_and_what_to_do(
    tmp_path: Path, fonts: tuple[Path, ...]
) -> None:
    [fault] = found(tmp_path, fonts, "- points:\n    - one\n    - in ℝ\n")
    assert fault.code == "B530"
    assert fault.message == "no font of the theme has the character 'ℝ' (U+211D, double-struck capital r)"
    assert fault.span is not None
    assert (fault.span.path, fault.span.start) == ("a.yaml", Position(7, 16))
    assert "_brand.yml" in fault.help


@pytest.mark.parametrize(
    ("sign", "instead"),
    [("✓", "write 'yes' or '●' or '√', or add a font"), ("⇒", "write '→', or"), ("ℝ", "else, or")],
)
def test_signs_that_most_fonts_lack_have_substitutes_that_these_have(
    sign: str, instead: str, tmp_path: Path, fonts: tuple[Path, ...]
) -> None:
    [fault] = found(tmp_path, fonts, f"- points: [{sign} done]\n")
    assert instead in fault.help


@pytest.mark.parametrize("word", sorted({word for words in SUBSTITUTES.values() for word in words}))
def test_substitutes_are_in_the_shipped_fonts(word: str, fonts: tuple[Path, ...]) -> None:
    assert all(has_glyph(sign, fonts) for sign in word)


def test_a_script_is_reported_once_where_it_first_stands_outside_of_comments(
    tmp_path: Path, fonts: tuple[Path, ...]
) -> None:
    [fault] = found(tmp_path, fonts, "# 中\n- points:\n    - 中文 and 北\n")
    assert fault.message.endswith("nor 2 more of its script ('文', '北')")
    assert fault.span is not None
    assert fault.span.start == Position(7, 13)


def test_a_character_of_a_data_file_is_located_in_that_file(tmp_path: Path, fonts: tuple[Path, ...]) -> None:
    (tmp_path / "a.csv").write_text("x,y\n中文北ℝ,1\n", "utf-8")
    chart = "- chart: {type: bar, data: a.csv, x: x, y: y}\n  alt: 上\n"
    faults = found(tmp_path, fonts, chart)
    assert {fault.code for fault in faults} == {"B530"}
    assert {(fault.span.path, fault.span.start.line) for fault in faults if fault.span} == {("a.csv", 2)}


@pytest.mark.parametrize(
    "character", ["a", "é", "e\u0301"[1], "\u2011", "\u202f", "\u200d", "\ufe0f", "β", "≥", "−"]
)
def test_characters_that_can_be_drawn_are_none(character: str, fonts: tuple[Path, ...]) -> None:
    assert has_glyph(character, fonts)


@pytest.mark.parametrize("character", ["中", "م", "ℝ", "🙂"])
def test_characters_that_cannot_be_drawn_are_seen(character: str, fonts: tuple[Path, ...]) -> None:
    assert not has_glyph(character, fonts)
