import re
from itertools import combinations
from pathlib import Path

import pytest

from builder.diagnostics import Diagnostic, Position, Span
from builder.resolve.charts.grey import LEAST_CONTRAST
from builder.theme.places import package_templates
from builder.theme.read import read_theme
from builder.theme.theme import CHART_ROLES, SLOTS, Theme
from builder.world import World
from tests.theme.themes import CLINICAL, own_theme

NAMED_AT = Span.at("content/x.yaml", 3, 8, 8)


def world_at(root: Path) -> World:
    return World(root, (package_templates(),))


def clinical(root: Path) -> Theme:
    outcome = read_theme(world_at(root), "clinical", NAMED_AT)
    assert outcome.diagnostics == ()
    return outcome.require()


def the_fault(root: Path, old: str, new: str) -> Diagnostic:
    own_theme(root, old, new)
    outcome = read_theme(world_at(root), "own", NAMED_AT)
    assert outcome.value is None
    assert len(outcome.diagnostics) == 1, outcome.diagnostics
    return outcome.diagnostics[0]


def luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_slot_has_a_color_of_its_own(tmp_path: Path) -> None:
    theme = clinical(tmp_path)
    assert len({theme.slot_color(slot) for slot in SLOTS}) == len(SLOTS)
    assert set(theme.chart) == set(CHART_ROLES)


@pytest.mark.parametrize("name", ["text", "ink", "blue", "amber-text", "grey", "link", "visited"])
def test_text_colors_are_legible_on_paper_and_panels(tmp_path: Path, name: str) -> None:
    colors = clinical(tmp_path).colors
    assert contrast(colors[name], colors["paper"]) >= 4.5
    assert contrast(colors[name], colors["mist"]) >= 4.5


@pytest.mark.parametrize("name", ["blue", "amber", "sky"])
def test_marks_of_charts_stand_out_from_paper(tmp_path: Path, name: str) -> None:
    colors = clinical(tmp_path).colors
    assert contrast(colors[name], colors["paper"]) >= 3


def test_emphasis_differs_from_the_rest_in_grey_print_too(tmp_path: Path) -> None:
    colors = clinical(tmp_path).colors
    assert contrast(colors["amber"], colors["blue"]) >= 2


def test_the_first_five_series_are_told_apart_in_grey_print(tmp_path: Path) -> None:
    theme = clinical(tmp_path)
    series = [theme.colors[theme.chart[f"series-{number}"]] for number in range(1, 6)]
    assert min(contrast(*pair) for pair in combinations(series, 2)) >= LEAST_CONTRAST
    assert min(contrast(*pair) for pair in combinations(series[:3], 2)) >= 1.9


def test_families_and_their_files(tmp_path: Path) -> None:
    theme = clinical(tmp_path)
    assert (theme.headings.family, theme.headings.office, theme.headings.fallback) == (
        "Caladea", "Cambria", ("Liberation Serif",),
    )  # fmt: skip
    assert (theme.body.family, theme.body.office) == ("Carlito", "Calibri")
    assert theme.body.files[0].name == "Carlito-Regular.ttf"
    assert all(file.is_file() for file in theme.font_files)


def test_every_font_has_its_licence_beside_it() -> None:
    families = {re.split("-|Sans|Serif|Mono", file.name)[0] for file in (CLINICAL / "fonts").glob("*.ttf")}
    licences = {file.name.removesuffix("-OFL.txt") for file in (CLINICAL / "fonts").glob("*-OFL.txt")}
    assert families == licences


def test_a_name_that_is_longer_than_any_folder_s_is_an_unknown_theme(tmp_path: Path) -> None:
    found = read_theme(world_at(tmp_path), "x" * 300, NAMED_AT).diagnostics[0]
    assert (found.code, found.span) == ("B301", NAMED_AT)


def test_unknown_theme(tmp_path: Path) -> None:
    found = read_theme(world_at(tmp_path), "clincal", NAMED_AT).diagnostics[0]
    assert (found.code, found.message, found.span) == ("B301", "unknown theme 'clincal'", NAMED_AT)
    assert found.help == "did you mean 'clinical'?"


