"""Speaker notes on real notes pages."""

from tests.pptx.markup import Parts, find

FIRST, SECOND = "ppt/notesSlides/notesSlide1.xml", "ppt/notesSlides/notesSlide2.xml"


def test_slides_with_notes_have_a_page_of_their_own(parts: Parts) -> None:
    assert parts.named("ppt/notesSlides/") == [FIRST, SECOND]
    assert {own.kind: own.target for own in parts.relationships(FIRST).values()} == {
        "notesMaster": "ppt/notesMasters/notesMaster1.xml",
        "slide": "ppt/slides/slide1.xml",
    }


def test_a_page_shows_the_slide_its_notes_and_its_number(parts: Parts) -> None:
    assert parts.select(FIRST, "//p:ph/@type") == ["sldImg", "body", "sldNum"]
    assert parts.select(SECOND, "string(//a:fld/a:t)") == "2"


def test_notes_are_paragraphs_with_their_marks(parts: Parts) -> None:
    texts = [find(own, "string(.)") for own in parts.select(FIRST, "//p:sp[2]//a:p")]
    assert texts == ["Welcome.", "first", "Thanks."]
    assert parts.select(FIRST, "//a:p[2]/a:pPr/a:buChar/@char") == ["•"]
    assert parts.select(FIRST, "//a:p[2]/a:pPr/@marL") == ["171450"]
    assert parts.select(FIRST, "//a:p[3]//a:rPr/@i") == ["1"]


def test_links_in_notes_belong_to_the_page(parts: Parts) -> None:
    (link,) = parts.select(SECOND, "//a:hlinkClick/@r:id")
    assert parts.relationships(SECOND)[link].target == "ppt/slides/slide4.xml"


def test_the_slides_image_has_its_proportions(parts: Parts) -> None:
    (extent,) = parts.select("ppt/notesMasters/notesMaster1.xml", "//p:sp[1]/p:spPr/a:xfrm/a:ext")
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    assert abs(width / height - 16 / 9) < 0.001
