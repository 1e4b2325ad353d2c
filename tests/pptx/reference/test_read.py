"""What a reference deck offers, judged by python-pptx; hostile files give a diagnostic and never more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.deck.reference.model import ReferenceDeck
from builder.diagnostics import Diagnostic, Severity, Span
from builder.pptx.reference import archive
from builder.pptx.reference.read import read_reference
from builder.units import Rect
from tests.pptx.reference import decks

AT = Span.at("content/x.yaml", 4, 3, 9)
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MAIN = "ppt/presentation.xml"
DEFAULT = decks.saved(decks.default())


def packed_by_lzma() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DEFAULT)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return packed.getvalue()


def read(data: bytes) -> ReferenceDeck:
    outcome = read_reference(data, "brand.pptx", AT)
    assert outcome.diagnostics == ()
    return outcome.require()


def the_fault(data: bytes) -> Diagnostic:
    outcome = read_reference(data, "brand.pptx", AT)
    assert outcome.value is None
    (fault,) = outcome.diagnostics
    assert fault.severity is Severity.ERROR
    assert fault.message.startswith("'brand.pptx' ")
    assert fault.span == AT
    assert fault.help
    return fault


@pytest.mark.parametrize("name", [*decks.ALL, "untitled"])
def test_layouts_placeholders_and_places_are_those_that_another_reader_finds(name: str) -> None:
    data = decks.saved({**decks.ALL, "untitled": decks.untitled}[name]())
    deck, other = read(data), pptx.Presentation(io.BytesIO(data))
    assert (deck.size.width, deck.size.height) == (other.slide_width, other.slide_height)
    assert deck.slides == len(other.slides)
    found = [
        (layout.name, sorted((shape.idx, shape.name, place_of(shape.rect)) for shape in layout.placeholders))
        for layout in deck.layouts
    ]
    assert found == [
        (
            layout.name,
            sorted((one.placeholder_format.idx, one.name, place_of(one)) for one in layout.placeholders),
        )
        for master in other.slide_masters
        for layout in master.slide_layouts
    ]


def place_of(shape) -> tuple[int, int, int, int]:
    if isinstance(shape, Rect):
        return shape.x, shape.y, shape.width, shape.height
    return shape.left, shape.top, shape.width, shape.height


def test_masters_with_their_themes() -> None:
    first, second = read(decks.saved(decks.two_masters())).masters
    assert (first.headings, first.body) == ("Calibri", "Calibri")
    assert first.colors["accent1"] == second.colors["accent1"] == "4F81BD"
    assert first.part != second.part


def test_a_template_is_read_like_a_presentation() -> None:
    assert read(decks.as_template(DEFAULT)).layouts == read(DEFAULT).layouts


def test_macros_are_told() -> None:
    pptm = decks.changed(
        DEFAULT,
        "[Content_Types].xml",
        lambda old: old.replace(
            b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        ),
    )
    outcome = read_reference(pptm, "brand.pptm", AT)
    assert outcome.value is not None
    assert [(found.code, found.severity) for found in outcome.diagnostics] == [("B312", Severity.WARNING)]


def test_what_lies_outside_of_the_file_is_told_and_hyperlinks_are_not() -> None:
    def link(kind: str) -> bytes:
        entry = (
            f'<Relationship Id="rId77" TargetMode="External" Target="https://example.org/logo.png" Type='
            f'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
        )
        member = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
        return decks.changed(DEFAULT, member, lambda old: old.replace(b"</Relationships>", entry.encode()))

    outcome = read_reference(link("image"), "brand.pptx", AT)
    assert [found.code for found in outcome.diagnostics] == ["B312"]
    assert LAYOUT in outcome.diagnostics[0].message
    assert read_reference(link("hyperlink"), "brand.pptx", AT).diagnostics == ()


FAULTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "not an archive": (lambda: b"%PDF-1.7", "not a presentation"),
    "empty": (lambda: b"", "not a presentation"),
    "cut off": (lambda: DEFAULT[: len(DEFAULT) // 2], "not a presentation"),
    "password or old format": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    "another kind of file": (
        lambda: decks.changed(DEFAULT, "_rels/.rels", lambda old: b'<Relationships xmlns="http://x"/>'),
        "another kind",
    ),
    "malformed": (lambda: decks.changed(DEFAULT, LAYOUT, lambda old: old[:-20]), LAYOUT),
    "entities": (
        lambda: decks.changed(
            DEFAULT,
            LAYOUT,
            lambda old: old.replace(b"<p:sldLayout", b'<!DOCTYPE x [<!ENTITY a "aa">]><p:sldLayout', 1),
        ),
        "declares entities",
    ),
    "lost relationship": (
        lambda: decks.changed(DEFAULT, MAIN, lambda old: old.replace(b'r:id="rId1"', b'r:id="rId99"')),
        "'rId99'",
    ),
    "lost part": (
        lambda: decks.changed(
            DEFAULT,
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            lambda old: old.replace(b"slideLayout3.xml", b"slideLayout33.xml"),
        ),
        "slideLayout33.xml",
    ),
    "no number": (
        lambda: decks.changed(DEFAULT, MAIN, lambda old: old.replace(b'cx="9144000"', b'cx="wide"')),
        "no number",
    ),
    "a part without a name": (
        lambda: DEFAULT.replace(b"docProps/app.xml", b"\0ocProps/app.xml"),
        "without a name",
    ),
    "damaged in a rare compression": (
        lambda: packed_by_lzma()[:60] + bytes(99) + packed_by_lzma()[159:],
        "damaged",
    ),
    "a layout of another kind": (
        lambda: decks.changed(DEFAULT, LAYOUT, lambda old: old.replace(b"sldLayout", b"sldLayers")),
        LAYOUT,
    ),
    "a master of another kind": (
        lambda: decks.changed(
            DEFAULT,
            MASTER,
            lambda old: old.replace(b"<p:sldMaster ", b"<p:sldMister ").replace(
                b"</p:sldMaster>", b"</p:sldMister>"
            ),
        ),
        MASTER,
    ),
    "a master that is listed as another kind": (
        lambda: decks.changed(
            DEFAULT, "[Content_Types].xml", lambda old: old.replace(b"slideMaster+xml", b"slideMaster+xm")
        ),
        MASTER,
    ),
    "a layout without shapes": (
        lambda: decks.changed(DEFAULT, LAYOUT, lambda old: old.replace(b"spTree", b"spTrees")),
        LAYOUT,
    ),
    "a shape without properties": (
        lambda: decks.changed(DEFAULT, LAYOUT, lambda old: old.replace(b"<p:spPr/>", b"", 1)),
        LAYOUT,
    ),
    "impossible size": (
        lambda: decks.changed(DEFAULT, MAIN, lambda old: old.replace(b'cx="9144000"', b'cx="9"')),
        "impossible size",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_of_a_file_is_one_diagnostic(name: str) -> None:
    make, words = FAULTS[name]
    fault = the_fault(make())
    assert fault.code == "B310"
    assert words in fault.message


def test_archives_that_grow_are_refused_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = decks.changed(DEFAULT, "ppt/media/zeros.bin", lambda old: bytes(3 * 2**20))
    assert len(bomb) < 2**16
    read(bomb)
    monkeypatch.setattr(archive, "LARGEST_DECK_BYTES", 2 * 2**20)
    assert the_fault(bomb).code == "B311"
    monkeypatch.setattr(archive, "LARGEST_DECK_BYTES", 2**30)
    monkeypatch.setattr(archive, "LARGEST_DECK_XML_BYTES", 2**20)
    read(bomb)
    assert the_fault(decks.changed(DEFAULT, LAYOUT, lambda old: old + b" " * 2**21)).code == "B311"
    monkeypatch.setattr(archive, "MOST_DECK_PARTS", 20)
    assert the_fault(DEFAULT).code == "B311"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(DEFAULT) - 1), st.binary(min_size=1, max_size=8))
def test_no_damage_is_more_than_a_diagnostic(at: int, noise: bytes) -> None:
    outcome = read_reference(DEFAULT[:at] + noise + DEFAULT[at + len(noise) :], "brand.pptx", AT)
    assert outcome.value is not None or outcome.failed


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([LAYOUT, MAIN, "ppt/theme/theme1.xml"]), st.floats(0, 1), st.binary(max_size=6))
def test_no_damage_inside_of_a_part_is_more_than_a_diagnostic(
    member: str, share: float, noise: bytes
) -> None:
    def damage(old: bytes) -> bytes:
        at = round(share * len(old))
        return old[:at] + noise + old[at + 3 :]

    outcome = read_reference(decks.changed(DEFAULT, member, damage), "brand.pptx", AT)
    assert outcome.value is not None or outcome.failed
