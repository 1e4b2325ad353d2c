"""Check and measure PNG, JPEG and WebP files; draw PNGs of what a program may not show."""

from __future__ import annotations

import contextlib
import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path

import resvg_py
from PIL import Image, ImageOps, UnidentifiedImageError

from builder.limits import MOST_ELONGATED, MOST_PIXELS
from builder.resolve.font_tables import family_name
from builder.resolve.pictures.faults import TooMuchToDraw, UnusableImage

_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_EMBEDDED = (*_MEDIA_TYPES, "GIF")
_LONGER_SIDE_PX = 1_600  # of a fallback: 120 dots per inch over a whole slide; 150 take 40 % longer
_THUMBNAIL_PX = 256
_LEAST_DPI, _MOST_DPI = 36, 2_400  # outside it, what the file says of itself is not believed
_UNKNOWN_DPI = 72  # what programs write, and Pillow reports, where nothing is known
_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4


def check_image(data: bytes) -> tuple[str, bytes, float, float]:
    """Return media type, bytes, and natural width and height in CSS pixels.

    The size is the file's own where it states a resolution, else 96 pixels are an inch. A photograph that a
    camera turned by a note is turned for good, as not every program reads the note.

    Raises:
        UnusableImage: it is none of the three, or damaged. TooMuchToDraw: it is too large.
    """
    with _opened(data, tuple(_MEDIA_TYPES)) as image:
        return _checked(image, data)


def count_pixels(data: bytes) -> int:
    """Return the pixels of an image inside a drawing.

    Raises:
        UnusableImage: it is none that a drawing may hold. TooMuchToDraw: it is too large.
    """
    with _opened(data, _EMBEDDED) as image:
        return image.size[0] * image.size[1]


@contextlib.contextmanager
def _opened(data: bytes, formats: tuple[str, ...]) -> Iterator[Image.Image]:
    """Give an image of one of `formats`, whose data has not been decoded yet, and turn Pillow's errors into ours."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=formats) as image:
                yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooMuchToDraw("has too many pixels: scale it to less than 80 million") from None
    except UnusableImage:
        raise
    except UnidentifiedImageError:
        raise UnusableImage("is not a PNG, JPEG or WebP image") from None
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, IndexError, KeyError):
        raise UnusableImage("is damaged or cut off") from None


def draws_nothing(svg: bytes, width_px: float, height_px: float, font_files: tuple[Path, ...]) -> bool:
    """Return whether nothing at all can be seen of an SVG.

    Raises:
        UnusableImage: it cannot be drawn.
    """
    drawn = png_of_svg(svg, width_px, height_px, font_files, _THUMBNAIL_PX)
    with Image.open(io.BytesIO(drawn)) as image:
        return image.getchannel("A").getextrema() == (0, 0)


def png_of_svg(
    data: bytes,
    width_px: float,
    height_px: float,
    font_files: tuple[Path, ...],
    longer_side_px: int = _LONGER_SIDE_PX,
) -> bytes:
    """Return an SVG drawn as PNG, with an alpha channel, so many pixels on its longer side.

    Text is drawn with `font_files`, the first of them standing in for families that are not among them; without
    any, with the fonts of this machine.

    Raises:
        UnusableImage: it cannot be drawn.
    """
    family = family_name(font_files[0]) if font_files else None
    try:
        return resvg_py.svg_to_bytes(
            svg_string=data.decode("utf-8-sig"),
            width=max(round(longer_side_px * min(1.0, width_px / height_px)), 1),
            skip_system_fonts=bool(font_files),
            font_files=[str(file) for file in font_files],
            font_family=family,
            serif_family=family,
            sans_serif_family=family,
            monospace_family=family,
        )
    except (ValueError, UnicodeDecodeError):
        raise UnusableImage("cannot be drawn") from None


def png_of_image(data: bytes) -> bytes:
    """Return an image that was checked as PNG."""
    with Image.open(io.BytesIO(data)) as image:
        target = io.BytesIO()
        image.convert("RGBA" if image.has_transparency_data else "RGB").save(target, "PNG")
        return target.getvalue()


def _checked(image: Image.Image, data: bytes) -> tuple[str, bytes, float, float]:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise TooMuchToDraw(f"has {width} × {height} pixels: scale it to less than 80 million")
    if max(width, height) > MOST_ELONGATED * min(width, height):
        raise TooMuchToDraw(f"is more than {MOST_ELONGATED} times as long in one direction as in the other")
    media_type = _MEDIA_TYPES[str(image.format)]
    across, down = _resolution(image)
    if image.format == "JPEG":
        image.draft(
            "RGB", (max(1, width // 8), max(1, height // 8))
        )  # decodes every block, at an eighth of the size
    image.load()
    if image.getexif().get(_ORIENTATION, 1) != 1:
        data, turned = _turned(data)
        across, down = (down, across) if turned != (width, height) else (across, down)
        width, height = turned
    return media_type, data, width * 96 / across, height * 96 / down


def _resolution(image: Image.Image) -> tuple[float, float]:
    stated = image.info.get("dpi")
    if stated and all(_LEAST_DPI <= value <= _MOST_DPI and round(value) != _UNKNOWN_DPI for value in stated):
        return float(stated[0]), float(stated[1])
    return 96.0, 96.0


def _turned(data: bytes) -> tuple[bytes, tuple[int, int]]:
    with Image.open(io.BytesIO(data)) as image:
        upright = ImageOps.exif_transpose(image)
        target = io.BytesIO()
        upright.save(target, str(image.format), quality=95)
        return target.getvalue(), upright.size
