"""What is inside the page: fonts with the letters that it needs, and pictures; nothing of the clock or the machine."""

from __future__ import annotations

import base64
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from justhtml import JustHTML
from lxml import etree

from builder.model.resolved import Picture
from builder.store import Store
from builder.web.fonts import font_faces
from builder.web.pictures import data_address
from tests.compose.briefings import EVERY_BLOCK, Briefing, read_briefing
from tests.web.pages import page_of

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" font-family="Carlito">
<text font-weight="bold">NK</text></svg>"""


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_briefing(EVERY_BLOCK)


def fonts_in(css: str) -> list[tuple[str, str, str, set[int]]]:
    """Return family, weight and style of each face, and the characters that its font has."""
    found = re.findall(
        r'@font-face \{ font-family: "([^"]+)"; font-weight: (\w+); font-style: (\w+); '
        r"src: url\(data:font/woff2;base64,([^)]+)\) \}",
        css,
    )
    return [
        (family, weight, style, set(TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()))
        for family, weight, style, data in found
    ]


def test_fonts_hold_the_letters_of_the_page_and_no_others(briefing: Briefing) -> None:
    faces = fonts_in(font_faces(briefing.theme, "naïve β ≥ 3", None))
    carlito = [face for face in faces if face[0] == "Carlito"]
    assert {face[1:3] for face in carlito} == {
        ("normal", "normal"), ("normal", "italic"), ("bold", "normal"), ("bold", "italic")
    }  # fmt: skip
    for *_, letters in carlito:
        assert {ord(letter) for letter in "naïve β≥3"} <= letters
        assert ord("ö") not in letters


def test_a_fallback_comes_in_only_for_letters_that_the_main_family_lacks(briefing: Briefing) -> None:
    faces = fonts_in(font_faces(briefing.theme, "β", None))
    assert {ord("β")} == next(face[3] for face in faces if face[0] == "Liberation Serif")
    assert not [
        face for face in fonts_in(font_faces(briefing.theme, "b", None)) if face[0] == "Liberation Serif"
    ]


def test_monospace_comes_in_only_for_code(briefing: Briefing) -> None:
    families = [
        {face[0] for face in fonts_in(font_faces(briefing.theme, text, None))} for text in ("x", "<code>x")
    ]
    assert families[1] - families[0] == {"Liberation Mono"}


def test_fonts_from_the_store_are_the_same(briefing: Briefing, tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    first = font_faces(briefing.theme, "abc β", store)
    assert list(tmp_path.glob("??/*"))
    assert font_faces(briefing.theme, "abc β", store) == first == font_faces(briefing.theme, "abc β", None)


def picture_in(address: str) -> bytes:
    return base64.b64decode(address.partition(";base64,")[2])


def test_a_drawing_brings_the_fonts_that_it_names(briefing: Briefing) -> None:
    address = data_address(Picture("image/svg+xml", "a.svg", 9, 9, SVG), briefing.theme, None)
    assert address.startswith("data:image/svg+xml;base64,")
    svg = etree.fromstring(picture_in(address))
    faces = fonts_in(svg[0].text)
    assert {face[0] for face in faces} == {"Carlito"}
    assert all(face[3] <= {ord(letter) for letter in "NK\n"} for face in faces)


@pytest.mark.parametrize(
    ("kind", "data"), [("image/png", b"\x89PNG"), ("image/svg+xml", SVG.replace(b"Carlito", b"Arial"))]
)
def test_other_pictures_keep_every_byte(briefing: Briefing, kind: str, data: bytes) -> None:
    address = data_address(Picture(kind, "a", 9, 9, data), briefing.theme, None)
    assert picture_in(address) == data


@pytest.mark.slow
@pytest.mark.parametrize("name", ["content/car-nk.yaml", "tests/cards/everything.yaml"])
def test_a_strict_parser_finds_no_error_and_nothing_waits_for_its_file(root: Path, name: str) -> None:
    html = page_of(root / name).decode()
    assert "diptych:" not in re.sub(r'content="[^"]*"', "", html)
    assert [str(error) for error in JustHTML(html, collect_errors=True).errors] == []


def test_the_strict_parser_finds_what_is_wrong(root: Path) -> None:
    assert JustHTML("<!doctype html><p>x</b></div>", collect_errors=True).errors


@pytest.mark.slow
def test_same_bytes_whatever_the_hash_seed_locale_and_time_zone(root: Path) -> None:
    code = "import sys; from tests.web.pages import page_of, Path; sys.stdout.buffer.write(page_of(Path(sys.argv[1])))"
    outputs = set()
    for seed, place in (
        ("1", {"TZ": "Asia/Tokyo", "LC_ALL": "C"}),
        ("2", {"TZ": "America/Lima", "LC_ALL": "C.UTF-8"}),
    ):
        environment = {**os.environ, "PYTHONHASHSEED": seed, **place}
        done = subprocess.run(
            [sys.executable, "-c", code, EVERY_BLOCK],
            cwd=root,
            env=environment,
            capture_output=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
