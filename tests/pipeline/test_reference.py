"""Decks built into a company's own file, judged from outside: a validator, python-pptx, LibreOffice."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.presentation import Presentation

from builder.diagnostics import Severity
from builder.errors import ExitCode
from builder.model.block import Output
from builder.pipeline.build import Request, Result, build
from builder.pptx.names import R
from tests.office import render_pdf
from tests.pptx.reference import company, decks

CONTENT = """\
title: A talk in the company's own file
subtitle: With everything in its place
author: [A. Writer, B. Writer]
date: 2026-01-15
edition: second
deck: {reference: brand.pptx%s}
sections:
  - title: Methods
    headline: We counted twice and found the same number both times, whoever did it
    notes: Said aloud.
    content:
      - points: [The first count gave 11., {text: The second one too., points: [On a Monday.]}]
  - title: Results
    content:
      - table: {columns: [Count, Number], rows: [[First, 11], [Second, 11]]}
        caption: Both counts
      - chart: {type: bar, data: {Count: [First, Second], Number: [11, 11]}, x: Count, y: Number}
        alt: Two bars of one height.
        caption: Two bars of one height, invented
      - stats: [{value: '11', label: counted}, {value: '2', label: counts}]
      - columns: [{content: [points: [Left.]]}, {content: [points: [Right.]]}]
"""


def build_into(folder: Path, reference: bytes, more: str = "") -> Result:
    (folder / "brand.pptx").write_bytes(reference)
    (folder / "talk.yaml").write_text(CONTENT % more, encoding="utf-8")
    return build(Request(folder / "talk.yaml", folder / "out", "out", (Output.DECK,)))


def built_into(folder: Path, reference: bytes, more: str = "") -> bytes:
    result = build_into(folder, reference, more)
    assert result.exit_code is ExitCode.OK, (result.diagnostics, result.losses)
    return (folder / "out" / "talk.pptx").read_bytes()


def codes(result: Result) -> list[str]:
    return [found.code for found in result.diagnostics]


@pytest.mark.parametrize("name", decks.ALL)
def test_a_deck_stands_on_the_layouts_of_the_file_and_the_validator_finds_nothing(
    name: str, tmp_path: Path
) -> None:
    reference = decks.saved(decks.ALL[name]())
    data = built_into(tmp_path, reference)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(
        tmp_path / "out" / "talk.pptx"
    )
    assert [str(error) for error in result.errors] == []
    deck, theirs = pptx.Presentation(io.BytesIO(data)), pptx.Presentation(io.BytesIO(reference))
    assert (deck.slide_width, deck.slide_height) == (theirs.slide_width, theirs.slide_height)
    assert len(deck.slides) == 6
    assert [layout.name for layout in all_layouts(deck)] == [layout.name for layout in all_layouts(theirs)]
    assert not any(
        "Somebody" in shape.text_frame.text for slide in deck.slides for shape in slide.placeholders
    )
    for slide in deck.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text
        assert slide.shapes.title._element.spPr.find(".//{*}xfrm") is None


def all_layouts(deck) -> list:
    return [layout for master in deck.slide_masters for layout in master.slide_layouts]


@pytest.fixture(scope="module")
def default_deck(tmp_path_factory: pytest.TempPathFactory) -> Presentation:
    """The talk on PowerPoint's own default."""
    data = built_into(tmp_path_factory.mktemp("default"), decks.saved(decks.default()))
    return pptx.Presentation(io.BytesIO(data))


def test_points_fill_the_body_placeholder_where_the_layout_has_it(default_deck: Presentation) -> None:
    slide = default_deck.slides[1]
    assert slide.slide_layout.name == "Title and Content"
    body = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)
    assert [(p.text, p.level) for p in body.text_frame.paragraphs] == [
        ("The first count gave 11.", 0), ("The second one too.", 0), ("On a Monday.", 1),
    ]  # fmt: skip
    assert body._element.spPr.find(".//{*}xfrm") is None
    assert slide.notes_slide.notes_text_frame.text == "Said aloud."


