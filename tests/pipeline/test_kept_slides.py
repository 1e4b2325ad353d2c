"""Slides of a company's own file stay as they are, before and after ours, judged by python-pptx and a validator."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pptx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.presentation import Presentation

from builder.content.load import load
from builder.deck.model import Deck, DeckFont, DeckTheme, FontRole
from builder.deck.reference.brand import Brand
from builder.diagnostics import Outcome, Severity
from builder.model.block import Output
from builder.model.prints import Print
from builder.pipeline.build import Request, build
from builder.pipeline.reference import find_brand
from builder.pptx.reference.write import write_into
from builder.world import World
from tests.office import render_pdf
from tests.pipeline.test_reference import CONTENT, built_into, codes, members
from tests.pptx.reference import company, decks

OURS = 6
"""How many slides the talk has."""

REFERENCE = decks.saved(company.company())
VARIANTS = {
    "none": ("", [], []),
    "cover and legal page": (", reference-slides: {first: 1, last: 6}", [1], [6]),
    "all": (", reference-slides: last", [], [1, 2, 3, 4, 5, 6]),
    "the rest": (", reference-slides: {first: [5, 1], last: all}", [5, 1], [2, 3, 4, 6]),
}


@pytest.fixture(scope="module", params=VARIANTS)
def variant(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def folder(variant: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kept")
    built_into(made, REFERENCE, VARIANTS[variant][0])
    return made


@pytest.fixture(scope="module")
def data(folder: Path) -> bytes:
    return (folder / "out" / "talk.pptx").read_bytes()


@pytest.fixture(scope="module")
def numbers(variant: str) -> list[int]:
    """The numbers in the company's file, 0 for slides of ours."""
    _, first, last = VARIANTS[variant]
    return [*first, *[0] * OURS, *last]


def opened(data: bytes) -> Presentation:
    return pptx.Presentation(io.BytesIO(data))


def test_the_slides_stand_where_they_were_asked_for(data: bytes, numbers: list[int]) -> None:
    slide_parts = [slide.part.partname for slide in opened(data).slides]
    assert len(set(slide_parts)) == len(numbers)
    titles = [slide.shapes.title.text if slide.shapes.title else "" for slide in opened(REFERENCE).slides]
    found = [slide.shapes.title.text if slide.shapes.title else "" for slide in opened(data).slides]
    assert [titles.index(title) + 1 if title in titles else 0 for title in found] == numbers


def test_every_byte_of_a_kept_slide_and_of_what_is_on_it_is_the_same(data: bytes, numbers: list[int]) -> None:
    before, after = members(REFERENCE), members(data)
    kept = {f"ppt/slides/slide{number}.xml" for number in numbers if number}
    linking = {"ppt/slides/slide5.xml"} if not {1, 6} <= set(numbers) else set()
    for name in reached(before, kept) - linking:
        assert before[name] == after[name], name
    gone = {name for name in before if name.startswith("ppt/slides/slide") and name not in kept}
    assert not any(before[name] == after.get(name) for name in gone)


def reached(found: dict[str, bytes], names: set[str]) -> set[str]:
    """Return the parts that these ones refer to, directly or not, masters and other slides left out."""
    waiting, seen = list(names), set()
    while waiting:
        name = waiting.pop()
        if name in seen or name.startswith(("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesMasters/")):
            continue
        seen.add(name)
        related = company.relations_of(found, name).values()
        waiting += [target for target in related if not target.startswith("ppt/slides/")]
    return seen


def test_every_relationship_that_is_named_is_there_and_leads_to_a_part(data: bytes) -> None:
    found = members(data)
    for name in found:
        if not name.endswith(".xml") or name == "[Content_Types].xml":
            continue
        related = company.relations_of(found, name)
        assert company.relations_named(etree.fromstring(found[name])) <= related.keys(), name
        assert set(related.values()) <= found.keys(), name


