"""Facts about the whole package."""

import os
import subprocess
import sys

import pytest

from builder.pptx.archive import read_archive
from builder.pptx.write import write_deck
from builder.remembered import forget_everything
from tests.pptx.decks import LAYOUTS, deck, long_deck, sample_deck
from tests.pptx.markup import Parts, find

SLIDE_COUNT = len(sample_deck().slides)


def test_every_relationship_leads_somewhere(parts: Parts) -> None:
    for name in parts.members:
        for own in parts.relationships(name).values():
            assert own.external or own.target in parts.members, (name, own)


def test_every_part_is_reached(parts: Parts) -> None:
    reached, waiting = {""}, [""]
    while waiting:
        targets = {own.target for own in parts.relationships(waiting.pop()).values() if not own.external}
        waiting.extend(targets - reached)
        reached |= targets
    members = {name for name in parts.members if not name.endswith(".rels")}
    assert members - {"[Content_Types].xml"} == reached - {""}


def test_every_reference_in_a_part_is_one_of_its_relationships(parts: Parts) -> None:
    for name in parts.members:
        if name.endswith(".xml") and name.startswith("ppt/"):
            used = set(find(parts.xml(name), "//@r:id | //@r:embed"))
            assert used == used & set(parts.relationships(name)), name


def test_every_part_has_one_content_type(parts: Parts) -> None:
    types = parts.xml("[Content_Types].xml")
    named = [own.get("PartName") for own in types if own.get("PartName")]
    extensions = [own.get("Extension") for own in types if own.get("Extension")]
    assert len(named) == len(set(named))
    assert {name.lstrip("/") for name in named} == {
        name for name in parts.members if name.endswith(".xml") and name != "[Content_Types].xml"
    }
    assert {name.rpartition(".")[2] for name in parts.members} == set(extensions)


def test_one_master_and_exactly_the_layouts_of_the_theme(parts: Parts) -> None:
    assert len(parts.named("ppt/slideMasters/")) == 1
    names = [
        parts.select(name, "string(/p:sldLayout/p:cSld/@name)") for name in parts.named("ppt/slideLayouts/")
    ]
    assert names == [layout.title for layout in LAYOUTS]


def test_each_master_has_a_theme_of_its_own(parts: Parts) -> None:
    masters = ("ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml")
    themes = [
        own.target for name in masters for own in parts.relationships(name).values() if own.kind == "theme"
    ]
    assert themes == ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml"]


def test_identifiers_and_names_are_unique(parts: Parts) -> None:
    slides = parts.named("ppt/slides/")
    assert len(slides) == SLIDE_COUNT
    for name in (*slides, *parts.named("ppt/slideLayouts/"), *parts.named("ppt/slideMasters/")):
        properties = parts.select(name, "//p:cNvPr")
        assert len({own.get("id") for own in properties}) == len(properties)
        assert len({own.get("name") for own in properties}) == len(properties)
    root = parts.xml("ppt/presentation.xml")
    master = parts.xml("ppt/slideMasters/slideMaster1.xml")
    shared = [*find(root, "//p:sldMasterId/@id"), *find(master, "//p:sldLayoutId/@id")]
    assert len(set(shared)) == len(shared)


def test_sections_hold_every_slide_once(parts: Parts) -> None:
    root = parts.xml("ppt/presentation.xml")
    sections = root.xpath("//*[local-name()='section']")
    card = "The <test> card & more"
    assert [own.get("name") for own in sections] == [card, "Text", "Shapes", "Text", card]
    assert root.xpath("//*[local-name()='sldId']/@id")[:SLIDE_COUNT] == root.xpath(
        "//*[local-name()='sectionLst']//*[local-name()='sldId']/@id"
    )
    assert len({own.get("id") for own in sections}) == len(sections)


def test_properties_come_from_the_deck_alone(parts: Parts) -> None:
    core = parts.xml("docProps/core.xml")
    values = {own.tag.rpartition("}")[2]: own.text for own in core}
    assert values["title"] == "The <test> card & more"
    assert values["subject"] == "One of everything"
    assert values["language"] == "en-GB"
    assert values["created"] == values["modified"] == "2026-11-22T00:00:00Z"
    assert b"<vt:lpwstr>3.1</vt:lpwstr>" in parts.members["docProps/custom.xml"]


def test_a_deck_without_slides_opens() -> None:
    assert "ppt/presentation.xml" in read_archive(write_deck(deck()))


def test_same_bytes_whatever_the_hash_seed(sample: bytes) -> None:
    script = (
        "import sys; from builder.pptx.write import write_deck; from tests.pptx.decks import sample_deck;"
        "sys.stdout.buffer.write(write_deck(sample_deck()))"
    )
    for seed in ("1", "2"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "TZ": "Asia/Tokyo",
        }
        run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment)
        assert run.stdout == sample


def count_calls(slides: int) -> int:
    made = long_deck(slides)
    forget_everything()
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        write_deck(made)
    finally:
        sys.setprofile(before)
    return calls


def test_work_grows_with_the_slides_and_no_faster() -> None:
    count_calls(5)  # fills the caches of styles
    few, many, more = (count_calls(slides) for slides in (40, 80, 160))
    assert more - many == pytest.approx(2 * (many - few), rel=0.02)
