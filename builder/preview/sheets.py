"""Pages and slides as pictures, and what of each has changed since the picture before."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from PIL import Image, ImageChops

COMPARED_PX = 480
"""Width at which two states of a sheet are compared: a changed letter of 9 pt still changes pixels."""

NOTICED = 24
"""By how much of 255 a pixel must differ: less is the smoothing of an edge."""

Area = tuple[float, float, float, float]
"""Left, top, right and bottom, as parts of a sheet's width and height."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page or slide.

    Attributes:
        data, index: its PDF, and its page there. key: names what it shows: equal keys, equal pictures.
        ratio: its width divided by its height. changed: the area that differs from the sheet before; None if none does.
    """

    data: bytes
    index: int
    key: str
    ratio: float
    changed: Area | None = None

    def draw(self, width_px: int) -> bytes:
        """Return its picture as PNG."""
        written = io.BytesIO()
        _draw(self.data, self.index, width_px).save(written, "PNG", compress_level=1)
        return written.getvalue()


def sheets_of(files: Sequence[bytes], before: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return the pages of PDF files, one after the other, compared with the sheets `before` at the same places."""
    return tuple(_sheets(files, before))


def _sheets(files: Sequence[bytes], before: Sequence[Sheet]) -> Iterator[Sheet]:
    number = 0
    for data in files:
        for index in range(_page_count(data)):
            yield _sheet(data, index, before[number] if number < len(before) else None)
            number += 1


def _sheet(data: bytes, index: int, old: Sheet | None) -> Sheet:
    if old and (old.index, old.data) == (index, data):
        return replace(old, changed=None)
    picture = _draw(data, index, COMPARED_PX)
    key = hashlib.sha256(picture.tobytes()).hexdigest()[:16]
    changed = (
        _difference(picture, _draw(old.data, old.index, COMPARED_PX)) if old and old.key != key else None
    )
    return Sheet(data, index, key, picture.width / picture.height, changed)


def _difference(new: Image.Image, old: Image.Image) -> Area | None:
    """Return the smallest rectangle that holds what differs; the whole sheet if its size does."""
    if new.size != old.size:
        return 0, 0, 1, 1
    mask = ImageChops.difference(new.convert("L"), old.convert("L")).point(
        lambda value: 255 * (value > NOTICED)
    )
    box = mask.getbbox()
    if box is None:
        return None
    left, top, right, bottom = box
    return left / new.width, top / new.height, right / new.width, bottom / new.height


def _page_count(data: bytes) -> int:
    with pdfium.PdfDocument(data) as document:
        return len(document)


def _draw(data: bytes, index: int, width_px: int) -> Image.Image:
    with pdfium.PdfDocument(data) as document:
        page = document[index]
        image: Image.Image = page.render(scale=width_px / page.get_width()).to_pil()
        return image