def test_theme_of_the_project(tmp_path: Path) -> None:
    own_theme(tmp_path, '"0B324A"', '"#102030"')
    theme = read_theme(world_at(tmp_path), "own", NAMED_AT).require()
    assert theme.colors["ink"] == "102030"
    assert theme.folder == tmp_path / "templates" / "own"


def test_theme_by_its_path_from_the_content_file(tmp_path: Path) -> None:
    own_theme(tmp_path)
    assert read_theme(world_at(tmp_path), "../templates/own", NAMED_AT).require().name == "../templates/own"
    outside = read_theme(world_at(tmp_path), "../../elsewhere", NAMED_AT)
    assert [d.code for d in outside.diagnostics] == ["B301"]


def test_a_fault_is_located_in_the_file_of_the_theme(tmp_path: Path) -> None:
    found = the_fault(tmp_path, 'ink: "0B324A"', 'ink: "0B324"')
    assert found.code == "B302"
    assert found.message == "expected a colour such as \"#0F5E8C\", found '0B324'"
    assert found.span is not None
    before = (CLINICAL / "_brand.yml").read_text(encoding="utf-8").partition("    ink:")[0]
    assert found.span.path == "templates/own/_brand.yml"
    assert found.span.start == Position(before.count("\n") + 1, 10)


def test_an_unquoted_hash_is_a_comment(tmp_path: Path) -> None:
    found = the_fault(tmp_path, 'amber: "C97A0A"', "amber: #C97A0A")
    assert (found.message, found.help) == ("expected a colour", "put it in quotes if it starts with '#'")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("color:\n", "colour:\n", "unknown key 'colour'"),
        ("accent6: sky", "accent6: blue", "'accent6' has the same value as 'accent1'"),
        ("accent6: sky", "accent6: skie", "unknown colour 'skie'"),
        ("      accent6: sky\n", "", "'accent6' is missing"),
        ("headings: Caladea", "headings: Gelasio", "no font files for family 'Gelasio'"),
        (
            "fonts/Carlito-Bold.ttf",
            "fonts/Carlito-Black.ttf",
            "there is no font file 'fonts/Carlito-Black.ttf' in the",
        ),
        ("fonts/Carlito-Bold.ttf", f"fonts/{'x' * 300}.ttf", "there is no font file 'fonts/xxx"),
        ("fonts/Carlito-Bold.ttf", '"x\\0.ttf"', "there is no font file 'x"),
        ("fonts/Carlito-Bold.ttf", "../../../x.ttf", "there is no font file '../../../x.ttf' in the"),
        ("      folHlink: visited", "      folHlink: visited\n      dk1: text", "key 'dk1' is given twice"),
        ("meta:\n", "meta: [\n", "the theme's file is not valid YAML"),
    ],
)
def test_faults(tmp_path: Path, old: str, new: str, message: str) -> None:
    own_theme(tmp_path, old, new)
    outcome = read_theme(world_at(tmp_path), "own", NAMED_AT)
    assert outcome.value is None
    first = outcome.diagnostics[0]
    assert first.code == "B302"
    assert first.message.startswith(message)
    assert first.span is not None
    assert first.span.path == "templates/own/_brand.yml"


def test_all_faults_at_once(tmp_path: Path) -> None:
    folder = own_theme(tmp_path, "accent6: sky", "accent6: skyy")
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("hlink: link", "hlink: lnk"), encoding="utf-8")
    outcome = read_theme(world_at(tmp_path), "own", NAMED_AT)
    assert [d.help for d in outcome.diagnostics] == ["did you mean 'sky'?", "did you mean 'link'?"]


@pytest.mark.parametrize("name", ["a" * 400, "./" + "a" * 400, "a\0b", "x/\0"])
def test_a_name_that_no_folder_can_have_is_an_unknown_theme(tmp_path: Path, name: str) -> None:
    (found,) = read_theme(world_at(tmp_path), name, NAMED_AT).diagnostics
    assert (found.code, found.span) == ("B301", NAMED_AT)
