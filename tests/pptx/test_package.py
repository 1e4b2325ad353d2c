import pytest

from builder.pptx.archive import read_archive
from builder.pptx.names import ContentType, RelationshipType
from builder.pptx.package import Package
from tests.pptx.markup import Parts


def test_relationships_are_relative_and_made_once() -> None:
    package = Package()
    slide = package.add("/ppt/slides/slide1.xml", ContentType.SLIDE, b"<a/>")
    image = package.add("/ppt/media/image1.png", ContentType.PNG, b"png")
    first = slide.relationships.to(image, RelationshipType.IMAGE)
    outside = slide.relationships.to_external("https://example.org/?a=1&b=2", RelationshipType.HYPERLINK)
    assert (first, slide.relationships.to(image, RelationshipType.IMAGE), outside) == ("rId1", "rId1", "rId2")
    members = read_archive(package.to_bytes())
    assert b'Target="../media/image1.png"' in members["ppt/slides/_rels/slide1.xml.rels"]
    assert (
        Parts(members).relationships("ppt/slides/slide1.xml")["rId2"].target == "https://example.org/?a=1&b=2"
    )


def test_the_package_itself_refers_to_its_main_part() -> None:
    package = Package()
    main = package.add("/ppt/presentation.xml", ContentType.PRESENTATION, b"<a/>")
    package.relationships.to(main, RelationshipType.PRESENTATION)
    assert b'Target="ppt/presentation.xml"' in read_archive(package.to_bytes())["_rels/.rels"]


def test_xml_parts_are_named_and_media_go_by_extension() -> None:
    package = Package()
    package.add("/ppt/slides/slide1.xml", ContentType.SLIDE, b"<a/>")
    package.add("/ppt/media/image1.svg", ContentType.SVG, b"<svg/>")
    types = Parts(read_archive(package.to_bytes())).xml("[Content_Types].xml")
    named = {own.get("PartName") or own.get("Extension"): own.get("ContentType") for own in types}
    assert named["/ppt/slides/slide1.xml"] == ContentType.SLIDE.value
    assert named["svg"] == "image/svg+xml"
    assert "png" not in named


def test_a_name_is_taken_once() -> None:
    package = Package()
    package.add("/a.xml", ContentType.SLIDE)
    with pytest.raises(ValueError, match=r"/a\.xml"):
        package.add("/a.xml", ContentType.SLIDE)