def test_the_validator_finds_nothing(folder: Path) -> None:
    assert faults(folder / "out" / "talk.pptx") == []


def faults(file: Path) -> list[str]:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    return [str(error) for error in validator.validate(file).errors]


def test_identifiers_sections_and_properties_cover_every_slide(data: bytes, numbers: list[int]) -> None:
    deck = opened(data)
    ids = [entry.get("id") for entry in deck.element.sldIdLst]
    assert len(set(ids)) == len(numbers)
    theirs = [entry.get("id") for entry in opened(REFERENCE).element.sldIdLst]
    assert [theirs.index(id) + 1 if number else 0 for id, number in zip(ids, numbers, strict=True)] == numbers
    names = {
        member.get("id"): section.get("name")
        for section in deck.element.iter("{*}section")
        for member in section.iter("{*}sldId")
    }
    assert names.keys() == set(ids)
    assert [names[id] for id, number in zip(ids, numbers, strict=True) if number in (1, 2)] == [
        "Corporate" for number in numbers if number in (1, 2)
    ]
    app = etree.fromstring(members(data)["docProps/app.xml"])
    assert "Office Theme" in [one.text for one in app.iter("{*}lpstr")]
    counted = {one.tag.rpartition("}")[2]: one.text for one in app}
    assert counted["Slides"] == str(len(numbers))
    assert counted["HiddenSlides"] == str(numbers.count(company.HIDDEN))
    assert counted["Notes"] == str(1 + numbers.count(company.CHART))
    titles = [slide.shapes.title.text if slide.shapes.title is not None else "" for slide in deck.slides]
    titles = [title.replace("company’s", "company's") for title in titles]
    assert [one.text or "" for one in app.iter("{*}lpstr")][-len(titles) :] == titles


