"""Draw PNGs of the pictures that a program may not show; a briefing needs none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builder.model.resolved import Picture, ResolvedDocument
from builder.store import Store, hash_of_files


def with_fallbacks(
    resolved: ResolvedDocument, font_files: tuple[Path, ...], store: Store | None = None
) -> ResolvedDocument:
    """Return the document with a PNG beside each SVG and WebP, at about 0.1 s each.

    Text is drawn with `font_files`, the first of them standing in for other families; without any, with the fonts of
    this machine. What an earlier build drew with the same fonts is taken from `store`.
    """
    drawn: dict[int, Picture] = {}
    for picture in resolved.pictures.values():
        if id(picture) not in drawn:
            drawn[id(picture)] = replace(picture, png=_png(picture, font_files, store))
    pictures = {path: drawn[id(picture)] for path, picture in resolved.pictures.items()}
    return replace(resolved, pictures=pictures)


def _png(picture: Picture, font_files: tuple[Path, ...], store: Store | None) -> bytes | None:
    from builder.resolve.pictures.raster import png_of_image, png_of_svg

    if picture.media_type == "image/webp":
        return png_of_image(picture.data)
    if picture.media_type != "image/svg+xml":
        return None
    key = store.key("png", picture.data, hash_of_files(font_files)) if store and font_files else ""
    kept = store.find(key) if store and key else None
    if kept is not None:
        return kept
    png = png_of_svg(picture.data, picture.width_px, picture.height_px, font_files)
    if store and key:
        store.keep(key, png)
    return png
