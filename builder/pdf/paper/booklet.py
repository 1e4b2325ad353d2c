"""A booklet: two pages on each side of a sheet, in the order in which sheets that lie in each other are folded."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from builder.pdf.paper.content import without_tags

PAGES_PER_SHEET = 4
SHEETS_MM = ((420, 297), (297, 210), (432, 279.4))
"""A3, A4 and tabloid, for pages of A4, A5 and Letter (ISO 216; ANSI Y14.1)."""

PT_PER_MM = 72 / 25.4
TOLERANCE_PT = 4
"""A side of A4 is a millimetre wider than two of A5."""

INFORMATION = ("/Title", "/Author", "/Subject", "/Keywords", "/CreationDate", "/ModDate")


def order_of_sides(count: int) -> Iterator[tuple[int, int]]:
    """Yield the left and right page of each side of paper; numbers above `count` are empty pages at the end.

    Saddle stitch: the first sheet lies outside and holds the last page, the first, the second and the last but one.
    """
    total = -(-count // PAGES_PER_SHEET) * PAGES_PER_SHEET
    for sheet in range(total // PAGES_PER_SHEET):
        front, back = 2 * sheet + 1, 2 * sheet + 2
        yield total - front + 1, front
        yield back, total - back + 1


def impose(data: bytes) -> bytes:
    """Return the pages of the PDF `data`, trimmed, two on a side of a sheet of twice their size.

    Sheets are printed on both sides and turned over their short edge. The file has no tags, outline or links: it is for
    the printer, the briefing for readers. The same bytes give the same bytes.
    """
    with pikepdf.open(BytesIO(data)) as source, pikepdf.new() as booklet:
        pages = list(source.pages)
        left, bottom, right, top = (float(edge) for edge in pages[0].trimbox)
        width, height = right - left, top - bottom
        sheet = _find_sheet(2 * width, height)
        forms = [booklet.copy_foreign(_as_form(page)) for page in pages]
        for side in order_of_sides(len(forms)):
            fold = sheet[0] / 2
            placed = [
                (start, forms[number - 1])
                for start, number in zip((fold - width, fold), side, strict=True)
                if number <= len(forms)
            ]
            _add_side(booklet, placed, sheet)
        _describe(source, booklet)
        written = BytesIO()
        booklet.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
        )
    return written.getvalue()


def _find_sheet(width: float, height: float) -> tuple[float, float]:
    """Return the size, in points, of the sheet of paper for two pages, `width` and `height`."""
    sizes = ((wide * PT_PER_MM, high * PT_PER_MM) for wide, high in SHEETS_MM)
    near = (
        size for size in sizes if abs(size[0] - width) < TOLERANCE_PT and abs(size[1] - height) < TOLERANCE_PT
    )
    return next(near, (width, height))


def _as_form(page: pikepdf.Page) -> pikepdf.Object:
    form = page.as_form_xobject()
    form.write(without_tags(form))
    for key in ("/StructParents", "/Group"):
        if key in form:
            del form[key]
    return form


def _add_side(
    booklet: pikepdf.Pdf, placed: list[tuple[float, pikepdf.Object]], sheet: tuple[float, float]
) -> None:
    names = {f"/P{index}": form for index, (_, form) in enumerate(placed)}
    content = b"".join(
        b"q %s cm %s Do Q\n" % (_place(form, start), name.encode())
        for (name, form), (start, _) in zip(names.items(), placed, strict=True)
    )
    booklet.add_blank_page(page_size=sheet)
    page = booklet.pages[-1].obj
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(names))
    page.Contents = booklet.make_stream(content)


def _place(form: pikepdf.Object, start: float) -> bytes:
    """Return the matrix that puts a page at `start`; a landscape page is turned, its head to the left."""
    left, bottom, right, top = (float(edge) for edge in form.BBox)
    if right - left > top - bottom:
        return b"0 1 -1 0 %.4f %.4f" % (start + top, -left)
    return b"1 0 0 1 %.4f %.4f" % (start - left, -bottom)


def _describe(source: pikepdf.Pdf, booklet: pikepdf.Pdf) -> None:
    for key in INFORMATION:
        if key in source.docinfo:
            booklet.docinfo[key] = source.docinfo[key]
    booklet.Root.Lang = source.Root.Lang
    booklet.Root.ViewerPreferences = pikepdf.Dictionary(Duplex=pikepdf.Name.DuplexFlipShortEdge)