def test_notes_comments_workbooks_and_settings_are_still_theirs(data: bytes, numbers: list[int]) -> None:
    deck = opened(data)
    for slide, number in zip(deck.slides, numbers, strict=True):
        if number == company.CHART:
            assert slide.notes_slide.notes_text_frame.text == "Said of the sales."
            (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
            assert list(chart.plots[0].series[0].values) == [3.5, 4.5]
            assert chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK")
        assert slide._element.get("show") == ("0" if number == company.HIDDEN else None)
        assert bool(slide._element.findall("{*}transition")) == (number == company.COVER)
    found = members(data)
    assert ("ppt/commentAuthors.xml" in found) == (company.CHART in numbers)
    assert ("ppt/comments/comment1.xml" in found) == (company.CHART in numbers)
    assert ("customXml/itemProps7.xml" in found) == (company.OBJECT in numbers)


def test_our_slides_count_on_from_theirs(folder: Path, data: bytes, numbers: list[int]) -> None:
    record = json.loads((folder / "out" / "talk.build.json").read_text(encoding="utf-8"))
    before = numbers.index(0)
    assert record["blocks"]["title"] == {"slides": [before + 1]}
    assert record["sheets"]["pptx"] == len(numbers)
    assert record["reference-slides"] == {
        str(place): number for place, number in enumerate(numbers, 1) if number
    }
    shown = [
        field.find("{*}t").text
        for slide in list(opened(data).slides)[before : before + OURS]
        for field in slide._element.iter("{*}fld")
        if field.get("type") == "slidenum"
    ]
    assert shown == [str(number) for number in range(before + 1, before + OURS + 1)][-len(shown) :]


def brand_in(folder: Path, reference: bytes, more: str) -> Outcome[Brand]:
    """Return what is found in a reference deck before anything is laid out."""
    (folder / "brand.pptx").write_bytes(reference)
    (folder / "talk.yaml").write_text(CONTENT % more, encoding="utf-8")
    world = World(folder)
    return find_brand(world, load(world, folder / "talk.yaml").require())


def kept_in(folder: Path, reference: bytes, more: str) -> bytes:
    """Return the company's file with the slides that are kept, and without ours."""
    return written(brand_in(folder, reference, more).require())


def written(brand: Brand) -> bytes:
    theme = DeckTheme("brand", brand.master.colors, (DeckFont(FontRole.BODY, "Calibri"),))
    return write_into(Deck(brand.deck.size, theme, (), ()), brand.members, brand.kept)


def told(outcome: Outcome[Brand]) -> list[tuple[str, str, Severity]]:
    return [(found.code, found.message, found.severity) for found in outcome.diagnostics]


def test_links_between_kept_slides_stay_and_links_to_others_go(tmp_path: Path) -> None:
    first, last = opened(kept_in(tmp_path, REFERENCE, ", reference-slides: {first: 5, last: 6}")).slides
    to_cover, to_legal = list(first.shapes)[1:]
    assert to_cover.click_action.target_slide is None
    assert to_legal.click_action.target_slide == last
    assert [shape.text_frame.text for shape in (to_cover, to_legal)] == ["To 0", "To 1"]


def test_what_makes_a_kept_slide_hard_to_reach_is_told(tmp_path: Path) -> None:
    outcome = brand_in(tmp_path, REFERENCE, ", reference-slides: {first: [1, 4], last: 6}")
    assert told(outcome) == [
        ("B320", "slide 1 of 'brand.pptx' has no alternative text on 'Picture 3'", Severity.WARNING),
        ("B320", "slide 6 of 'brand.pptx' has no title", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    ("more", "fault", "help"),
    [
        ("{first: 7}", "'brand.pptx' has 6 slides and no slide 7", "'diptych template brand.pptx' lists"),
        ("{first: [2, 1], last: 1}", "slide 1 is asked for twice", "remove one of the two"),
        ("{first: all, last: all}", "all slides are asked for twice", "remove one of the two"),
    ],
)
def test_a_slide_that_cannot_be_had_is_told_where_it_stands(
    tmp_path: Path, more: str, fault: str, help: str
) -> None:
    outcome = brand_in(tmp_path, REFERENCE, f", reference-slides: {more}")
    assert told(outcome) == [("B319", fault, Severity.ERROR)]
    (found,) = outcome.diagnostics
    assert found.help.startswith(help)
    assert found.span is not None
    assert found.span.start.line == 6


def test_a_file_without_slides_has_none_to_keep(tmp_path: Path) -> None:
    outcome = brand_in(tmp_path, decks.saved(decks.default()), ", reference-slides: first")
    assert told(outcome) == [("B319", "'brand.pptx' has no slides", Severity.ERROR)]


def test_slides_cannot_be_kept_of_no_file(tmp_path: Path) -> None:
    text = (CONTENT % ", reference-slides: last").replace("reference: brand.pptx, ", "")
    (tmp_path / "talk.yaml").write_text(text, encoding="utf-8")
    assert codes(build(Request(tmp_path / "talk.yaml", tmp_path / "out", "out", (Output.DECK,)))) == ["B318"]


def test_prints_say_that_they_show_ours_only(tmp_path: Path) -> None:
    (tmp_path / "brand.pptx").write_bytes(REFERENCE)
    (tmp_path / "talk.yaml").write_text(CONTENT % ", reference-slides: {first: 4}", encoding="utf-8")
    result = build(Request(tmp_path / "talk.yaml", tmp_path / "out", "out", (Output.DECK, Print.SLIDES)))
    assert ("B321", Severity.NOTE) in [(found.code, found.severity) for found in result.diagnostics]
    (printed,) = result.prints
    assert printed.pages == OURS


def test_a_deck_of_ours_can_be_the_file_and_keeps_its_slides(tmp_path: Path) -> None:
    ours = built_into(tmp_path, REFERENCE, ", reference-slides: {first: 2, last: 6}")
    again = tmp_path / "again"
    again.mkdir()
    data = built_into(again, ours, ", reference-slides: last")
    before, after = members(ours), members(data)
    assert len(opened(data).slides) == 2 * OURS + 2
    slides = {name for name in before if name.startswith("ppt/slides/slide")}
    assert {name for name in slides if before[name] != after[name]} == set()
    assert faults(again / "out" / "talk.pptx") == []


def test_a_damaged_slide_is_a_fault_only_if_it_is_kept(tmp_path: Path) -> None:
    damaged = decks.changed(REFERENCE, "ppt/slides/slide4.xml", lambda old: old[:-9])
    outcome = brand_in(tmp_path, damaged, ", reference-slides: {first: 4}")
    assert [found.code for found in outcome.diagnostics] == ["B310"]
    assert brand_in(tmp_path, damaged, ", reference-slides: {last: 5}").diagnostics == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(members(REFERENCE))), st.floats(0, 1), st.binary(max_size=6))
