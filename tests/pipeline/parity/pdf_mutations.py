"""Take content out of a written PDF: by its content streams and its tag tree, with the program knowing nothing."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Iterator

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from builder.pipeline.parity.text import squeeze

Marked = tuple[int, int]
"""A page, from 0, and the number of a marked content on it."""


class PdfFile:
    """A PDF whose marked content can be found by its text, and taken out."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._texts = _texts_by_mark(data)

    def find_text(self, wanted: str, pages: Iterable[int]) -> set[Marked]:
        """Return the marked content in which a text stands, all of it that looks alike on these pages (from 1)."""
        here = [(mark, text) for mark, text in self._texts if mark[0] + 1 in pages]
        joined, owners = "", []
        for mark, text in here:
            joined += text
            owners += [mark] * len(text)
        found: set[Marked] = set()
        start = joined.find(wanted)
        while start >= 0:
            found |= set(owners[start : start + len(wanted)])
            start = joined.find(wanted, start + 1)
        return found

    def without_content(self, marks: set[Marked]) -> bytes:
        """Return the file with nothing drawn in these marked contents; the tag tree stays as it is."""
        with pikepdf.open(io.BytesIO(self.data)) as pdf:
            for index, page in enumerate(pdf.pages):
                numbers = {number for place, number in marks if place == index}
                if numbers:
                    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(_thinned(page, numbers)))
            return _saved(pdf)

    def without_figure(self, alt: str) -> bytes:
        """Return the file without the drawing under an alternative text, which stays in the tag tree."""
        with pikepdf.open(io.BytesIO(self.data)) as pdf:
            pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
            marks = {
                (pages[kid.Pg.objgen], int(kid.MCID))
                if isinstance(kid, pikepdf.Dictionary)
                else (pages[element.Pg.objgen], int(kid))
                for element in _figures(pdf, alt)
                for kid in (element.K if isinstance(element.K, pikepdf.Array) else [element.K])
            }
        assert marks
        return self.without_content(marks)

    def without_alt(self, alt: str) -> bytes:
        """Return the file without an alternative text."""
        with pikepdf.open(io.BytesIO(self.data)) as pdf:
            for element in _figures(pdf, alt):
                del element.Alt
            return _saved(pdf)


def _texts_by_mark(data: bytes) -> list[tuple[Marked, str]]:
    texts: list[tuple[Marked, str]] = []
    with pdfium.PdfDocument(data) as document:
        for index, page in enumerate(document):
            text_page = page.get_textpage()
            for number in range(raw.FPDFPage_CountObjects(page)):
                found = raw.FPDFPage_GetObject(page, number)
                mark = raw.FPDFPageObj_GetMarkedContentID(found)
                if mark >= 0:
                    text = "".join(_text(inner, text_page) for inner in _text_objects(found))
                    texts.append(((index, mark), squeeze(text).text))
    return texts


def _text_objects(found: object) -> Iterator[object]:
    """Yield a text object, or those inside a form."""
    kind = raw.FPDFPageObj_GetType(found)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        yield found
    for number in range(raw.FPDFFormObj_CountObjects(found) if kind == raw.FPDF_PAGEOBJ_FORM else 0):
        yield from _text_objects(raw.FPDFFormObj_GetObject(found, number))


def _text(found: object, text_page: object) -> str:
    size = raw.FPDFTextObj_GetText(found, text_page, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFTextObj_GetText(found, text_page, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0").replace("\x02", "-").replace("\ufffe", "-")


def _thinned(page: pikepdf.Page, numbers: set[int]) -> list[pikepdf.ContentStreamInstruction]:
    """Return a page's instructions without what these marked contents paint."""
    kept: list[pikepdf.ContentStreamInstruction] = []
    open_marks: list[bool] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            properties = instruction.operands[1] if operator == "BDC" else None
            number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            open_marks.append(number is not None and int(number) in numbers)
            kept.append(instruction)
        elif operator == "EMC":
            open_marks.pop()
            kept.append(instruction)
        elif not any(open_marks) or operator not in PAINTING:
            kept.append(instruction)
    return kept


PAINTING = frozenset(["Tj", "TJ", "'", '"', "Do", "sh", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "BI"])
"""Operators that leave ink. Paths that are never painted stay, and are ended by the next one."""


def _figures(pdf: pikepdf.Pdf, alt: str) -> list[pikepdf.Dictionary]:
    found: list[pikepdf.Dictionary] = []
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(node)
        elif isinstance(node, pikepdf.Dictionary):
            if str(node.get("/Alt", "")) == alt:
                found.append(node)
            if "/K" in node:
                waiting.append(node.K)
    return found


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()
