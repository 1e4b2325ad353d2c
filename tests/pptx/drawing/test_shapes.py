"""Shapes of the sample deck as they stand in its slides."""

import pytest

from builder.deck.model import Paragraph, PlaceholderKind, PlaceholderText, Run, Slide, TextFrame
from builder.pptx.archive import read_archive
from builder.pptx.write import write_deck
from builder.units import Length
from tests.pptx.decks import BODY_RECT, body, deck, inches, text
from tests.pptx.markup import Parts, find, shape_named

RUNS, SHAPES, TABLE, PICTURES = (f"ppt/slides/slide{number}.xml" for number in (2, 3, 4, 5))


def test_placeholders_inherit_place_and_frame(parts: Parts) -> None:
    for name in parts.named("ppt/slides/"):
        for shape in parts.select(name, "//p:sp[p:nvSpPr/p:nvPr/p:ph]"):
            assert len(find(shape, "p:spPr/*")) == 0
            assert not find(shape, "p:txBody/a:bodyPr/@* | p:txBody/a:bodyPr/* | p:txBody/a:lstStyle/*")


def test_no_placeholder_is_empty(parts: Parts) -> None:
    for name in parts.named("ppt/slides/"):
        for shape in parts.select(name, "//p:sp[p:nvSpPr/p:nvPr/p:ph]"):
            assert "".join(find(shape, ".//a:t/text()")).strip()


def test_placeholders_are_those_of_the_layout(parts: Parts) -> None:
    for name in parts.named("ppt/slides/"):
        (layout,) = [own.target for own in parts.relationships(name).values() if own.kind == "slideLayout"]
        offered = {(own.get("type"), own.get("idx")) for own in parts.select(layout, "//p:ph")}
        assert {(own.get("type"), own.get("idx")) for own in parts.select(name, "//p:ph")} <= offered


def test_a_placeholder_that_the_layout_lacks_is_refused() -> None:
    frame = TextFrame((Paragraph((Run("x"),)),))
    lost = PlaceholderText(name="Body", rect=BODY_RECT, kind=PlaceholderKind.BODY, idx=99, text=frame)
    with pytest.raises(LookupError, match="99"):
        write_deck(deck(Slide("a", "content", "A", (lost,))))


def test_only_the_color_without_a_slot_is_spelt_out(parts: Parts) -> None:
    for folder in (
        "ppt/slides/",
        "ppt/slideLayouts/",
        "ppt/slideMasters/",
        "ppt/notesSlides/",
        "ppt/notesMasters/",
    ):
        for name in parts.named(folder):
            assert parts.select(name, "//a:srgbClr/@val") == (["9A6700"] if name == RUNS else [])


def test_every_run_has_the_language(parts: Parts) -> None:
    for folder in (
        "ppt/slides/",
        "ppt/slideLayouts/",
        "ppt/slideMasters/",
        "ppt/notesSlides/",
        "ppt/notesMasters/",
    ):
        for name in parts.named(folder):
            runs = parts.select(name, "//a:r/a:rPr | //a:fld/a:rPr | //a:br/a:rPr | //a:endParaRPr")
            assert {run.get("lang") for run in runs} <= {"en-GB"}
            assert len(parts.select(name, "//a:r | //a:fld | //a:br")) <= len(runs)


def test_boxes_with_nothing_but_text_are_text_boxes(parts: Parts) -> None:
    root = parts.xml(SHAPES)
    assert find(shape_named(root, "Label"), "p:nvSpPr/p:cNvSpPr/@txBox") == ["1"]
    assert not find(shape_named(root, "Step 1"), "p:nvSpPr/p:cNvSpPr/@txBox")
    assert find(shape_named(root, "Step 1"), ".//a:bodyPr/@lIns") == [str(Length.from_inches(0.15))]
    assert find(shape_named(root, "Label"), ".//a:bodyPr/a:normAutofit")


def test_corners_are_a_share_of_the_shorter_side(parts: Parts) -> None:
    guide = find(
        shape_named(parts.xml(SHAPES), "Step 1"), ".//a:prstGeom[@prst='roundRect']/a:avLst/a:gd/@fmla"
    )
    assert guide == [f"val {round(Length.from_pt(8) / Length.from_inches(2) * 100_000)}"]


def test_groups_count_in_the_slides_coordinates(parts: Parts) -> None:
    (place,) = find(shape_named(parts.xml(SHAPES), "Steps"), "p:grpSpPr/a:xfrm")
    offset, extent, child_offset, child_extent = (dict(own.attrib) for own in place)
    assert (offset, extent) == (child_offset, child_extent)


