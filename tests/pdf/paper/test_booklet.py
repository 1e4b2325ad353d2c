"""Booklets: the right page at the right place of the right side, as other programs see them."""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from builder.pdf.paper.booklet import impose, order_of_sides
from tests.pdf.conftest import Printed

A4_PT, A3_PT = (595.28, 841.89), (1190.55, 841.89)


def make_pages(count: int, width: float = 400, height: float = 600) -> bytes:
    """Return a PDF whose pages are empty but for a line of text, their number."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        for number in range(1, count + 1):
            pdf.add_blank_page(page_size=(width, height))
            page = pdf.pages[-1].obj
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.Contents = pdf.make_stream(b"BT /F 20 Tf 50 300 Td (page%d) Tj ET" % number)
        pdf.Root.Lang = "en"
        written = BytesIO()
        pdf.save(written)
    return written.getvalue()


def words_of_sides(data: bytes, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what poppler finds on the left and on the right half of each side."""
    file = folder / "booklet.pdf"
    file.write_bytes(data)
    with pikepdf.open(file) as pdf:
        half, height = round(float(pdf.pages[0].mediabox[2]) / 2), round(float(pdf.pages[0].mediabox[3]))
        count = len(pdf.pages)
    for side in range(1, count + 1):
        yield tuple(
            subprocess.run(
                ["pdftotext", "-f", str(side), "-l", str(side), "-x", str(x), "-y", "0", "-W", str(half), "-H",
                 str(height), str(file), "-"],
                check=True, capture_output=True, text=True,
            ).stdout.strip()
            for x in (0, half)
        )  # fmt: skip


def test_sides_are_in_saddle_stitch_order() -> None:
    assert list(order_of_sides(8)) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert list(order_of_sides(4)) == [(4, 1), (2, 3)]


@pytest.mark.parametrize("count", range(1, 14))
def test_folded_sheets_give_the_pages_in_order(count: int) -> None:
    """Sheets lie in each other, the first outside: turning the leaves meets every page once, in its order."""
    sides = list(order_of_sides(count))
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first_half = [page for (_, front), (back, _) in sheets for page in (front, back)]
    second_half = [page for (front, _), (_, back) in reversed(sheets) for page in (back, front)]
    assert first_half + second_half == list(range(1, len(first_half) * 2 + 1))
    assert 0 <= len(sides) * 2 - count < 4


@pytest.mark.render
def test_pages_stand_where_the_order_says(tmp_path: Path) -> None:
    sides = list(words_of_sides(impose(make_pages(6)), tmp_path))
    assert sides == [("", "page1"), ("page2", ""), ("page6", "page3"), ("page4", "page5")]


@pytest.mark.render
def test_landscape_pages_are_turned(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(make_pages(2))) as pdf, pikepdf.open(BytesIO(make_pages(1, 600, 400))) as wide:
        pdf.pages.append(wide.pages[0])
        mixed = BytesIO()
        pdf.save(mixed)
    data = impose(mixed.getvalue())
    with pikepdf.open(BytesIO(data)) as booklet:
        assert {tuple(float(edge) for edge in page.mediabox) for page in booklet.pages} == {(0, 0, 800, 600)}
    assert list(words_of_sides(data, tmp_path))[1] == ("page2", "page1")


@pytest.mark.render
def test_the_briefing_as_a_booklet(car_nk: Printed, tmp_path: Path, qpdf: Path) -> None:
    data = impose(car_nk.data)
    assert impose(car_nk.data) == data
    file = tmp_path / "booklet.pdf"
    file.write_bytes(data)
    subprocess.run([qpdf, "--check", file], check=True, capture_output=True)
    with pikepdf.open(file) as booklet, pikepdf.open(BytesIO(car_nk.data)) as briefing:
        count = len(briefing.pages)
        assert len(booklet.pages) == 2 * -(-count // 4)
        assert [float(edge) for edge in booklet.pages[0].mediabox] == pytest.approx([0, 0, *A3_PT], abs=0.01)
        assert "/StructTreeRoot" not in booklet.Root
        assert booklet.docinfo["/Title"] == briefing.docinfo["/Title"]
    left, right = next(words_of_sides(data, tmp_path))
    assert f"1 / {count}" in right
    assert ("" if count % 4 else f"{count} / {count}") in left
