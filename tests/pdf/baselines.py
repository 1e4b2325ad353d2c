"""Where characters and the baselines of text stand on the pages of a PDF, as PDFium finds them."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

TOLERANCE_PT = 0.5


@dataclass(frozen=True)
class Baseline:
    """The baseline of a line of text, in points from the top of its page."""

    page: int
    place: float


def find_baselines(pdf: bytes, font: str, size_pt: float) -> list[Baseline]:
    """Return each baseline on upright pages that has a character of `size_pt` in a font of the family `font`."""
    found: set[Baseline] = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            if page.get_height() > page.get_width():
                found |= {Baseline(number, place) for place in _places(page, font, size_pt)}
    return sorted(found, key=lambda line: (line.page, line.place))


def _places(page: pypdfium2.PdfPage, font: str, size_pt: float) -> Iterator[float]:
    page_text = page.get_textpage()  # closed as soon as nothing holds it
    text = page_text.raw
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    name = ctypes.create_string_buffer(100)
    for index in range(raw.FPDFText_CountChars(text)):
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
        raw.FPDFText_GetFontInfo(text, index, name, len(name), None)
        if abs(size - size_pt) < 0.05 and font in name.value.decode():
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            yield round(page.get_height() - y.value, 1)


def off_grid(lines: list[Baseline], line_pt: float) -> list[Baseline]:
    """Return the lines that are off the grid of full lines on which, over all pages, most of them stand."""
    rests = Counter(round(line.place % line_pt, 1) for line in lines)

    def count_near(rest: float) -> int:
        return sum(count for other, count in rests.items() if _apart(rest, other, line_pt) <= 0.2)

    grid = max(rests, key=count_near)
    return [line for line in lines if _apart(line.place, grid, line_pt) > TOLERANCE_PT]


def share_on_grid(lines: list[Baseline], line_pt: float) -> float:
    return 1 - len(off_grid(lines, line_pt)) / len(lines)


def _apart(one: float, other: float, line_pt: float) -> float:
    rest = (one - other) % line_pt
    return min(rest, line_pt - rest)


def find_characters(pdf: bytes, wanted: str) -> list[tuple[str, float]]:
    """Return each character that is one of `wanted`, with its place from the left of its page in points."""
    found: list[tuple[str, float]] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                character = chr(raw.FPDFText_GetUnicode(text.raw, index))
                if character in wanted:
                    raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
                    found.append((character, x.value))
    return found
