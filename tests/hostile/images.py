"""Images that are larger than they look, damaged, or not what their names say."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.hostile.case import Case, figure
from tests.hostile.drawings import case as drawn
from tests.hostile.drawings import drawing, picture

REFUSED = frozenset({"B502"})
TOO_MUCH = frozenset({"B508"})


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes | None = None, extra: bytes = b"") -> bytes:
    """Return a grey PNG; without `rows`, one that says its size and holds a few."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = zlib.compress(rows if rows is not None else b"\0" * (width + 1) * min(height, 9))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def saved(kind: str, size: tuple[int, int] = (9, 9)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "red").save(target, kind)
    return target.getvalue()


def case(name: str, file: str, data: bytes, codes: frozenset[str] = REFUSED) -> Case:
    return Case(f"image-{name}", figure(file), files={f"content/{file}": data}, codes=codes)


CASES = [
    case("png-bomb", "a.png", png(30_000, 30_000, b"\0" * 30_001 * 2000), TOO_MUCH),
    case("png-says-huge", "a.png", png(2**31 - 1, 2**31 - 1, b"\0" * 9), TOO_MUCH),
    case("png-says-wide", "a.png", png(79_999_999, 1, b"\0" * 9), TOO_MUCH),
    case("png-text-bomb", "a.png", png(9, 9, extra=chunk(b"zTXt", b"a\0\0" + zlib.compress(b"a" * 2**28)))),
    case(
        "png-profile-bomb", "a.png", png(9, 9, extra=chunk(b"iCCP", b"a\0\0" + zlib.compress(b"a" * 2**28)))
    ),
    case("png-cut", "a.png", saved("PNG")[:50]),
    case("jpeg-cut", "a.jpg", saved("JPEG")[:300]),
    case("webp-cut", "a.webp", saved("WEBP")[:30]),
    case(
        "jpeg-says-huge",
        "a.jpg",
        saved("JPEG").replace(struct.pack(">HH", 9, 9), b"\xff\xff\xff\xff"),
        TOO_MUCH,
    ),
    case("gif-as-png", "a.png", saved("GIF")),
    case("tiff-as-png", "a.png", saved("TIFF")),
    case(
        "eps-as-jpeg", "a.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(OUTSIDE/secret.png) run\n"
    ),
    case("html-as-png", "a.png", b"<html><img src='http://LISTENER/'></html>"),
    case("empty", "a.png", b""),
    drawn("embedded-bomb", drawing(picture(png(30_000, 30_000, b"\0" * 30_001 * 2000))), TOO_MUCH),
    drawn("embedded-damaged", drawing(picture(b"GIF89a"))),
    drawn("embedded-drawing", drawing(picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>"))),
]
