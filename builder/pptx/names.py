"""Names of the formats: XML namespaces, content types and relationship types (ECMA-376 parts 1 and 2)."""

from __future__ import annotations

from enum import StrEnum

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
AHYP = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

_DOCUMENT = "application/vnd.openxmlformats-officedocument."
_PRESENTATION = f"{_DOCUMENT}presentationml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class ContentType(StrEnum):
    """What a part holds; the first ones go by file extension, the rest are named part by part."""

    RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
    XML = "application/xml"
    PNG = "image/png"
    JPEG = "image/jpeg"
    SVG = "image/svg+xml"
    XLSX = f"{_DOCUMENT}spreadsheetml.sheet"
    PRESENTATION = f"{_PRESENTATION}presentation.main+xml"
    PRESENTATION_PROPERTIES = f"{_PRESENTATION}presProps+xml"
    VIEW_PROPERTIES = f"{_PRESENTATION}viewProps+xml"
    TABLE_STYLES = f"{_PRESENTATION}tableStyles+xml"
    MASTER = f"{_PRESENTATION}slideMaster+xml"
    LAYOUT = f"{_PRESENTATION}slideLayout+xml"
    SLIDE = f"{_PRESENTATION}slide+xml"
    NOTES_MASTER = f"{_PRESENTATION}notesMaster+xml"
    NOTES = f"{_PRESENTATION}notesSlide+xml"
    THEME = f"{_DOCUMENT}theme+xml"
    CHART = f"{_DOCUMENT}drawingml.chart+xml"
    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    APP_PROPERTIES = f"{_DOCUMENT}extended-properties+xml"
    CUSTOM_PROPERTIES = f"{_DOCUMENT}custom-properties+xml"


class RelationshipType(StrEnum):
    """What a part is to the part that refers to it."""

    PRESENTATION = f"{OFFICE}officeDocument"
    PRESENTATION_PROPERTIES = f"{OFFICE}presProps"
    VIEW_PROPERTIES = f"{OFFICE}viewProps"
    TABLE_STYLES = f"{OFFICE}tableStyles"
    MASTER = f"{OFFICE}slideMaster"
    LAYOUT = f"{OFFICE}slideLayout"
    SLIDE = f"{OFFICE}slide"
    NOTES_MASTER = f"{OFFICE}notesMaster"
    NOTES = f"{OFFICE}notesSlide"
    THEME = f"{OFFICE}theme"
    CHART = f"{OFFICE}chart"
    WORKBOOK = f"{OFFICE}package"
    IMAGE = f"{OFFICE}image"
    HYPERLINK = f"{OFFICE}hyperlink"
    CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    APP_PROPERTIES = f"{OFFICE}extended-properties"
    CUSTOM_PROPERTIES = f"{OFFICE}custom-properties"