def test_a_placeholder_says_once_what_differs_from_its_layout(default_deck: Presentation) -> None:
    bodies = [shape._element for slide in default_deck.slides for shape in slide.placeholders]
    assert sum(len(style) for body in bodies for style in body.iter("{*}lstStyle")) > 0
    assert [run.get("sz") for body in bodies for run in body.iter("{*}rPr") if run.get("sz")] == []
    assert [
        own for body in bodies for own in body.iter("{*}pPr") if set(own.attrib) - {"lvl"} or len(own)
    ] == []


def test_columns_fill_both_placeholders(default_deck: Presentation) -> None:
    slide = default_deck.slides[5]
    assert slide.slide_layout.name == "Two Content"
    filled = {shape.placeholder_format.idx: shape.text_frame.text for shape in slide.placeholders}
    assert (filled[1], filled[2]) == ("Left.", "Right.")


def test_masters_layouts_and_themes_are_byte_for_byte_those_of_the_file(tmp_path: Path) -> None:
    reference = decks.saved(decks.wide())
    before, after = members(reference), members(built_into(tmp_path, reference))
    kept = [
        name for name in before if name.startswith(("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/"))
    ]
    same = {name for name in kept if name.endswith(".xml") and "_rels" not in name}
    assert len(same) >= 13
    assert {name for name in same if before[name] != after[name]} == set()


def test_embedded_fonts_stay_in_the_file(tmp_path: Path) -> None:
    reference = decks.saved(decks.embedding())
    before, after = members(reference), members(built_into(tmp_path, reference))
    assert before["ppt/fonts/font1.fntdata"] == after["ppt/fonts/font1.fntdata"]
    listed = pptx.Presentation(tmp_path / "out" / "talk.pptx").element.find("{*}embeddedFontLst")
    font = listed.find("{*}embeddedFont/{*}regular").get(f"{{{R}}}id")
    assert company.relations_of(after, "ppt/presentation.xml")[font] == "ppt/fonts/font1.fntdata"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_choices_of_the_author_count(tmp_path: Path) -> None:
    data = built_into(tmp_path, decks.saved(decks.default()), ", layouts: {table: Title and Content}")
    slide = pptx.Presentation(io.BytesIO(data)).slides[2]
    assert slide.slide_layout.name == "Title and Content"


@pytest.mark.parametrize(
    ("more", "code", "help"),
    [
        (", layouts: {contents: Title and Content}", "B315", "did you mean 'content'?"),
        (", layouts: {content: Title and Contents}", "B315", "did you mean 'Title and Content'?"),
        (", layouts: {content: Blank}", "B315", ""),
    ],
)
def test_a_wrong_choice_is_told_where_it_stands(tmp_path: Path, more: str, code: str, help: str) -> None:
    result = build_into(tmp_path, decks.saved(decks.default()), more)
    (fault,) = result.diagnostics
    assert (fault.code, result.exit_code) == (code, ExitCode.CONTENT)
    assert fault.span is not None
    assert fault.span.start.line == 6
    assert fault.help.startswith(help)


def test_choices_without_a_reference_deck_are_a_fault(tmp_path: Path) -> None:
    text = (CONTENT % ", layouts: {content: Blank}").replace("reference: brand.pptx, ", "")
    (tmp_path / "talk.yaml").write_text(text, encoding="utf-8")
    result = build(Request(tmp_path / "talk.yaml", tmp_path / "out", "out", (Output.DECK,)))
    assert codes(result) == ["B316"]


def test_a_missing_or_damaged_reference_deck_is_a_fault_at_its_name(tmp_path: Path) -> None:
    assert codes(build_into(tmp_path, b"PK")) == ["B310"]
    (tmp_path / "talk.yaml").write_text(CONTENT.replace("brand.pptx%s", "gone.pptx"), encoding="utf-8")
    assert codes(build(Request(tmp_path / "talk.yaml", tmp_path / "out", "out", (Output.DECK,)))) == ["B501"]


