"""README.md says what is so: its generated parts are what the program prints, its links and lists are complete."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from builder.cli.doctor.systems import WINDOWS
from builder.content.schema.blocks import SHAPES
from builder.errors import ExitCode
from builder.model.block import ChartKind
from builder.resolve.citations.style import bundled_styles
from tests.benchmarks.table import COLUMNS, SHARES
from tests.readme.render import EXAMPLE, PICTURES, README, fill, make_parts

LARGEST_PICTURE = 60_000
TEXT = README.read_text("utf-8")


def section(heading: str) -> str:
    """Return the text below a heading, up to the next one."""
    return TEXT.split(f"## {heading}")[1].split("\n## ")[0]


def links(text: str) -> list[str]:
    """Return the targets of links and pictures that are files of the repository."""
    found = re.findall(r"\]\(([^)]+)\)", text) + re.findall(r'src="([^"]+)"', text)
    return [target for target in found if "://" not in target]


def test_generated_parts_are_what_the_program_prints() -> None:
    assert fill(TEXT, make_parts()) == TEXT, "to mend it: make readme"


def test_a_place_that_is_missing_is_told() -> None:
    with pytest.raises(ValueError, match="no place for 'stages'"):
        fill(TEXT.replace("<!-- end of stages -->", ""), {"stages": ""})


def test_it_is_short() -> None:
    lines = TEXT.splitlines()
    assert len(lines) < 220
    assert [line for line in lines if len(line) > 120] == []
    assert len(EXAMPLE.read_text("utf-8").splitlines()) == 10


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_pictures_are_small_and_shown(picture: Path) -> None:
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < LARGEST_PICTURE
    assert picture.relative_to(README.parent).as_posix() in links(TEXT)


def test_every_link_leads_somewhere() -> None:
    missing = [target for target in links(TEXT) if not (README.parent / target).exists()]
    assert missing == []


def test_every_guarantee_is_linked_to_tests() -> None:
    rows = section("Guarantees").split("|---|---|\n")[1].strip().splitlines()
    for row in rows:
        (file,) = links(row)
        tree = ast.parse((README.parent / file).read_text("utf-8"))
        assert any(isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in tree.body)


def test_every_block_and_chart_is_named() -> None:
    text = section("Write your own")
    assert {shape.kind for shape in SHAPES if f"`{shape.kind}`" not in text} == set()
    assert {kind.value for kind in ChartKind if kind.value not in text} == set()


def test_every_bundled_style_has_a_name_that_is_told() -> None:
    (told,) = re.findall(r"`csl` is (.*?), or a `\.csl`", TEXT, re.DOTALL)
    styles = bundled_styles()
    assert {styles[name] for name in re.split(r",\s+", told)} == set(styles.values())


def test_every_exit_code_is_explained() -> None:
    (sentence,) = re.findall(r"Exit codes: (.*?)\.\n", TEXT, re.DOTALL)
    assert [int(part.split()[0]) for part in sentence.split(";")] == sorted(ExitCode)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((README.parent / "pyproject.toml").read_text("utf-8"))["project"]
    further = project["optional-dependencies"].values()
    asked = {Requirement(line).name for group in (project["dependencies"], *further) for line in group}
    text = section("Dependencies")
    assert {name for name in asked if not re.search(rf"(?<![\w-]){name}(?![\w-])", text)} == set()


def test_windows_is_told_what_doctor_tells_it() -> None:
    packages = f"{WINDOWS.packages['pango']} {WINDOWS.packages['harfbuzz-subset']}"
    assert f"{WINDOWS.install} {packages}" in " ".join(TEXT.replace("`", "").split())


def test_the_table_of_speed_has_its_form_whatever_its_numbers() -> None:
    header, line, *rows = section("Speed").partition("<!-- bench -->\n")[2].partition("<!--")[0].splitlines()
    assert [cell.strip() for cell in header.split("|")[2:-1]] == list(COLUMNS)
    assert line == f"|---|{'---|' * len(COLUMNS)}"
    forms = (*(r"\d+\.\d\d \(\d+\.\d\d\)|–" for _ in SHARES), r"(\d+ MB|–), (\d+ MB|–)", r"\d+\.\d|–")
    assert rows
    for row in rows:
        size, *cells = (cell.strip() for cell in row.split("|")[1:-1])
        assert re.fullmatch(r"x\d+", size)
        for cell, form in zip(cells, forms, strict=True):
            assert re.fullmatch(form, cell), row