def test_connectors_are_glued_to_shapes(parts: Parts) -> None:
    root = parts.xml(SHAPES)
    ids = {own.get("name"): own.get("id") for own in find(root, "//p:cNvPr")}
    first, second = (shape_named(root, name) for name in ("Arrow", "Arrow 2"))
    assert dict(find(first, ".//a:stCxn")[0].attrib) == {"id": ids["Step 1"], "idx": "3"}
    assert dict(find(first, ".//a:endCxn")[0].attrib) == {"id": ids["Step 2"], "idx": "1"}
    assert dict(find(second, ".//a:endCxn")[0].attrib) == {"id": ids["Step"], "idx": "1"}
    assert find(first, ".//a:tailEnd/@type") == ["triangle"]
    assert find(shape_named(root, "Dashes"), ".//a:prstDash/@val") == ["dash"]


def test_decoration_is_marked_and_has_no_description(parts: Parts) -> None:
    root = parts.xml(SHAPES)
    (properties,) = find(shape_named(root, "Dot"), ".//p:cNvPr")
    assert properties.get("descr") is None
    assert properties.xpath("string(.//*[local-name()='decorative']/@val)") == "1"


def test_pictures_have_a_vector_and_a_fallback(parts: Parts) -> None:
    circle = shape_named(parts.xml(PICTURES), "Circle")
    relationships = parts.relationships(PICTURES)
    (raster,) = find(circle, "p:blipFill/a:blip/@r:embed")
    (vector,) = circle.xpath(".//*[local-name()='svgBlip']/@*[local-name()='embed']")
    assert relationships[raster].target.endswith(".png")
    assert relationships[vector].target.endswith(".svg")
    assert find(circle, ".//p:cNvPr/@descr") == ['A "teal" circle\non grey']
    assert not find(circle, "p:spPr/*"), "stands where its placeholder does"


def test_a_picture_shown_twice_is_stored_once(parts: Parts) -> None:
    root = parts.xml(PICTURES)
    embedded = [find(shape_named(root, name), ".//a:blip/@r:embed") for name in ("Grey", "Grey again")]
    assert embedded[0] == embedded[1]
    assert len(parts.named("ppt/media/")) == 3


def test_tables_keep_their_spans(parts: Parts) -> None:
    rows = parts.select(TABLE, "//a:tr")
    spans = [[{key: own.get(key) for key in own.attrib} for own in find(row, "a:tc")] for row in rows]
    assert spans[0] == [{"rowSpan": "2"}, {"gridSpan": "2"}, {"hMerge": "1"}, {"rowSpan": "2"}]
    assert spans[1] == [{"vMerge": "1"}, {}, {}, {"vMerge": "1"}]
    assert spans[3] == [{}, {"rowSpan": "2", "gridSpan": "2"}, {"rowSpan": "2", "hMerge": "1"}, {}]
    assert spans[4] == [{}, {"gridSpan": "2", "vMerge": "1"}, {"hMerge": "1", "vMerge": "1"}, {}]


def test_tables_flag_their_headers_and_name_a_style_that_exists(parts: Parts) -> None:
    (properties,) = parts.select(TABLE, "//a:tblPr")
    assert dict(properties.attrib) == {"firstRow": "1", "firstCol": "1"}
    (style,) = find(properties, "a:tableStyleId/text()")
    assert parts.select("ppt/tableStyles.xml", "//a:tblStyle/@styleId") == [style]


def test_cells_draw_their_lines_and_deny_the_others(parts: Parts) -> None:
    (cell,) = parts.select(TABLE, "//a:tr[3]/a:tc[3]/a:tcPr")
    tags = [child.tag.rpartition("}")[2] for child in cell]
    assert tags == ["lnL", "lnR", "lnT", "lnB", "solidFill"]
    assert [len(find(cell, f"a:{name}/a:noFill")) for name in tags[:4]] == [1, 1, 0, 0]
    assert cell.get("marL") == str(Length.from_pt(6))
    assert cell.get("anchor") == "ctr"


def test_an_empty_cell_is_no_higher_than_the_others(parts: Parts) -> None:
    assert parts.select(TABLE, "//a:tr[3]/a:tc[4]//a:endParaRPr/@sz") == ["1400"]


def test_links_between_slides_lead_to_the_slide(parts: Parts) -> None:
    (link,) = parts.select(RUNS, "//a:hlinkClick[@action]/@r:id")
    assert parts.relationships(RUNS)[link].target == TABLE


def test_a_placeholder_that_stands_elsewhere_says_where() -> None:
    higher = inches(0.75, 1.8, 11.83, 2)
    moved = write_deck(deck(Slide("a", "content", "A", (body(text("x"), rect=higher),))))
    (shape,) = find(Parts(read_archive(moved)).xml("ppt/slides/slide1.xml"), "//p:sp")
    assert dict(find(shape, "p:spPr/a:xfrm/a:off")[0].attrib) == {"x": str(higher.x), "y": str(higher.y)}