def test_faults_of_the_reference_deck_are_told_with_those_of_the_content(tmp_path: Path) -> None:
    text = CONTENT.replace("brand.pptx%s", "gone.pptx").replace("Said aloud.", "Said [@Nobody2020].")
    (tmp_path / "talk.yaml").write_text(text, encoding="utf-8")
    result = build(Request(tmp_path / "talk.yaml", tmp_path / "out", "out", (Output.DECK,)))
    assert sorted(codes(result)) == ["B501", "B510"]


def test_a_font_that_is_not_here_is_told_and_measured_wider(tmp_path: Path) -> None:
    result = build_into(tmp_path, decks.saved(decks.in_font("Verdana")))
    assert codes(result).count("B317") == 1
    assert result.exit_code is ExitCode.OK


@pytest.mark.parametrize("name", ["Arial", "Times New Roman", "Cambria"])
def test_fonts_of_the_same_widths_are_at_hand_for_the_usual_ones(tmp_path: Path, name: str) -> None:
    assert "B317" not in codes(build_into(tmp_path, decks.saved(decks.in_font(name))))


def test_macros_are_left_out(tmp_path: Path) -> None:
    plain, programmed = (
        b"presentationml.presentation.main+xml",
        b"ms-powerpoint.presentation.macroEnabled.main+xml",
    )
    reference = decks.changed(
        decks.saved(decks.default()),
        "[Content_Types].xml",
        lambda old: old.replace(b"openxmlformats-officedocument." + plain, programmed),
    )
    result = build_into(tmp_path, reference)
    assert "B312" in codes(result)
    assert b"macro" not in members((tmp_path / "out" / "talk.pptx").read_bytes())["[Content_Types].xml"]


BAR = b'<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
BACKGROUND = b'<p:bgRef idx="1001"><a:schemeClr val="bg1"/>'


def test_text_that_does_not_stand_out_in_the_files_own_colours_is_told(tmp_path: Path) -> None:
    (footers,) = build_into(tmp_path, decks.saved(decks.default())).diagnostics
    assert footers.message == "text in '#898989' on '#FFFFFF' has a contrast of 3.5:1"
    assert footers.span is not None
    dark = decks.changed(
        decks.saved(decks.default()),
        "ppt/slideMasters/slideMaster1.xml",
        lambda old: old.replace(BACKGROUND, BACKGROUND.replace(b"bg1", b"tx2")),
    )
    found = build_into(tmp_path, dark)
    assert set(codes(found)) == {"B610"}
    assert "text in '#000000' on '#1F497D' has a contrast of 2.3:1" in [
        one.message for one in found.diagnostics
    ]


def test_a_title_is_judged_on_the_bar_that_it_fills(tmp_path: Path) -> None:
    bar = decks.changed(
        decks.saved(decks.default()),
        "ppt/slideMasters/slideMaster1.xml",
        lambda old: old.replace(b"</a:prstGeom>", b"</a:prstGeom>" + BAR, 1),
    )
    messages = [one.message for one in build_into(tmp_path, bar).diagnostics]
    assert "text in '#000000' on '#1F497D' has a contrast of 2.3:1" in messages


def test_what_stands_on_a_gradient_is_told_once_as_unchecked(tmp_path: Path) -> None:
    shaded = decks.changed(
        decks.saved(decks.default()),
        "ppt/slideMasters/slideMaster1.xml",
        lambda old: old.replace(b'<p:bgRef idx="1001">', b'<p:bgRef idx="1002">'),
    )
    (found,) = build_into(tmp_path, shaded).diagnostics
    assert (found.code, found.severity) == ("B322", Severity.NOTE)
    assert "'Title Slide', 'Title and Content'" in found.message


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    reference = decks.saved(decks.default())
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    assert built_into(one, reference) == built_into(other, reference)


@pytest.mark.render
def test_every_slide_is_rendered(tmp_path: Path, soffice: Path) -> None:
    import pypdfium2

    built_into(tmp_path, decks.saved(decks.two_masters()))
    pdf = render_pdf(tmp_path / "out" / "talk.pptx", tmp_path, soffice)
    assert len(pypdfium2.PdfDocument(pdf)) == 6
