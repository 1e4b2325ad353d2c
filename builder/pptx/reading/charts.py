"""Native charts as read back: every word and every value in the chart's part."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from builder.pptx.names import A, C

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NUMBERS = (f"{{{C}}}numCache", f"{{{C}}}numLit")


def chart_texts(data: bytes) -> tuple[str, ...]:
    """Return titles, names, categories and labels, each once, in the order of the part."""
    root = etree.fromstring(data)
    found: list[str] = []
    for element in root.iter(f"{{{C}}}v", f"{{{A}}}p"):
        if element.tag == f"{{{A}}}p":
            found.append("".join(run.text or "" for run in element.iter(f"{{{A}}}t")))
        elif not _is_number(element):
            found.append(element.text or "")
    return tuple(dict.fromkeys(text for text in found if text))


def chart_numbers(data: bytes) -> tuple[float, ...]:
    """Return the values, in the order of the part."""
    root = etree.fromstring(data)
    return tuple(
        float(element.text) for element in root.iter(f"{{{C}}}v") if _is_number(element) and element.text
    )


def workbook_numbers(part: Any) -> tuple[float, ...]:
    """Return the numbers in the first sheet of a chart part's workbook, row by row; none where it has no workbook."""
    book = part.chart_workbook.xlsx_part
    if book is None:
        return ()
    with zipfile.ZipFile(io.BytesIO(book.blob)) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    cells = root.iter(f"{{{SHEET}}}c")
    values = (cell.findtext(f"{{{SHEET}}}v") for cell in cells if cell.get("t", "n") == "n")
    return tuple(float(value) for value in values if value)


def _is_number(element: etree._Element) -> bool:
    return any(ancestor.tag in _NUMBERS for ancestor in element.iterancestors())
