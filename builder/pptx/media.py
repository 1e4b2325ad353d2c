"""Media: each picture's bytes are one part, however often it is shown."""

from __future__ import annotations

import hashlib

from builder.model.resolved import Picture
from builder.pptx.names import ContentType
from builder.pptx.package import Package, Part

_EXTENSIONS = {ContentType.PNG: "png", ContentType.JPEG: "jpeg", ContentType.SVG: "svg"}


class MediaStore:
    """The media parts of a package, numbered in the order of their first use after `prefix`, behind those there are."""

    def __init__(self, package: Package, prefix: str = "image") -> None:
        self._package = package
        self._stem = f"/ppt/media/{prefix}"
        self._before = package.highest(self._stem)
        self._parts: dict[tuple[ContentType, bytes], Part] = {}

    def parts(self, picture: Picture) -> tuple[Part, ...]:
        """Return the part that every program can show, the file itself or its rendering as PNG; then that of an SVG."""
        if picture.png is None:
            raster = self._part(ContentType(picture.media_type), picture.data)
        else:
            raster = self._part(ContentType.PNG, picture.png)
        if picture.media_type != ContentType.SVG.value:
            return (raster,)
        return raster, self._part(ContentType.SVG, picture.data)

    def _part(self, content_type: ContentType, data: bytes) -> Part:
        key = content_type, hashlib.sha256(data).digest()
        if key not in self._parts:
            name = f"{self._stem}{self._before + len(self._parts) + 1}.{_EXTENSIONS[content_type]}"
            self._parts[key] = self._package.add(name, content_type, data)
        return self._parts[key]
