"""What has changed on a sheet, found in pictures of it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from builder.preview.sheets import sheets_of
from tests.preview.conftest import SIZE, pdf_of

pytestmark = pytest.mark.render

BOX = (100, 60, 200, 120)


def test_a_sheet_is_drawn_at_the_width_that_is_asked_for() -> None:
    (sheet,) = sheets_of([pdf_of(BOX)], [])
    picture = Image.open(io.BytesIO(sheet.draw(800)))
    assert picture.size == (800, 600)
    assert sheet.ratio == pytest.approx(4 / 3, rel=0.01)
    assert picture.convert("L").getpixel((300, 180)) < 30
    assert picture.convert("L").getpixel((20, 20)) > 225


def test_the_area_that_changed_is_where_the_pictures_differ() -> None:
    before = sheets_of([pdf_of(None, None)], [])
    after = sheets_of([pdf_of(None, BOX)], before)
    assert after[0].changed is None
    assert after[0].key == before[0].key
    assert after[1].key != before[1].key
    width, height = SIZE
    expected = (BOX[0] / width, BOX[1] / height, BOX[2] / width, BOX[3] / height)
    assert after[1].changed == pytest.approx(expected, abs=0.02)


def test_the_same_picture_in_another_file_is_no_change() -> None:
    before = sheets_of([pdf_of(BOX)], [])
    after = sheets_of([pdf_of(BOX, None)], before)
    assert [sheet.changed for sheet in after] == [None, None]
    assert sheets_of([pdf_of(BOX)], after)[0].changed is None
