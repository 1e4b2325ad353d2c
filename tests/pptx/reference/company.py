"""A company's file with slides of its own, and with everything on them that such slides have."""

from __future__ import annotations

import io
import posixpath

import pptx
from lxml import etree
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PROG_ID
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Inches

from builder.pptx.names import P14, C, P, R

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPES = "application/vnd.openxmlformats-officedocument.presentationml."
TRANSITION = f'<p:transition xmlns:p="{P}" spd="slow"><p:fade/></p:transition>'

COVER, CHART, OBJECT, HIDDEN, LINKS, LEGAL = range(1, 7)
"""Numbers of the slides."""


def company() -> Presentation:
    """Six slides: a cover, a chart with notes and a comment, an embedded object, a hidden one, links, a legal page."""
    deck = pptx.Presentation()
    layouts = deck.slide_layouts
    slides = [deck.slides.add_slide(layouts[number]) for number in (0, 5, 5, 5, 5, 6)]
    names = ("Somebody's cover", "Sales by year", "Our price list", "Not for the public", "Where to go")
    for slide, name in zip(slides, names, strict=False):
        slide.shapes.title.text = name
    cover, chart, with_object, hidden, links, legal = slides
    cover.shapes.add_picture(picture(), Inches(1), Inches(1), Inches(1))
    cover.shapes[-1]._element.nvPicPr.cNvPr.set("descr", "")
    add_transition(cover)
    add_chart(chart)
    chart.notes_slide.notes_text_frame.text = "Said of the sales."
    add_comment(deck, chart)
    with_object.shapes.add_ole_object(
        io.BytesIO(b"a workbook, or what passes for one"),
        PROG_ID.XLSX,
        Inches(1),
        Inches(2),
        icon_file=picture(),
    )
    add_custom_xml(with_object)
    hidden._element.set("show", "0")
    for number, target in enumerate((cover, legal)):
        box = links.shapes.add_textbox(Inches(1), Inches(2 + number), Inches(4), Inches(0.5))
        box.text_frame.text = f"To {number}"
        box.click_action.target_slide = target
    legal.shapes.add_textbox(
        Inches(1), Inches(6), Inches(8), Inches(1)
    ).text_frame.text = "All rights reserved."
    add_sections(deck, {"Corporate": (0, 1), "Legal": (5,)})
    return deck


def picture() -> io.BytesIO:
    """Return a small PNG."""
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "#2266aa").save(file, "PNG")
    return io.BytesIO(file.getvalue())


def add_transition(slide: Slide) -> None:
    """Let a slide fade in."""
    slide._element.append(etree.fromstring(TRANSITION))


def add_chart(slide: Slide) -> None:
    """Add a native chart with its workbook."""
    data = CategoryChartData()
    data.categories = ["2024", "2025"]
    data.add_series("Sales", (3.5, 4.5))
    place = Inches(1), Inches(2), Inches(5), Inches(4)
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data).chart
    for axis in chart._chartSpace.iter(f"{{{C}}}axId", f"{{{C}}}crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))  # python-pptx's are below 0, PowerPoint's are not


def add_comment(deck: Presentation, slide: Slide) -> None:
    """Add a comment of the kind that PowerPoint 2010 writes."""
    authors = (
        f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor id="0" name="A. Lawyer" initials="AL" lastIdx="1" clrIdx="0"/>'
        "</p:cmAuthorLst>"
    )
    comments = (
        f'<p:cmLst xmlns:p="{P}"><p:cm authorId="0" dt="2026-01-15T09:00:00.000" idx="1"><p:pos x="10" y="10"/>'
        "<p:text>Checked.</p:text></p:cm></p:cmLst>"
    )
    relate(deck.part, "commentAuthors", "/ppt/commentAuthors.xml", f"{TYPES}commentAuthors+xml", authors)
    relate(slide.part, "comments", "/ppt/comments/comment1.xml", f"{TYPES}comments+xml", comments)


def add_custom_xml(slide: Slide) -> None:
    """Add a part of somebody's own format, with its properties."""
    part = relate(slide.part, "customXml", "/customXml/item7.xml", "application/xml", "<ours>7</ours>")
    properties = (
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        'ds:itemID="{5B1A2C3D-0000-4000-8000-000000000007}"><ds:schemaRefs/></ds:datastoreItem>'
    )
    content_type = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    relate(part, "customXmlProps", "/customXml/itemProps7.xml", content_type, properties)


def add_control(slide: Slide) -> None:
    """Add a control, which is a program."""
    content_type = "application/vnd.ms-office.activeX+xml"
    part = relate(slide.part, "control", "/ppt/activeX/activeX1.xml", content_type, '<ocx xmlns="x"/>')
    id = slide.part.relate_to(part, f"{OFFICE}control")
    controls = f'<p:controls xmlns:p="{P}" xmlns:r="{R}"><p:control spid="9" name="Button" r:id="{id}"/></p:controls>'
    slide._element.cSld.append(etree.fromstring(controls))


def relate(owner: Part, kind: str, name: str, content_type: str, content: str) -> Part:
    """Add a part that `owner` refers to."""
    part = Part(PackURI(name), content_type, owner.package, content.encode())
    owner.relate_to(part, f"{OFFICE}{kind}")
    return part


def add_sections(deck: Presentation, members: dict[str, tuple[int, ...]]) -> None:
    """Put slides, by their indexes, into sections."""
    ids = [entry.get("id") for entry in deck.element.sldIdLst]
    listed = "".join(
        f'<p14:section name="{name}" id="{{00000000-0000-4000-8000-00000000000{number}}}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{ids[index]}"/>' for index in indexes)
        + "</p14:sldIdLst></p14:section>"
        for number, (name, indexes) in enumerate(members.items())
    )
    extension = (
        f'<p:extLst xmlns:p="{P}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        f'<p14:sectionLst xmlns:p14="{P14}">{listed}</p14:sectionLst></p:ext></p:extLst>'
    )
    for old in deck.element.findall(f"{{{P}}}extLst"):
        deck.element.remove(old)
    deck.element.append(etree.fromstring(extension))


def relations_of(members: dict[str, bytes], part: str) -> dict[str, str]:
    """Return the parts that a part of an archive refers to, by the relationships' ids."""
    folder, base = posixpath.split(part)
    rels = members.get(f"{folder}/_rels/{base}.rels")
    return {
        entry.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip(
            "/"
        )
        for entry in (etree.fromstring(rels) if rels else ())
        if entry.get("TargetMode") != "External"
    }


def relations_named(element: etree._Element) -> set[str]:
    """Return the ids of relationships that a part's XML names."""
    return {
        str(value)
        for one in element.iter(etree.Element)
        for name, value in one.attrib.items()
        if str(name).startswith(f"{{{R}}}") and value
    }