def test_no_damage_is_more_than_a_diagnostic(tmp_path: Path, member: str, share: float, noise: bytes) -> None:
    def damage(old: bytes) -> bytes:
        at = round(share * len(old))
        return old[:at] + noise + old[at + 3 :]

    assume(not member.startswith("["))
    outcome = brand_in(tmp_path, decks.changed(REFERENCE, member, damage), ", reference-slides: last")
    assert outcome.value is not None or outcome.failed
    if outcome.value is not None:
        assert written(outcome.value).startswith(b"PK")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'<p:sldId id="257"', b'<p:sldId id="x"'),
        (b"<p:presentation ", b'<p:presentation firstSlideNum="x" '),
    ],
)
def test_numbers_that_are_none_are_a_fault_of_the_file(tmp_path: Path, right: bytes, wrong: bytes) -> None:
    damaged = decks.changed(REFERENCE, "ppt/presentation.xml", lambda old: old.replace(right, wrong, 1))
    outcome = brand_in(tmp_path, damaged, ", reference-slides: last")
    assert [found.code for found in outcome.diagnostics] == ["B310"]


def test_what_lies_outside_of_the_file_is_told(tmp_path: Path) -> None:
    entry = (
        b'<Relationship Id="rId77" TargetMode="External" Target="https://example.org/film.mp4" Type="http://'
        b'schemas.openxmlformats.org/officeDocument/2006/relationships/video"/></Relationships>'
    )
    member = "ppt/slides/_rels/slide4.xml.rels"
    linked = decks.changed(REFERENCE, member, lambda old: old.replace(b"</Relationships>", entry))
    outcome = brand_in(tmp_path, linked, ", reference-slides: {first: 4}")
    assert [found.code for found in outcome.diagnostics] == ["B312"]
    assert brand_in(tmp_path, linked, ", reference-slides: {first: 5}").diagnostics == ()


def test_a_control_on_a_kept_slide_is_left_out(tmp_path: Path) -> None:
    deck = company.company()
    company.add_control(deck.slides[company.HIDDEN - 1])
    found = members(kept_in(tmp_path, decks.saved(deck), ", reference-slides: {first: 4}"))
    assert not any("activeX" in name for name in found)
    assert b"control" not in found["ppt/slides/slide4.xml"]
    assert b"Not for the public" in found["ppt/slides/slide4.xml"]


def test_comments_without_their_authors_are_left_out(tmp_path: Path) -> None:
    orphaned = decks.changed(
        REFERENCE,
        "ppt/_rels/presentation.xml.rels",
        lambda old: old.replace(b"relationships/commentAuthors", b"relationships/unknown"),
    )
    found = members(kept_in(tmp_path, orphaned, ", reference-slides: {first: 2}"))
    assert not any("omment" in name for name in found)


@pytest.mark.render
def test_every_slide_that_is_not_hidden_is_rendered(folder: Path, numbers: list[int], soffice: Path) -> None:
    import pypdfium2

    pdf = render_pdf(folder / "out" / "talk.pptx", folder, soffice)
    assert len(pypdfium2.PdfDocument(pdf)) == len(numbers) - numbers.count(company.HIDDEN)
