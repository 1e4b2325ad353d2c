"""Master and layouts: what slides inherit."""

from dataclasses import replace

import pytest

from builder.deck.model import (
    FontRole,
    LayoutPlaceholder,
    ParagraphStyle,
    PlaceholderKind,
    RunStyle,
    SlideLayout,
)
from builder.pptx.archive import read_archive
from builder.pptx.parts.master_placeholders import family, master_placeholders
from builder.pptx.write import write_deck
from tests.pptx.decks import BODY_RECT, LAYOUTS, NUMBER, TITLE, deck
from tests.pptx.markup import Parts, find, shape_named

MASTER = "ppt/slideMasters/slideMaster1.xml"
CONTENT, COVER, COMPACT = (f"ppt/slideLayouts/slideLayout{number}.xml" for number in (1, 2, 3))


def test_the_master_has_the_five_placeholders(parts: Parts) -> None:
    assert parts.select(MASTER, "//p:ph/@type") == ["title", "body", "dt", "ftr", "sldNum"]


def test_the_masters_text_styles_are_the_first_layouts(parts: Parts) -> None:
    root = parts.xml(MASTER)
    assert find(root, "//p:titleStyle/a:lvl1pPr/a:defRPr/@sz") == ["3000"]
    assert find(root, "//p:titleStyle//a:latin/@typeface") == ["+mj-lt"]
    assert find(root, "//p:bodyStyle/*/a:defRPr/@sz") == ["2000", "1800"] + ["1600"] * 7
    assert find(root, "//p:bodyStyle/a:lvl1pPr/a:buChar/@char") == ["•"]
    assert len(find(root, "//p:otherStyle/*")) == 9


def test_every_text_is_kerned_alike(parts: Parts) -> None:
    styles = parts.select(MASTER, "//p:txStyles//a:defRPr") + parts.select(
        "ppt/presentation.xml", "//p:defaultTextStyle//a:defRPr"
    )
    assert {style.get("kern") for style in styles} == {"1200"}
    for folder in ("ppt/slides/", "ppt/slideLayouts/"):
        assert not any(parts.select(name, "//@kern") for name in parts.named(folder))


def test_a_layout_says_only_what_its_master_does_not(parts: Parts) -> None:
    title = shape_named(parts.xml(CONTENT), "Title")
    assert not find(title, "p:spPr/* | p:txBody/a:bodyPr/* | p:txBody/a:lstStyle/*")
    compact = shape_named(parts.xml(COMPACT), "Content")
    assert find(compact, ".//a:lvl1pPr/a:defRPr/@sz") == ["1600"]
    assert not find(compact, ".//a:lvl1pPr/a:buChar")


def test_a_subtitle_does_not_inherit_the_masters_bullets(parts: Parts) -> None:
    subtitle = shape_named(parts.xml(COVER), "Subtitle")
    assert find(subtitle, ".//a:lvl1pPr/a:buNone")
    assert dict(find(subtitle, ".//a:lvl1pPr")[0].attrib) == {"marL": "0", "indent": "0"}


def test_a_layout_has_its_background_and_its_decorations_behind_its_placeholders(parts: Parts) -> None:
    root = parts.xml(COVER)
    assert find(root, "//p:bg/p:bgPr/a:solidFill/a:schemeClr/@val") == ["tx2"]
    assert find(root, "//p:cNvPr/@name")[1:] == ["Bar", "Title", "Subtitle"]
    assert find(root, "//p:nvPr[@userDrawn='1']/../p:cNvPr/@name") == ["Bar"]


def test_layouts_are_typed_and_preserved(parts: Parts) -> None:
    types = [parts.xml(name).get("type") for name in parts.named("ppt/slideLayouts/")]
    assert types == ["obj", "title", None, "twoObj", "titleOnly", "tbl", None, "blank"]
    assert {parts.xml(name).get("preserve") for name in parts.named("ppt/slideLayouts/")} == {"1"}


def test_prompts_are_the_themes(parts: Parts) -> None:
    title = shape_named(parts.xml(CONTENT), "Title")
    assert find(title, ".//p:ph/@hasCustomPrompt") == ["1"]
    assert find(title, "string(.//a:t)") == TITLE.prompt
    assert find(shape_named(parts.xml(CONTENT), "Content"), ".//a:pPr/@lvl") == ["1", "2"]


def test_no_layout_leaves_a_footer_without_words(parts: Parts) -> None:
    for name in parts.named("ppt/slideLayouts/"):
        assert all(find(own, "string(../../..//a:t)") for own in parts.select(name, "//p:ph[@type='ftr']"))


def test_what_no_layout_has_the_master_makes_up() -> None:
    bare = SlideLayout("bare", "Bare", "blank", ())
    made = replace(deck(), layouts=(bare,))
    found = master_placeholders(made)
    assert list(found) == [family(kind) for kind in found]
    assert "ppt/slideMasters/slideMaster1.xml" in read_archive(write_deck(made))


def test_the_body_is_the_one_of_least_index() -> None:
    kicker = LayoutPlaceholder(PlaceholderKind.BODY, 13, "Kicker", BODY_RECT, (ParagraphStyle(),))
    body = LayoutPlaceholder(
        PlaceholderKind.BODY, 1, "Body", BODY_RECT, (ParagraphStyle(run=RunStyle(size_pt=21)),)
    )
    layout = SlideLayout("content", "Content", "obj", (kicker, TITLE, body))
    found = master_placeholders(replace(deck(), layouts=(layout,)))
    assert found[PlaceholderKind.BODY].levels == body.levels


@pytest.mark.parametrize("kind", PlaceholderKind)
def test_every_kind_has_a_master(kind: PlaceholderKind) -> None:
    assert family(kind) in master_placeholders(deck())


def test_slide_number_style_is_the_layouts(parts: Parts) -> None:
    number = shape_named(parts.xml(MASTER), "Slide Number Placeholder")
    assert find(number, ".//a:lvl1pPr/@algn") == ["r"]
    assert NUMBER.levels[0].run.size_pt == 11


def test_the_theme_names_colors_and_typefaces(parts: Parts) -> None:
    root = parts.xml("ppt/theme/theme1.xml")
    assert find(root, "//a:clrScheme/*/a:srgbClr/@val")[:4] == ["1A1A1A", "FFFFFF", "0B3954", "EEF2F5"]
    assert find(root, "//a:majorFont/*/@typeface") == ["Cambria", "", ""]
    assert find(root, "//a:minorFont/*/@typeface") == ["Calibri", "", ""]
    assert root.get("name") == "Clinical"
    assert FontRole.MONOSPACE not in find(root, "//@typeface")


def test_layouts_are_named_once() -> None:
    assert len({layout.title for layout in LAYOUTS}) == len(LAYOUTS)
