"""Read the file of every figure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from builder.model.block import Figure
from builder.model.document import Document
from builder.model.resolved import Picture
from builder.resolve.files import FileReader, NamedFile
from builder.resolve.numbering import iter_blocks
from builder.resolve.pictures.faults import TooMuchToDraw, UnusableSvg
from builder.resolve.pictures.svg import check_svg
from builder.store import Store, hash_of_files

_RASTER = (".png", ".jpg", ".jpeg", ".webp")


def load_pictures(
    reader: FileReader, document: Document, font_files: tuple[Path, ...], png_fallbacks: bool
) -> Mapping[str, Picture]:
    """Return the pictures of all figures whose files can be used, by the path of the figure block."""
    pictures: dict[str, Picture] = {}
    by_file: dict[str, Picture | None] = {}
    fonts = tuple(reader.world.resolve(file) for file in font_files)
    for block, _ in iter_blocks(document):
        if not isinstance(block, Figure):
            continue
        if block.file not in by_file:
            by_file[block.file] = _load(reader, block, fonts, png_fallbacks)
        picture = by_file[block.file]
        if picture is not None:
            pictures[block.path] = picture
    return pictures


def _load(reader: FileReader, figure: Figure, fonts: tuple[Path, ...], png_fallbacks: bool) -> Picture | None:
    suffix = PurePosixPath(figure.file).suffix.lower()
    file = reader.read(figure.file, figure.file_span, "figure", "B501")
    if file is None:
        return None
    if suffix != ".svg" and suffix not in _RASTER:
        message = f"figure '{figure.file}' is of an unknown type"
        reader.diagnostics.error("B502", message, figure.file_span, help="use SVG, PNG, JPEG or WebP")
        return None
    try:
        return (
            _svg(reader.world.store, file, fonts, png_fallbacks)
            if suffix == ".svg"
            else _image(file, png_fallbacks)
        )
    except TooMuchToDraw as problem:
        help = "export it smaller or simpler; SECURITY.md lists the limits"
        reader.diagnostics.error("B508", f"figure '{figure.file}' {problem}", figure.file_span, help=help)
    except UnusableSvg as problem:
        help = "save it as plain SVG that shows something, with pictures embedded and without scripts"
        reader.diagnostics.error("B502", f"figure '{figure.file}' {problem}", figure.file_span, help=help)
    except ValueError as problem:
        help = "export it again as PNG, JPEG or WebP"
        reader.diagnostics.error("B502", f"figure '{figure.file}' {problem}", figure.file_span, help=help)
    return None


def _svg(store: Store | None, file: NamedFile, fonts: tuple[Path, ...], png_fallbacks: bool) -> Picture:
    """Return an SVG that shows something; an earlier build that has drawn it as PNG has seen that."""
    width, height = check_svg(file.data)
    key = store.key("png", file.data, hash_of_files(fonts)) if store and fonts else ""
    png = store.find(key) if store and key else None
    if png is None:
        from builder.resolve.pictures.raster import draws_nothing, png_of_svg

        if draws_nothing(file.data, width, height, fonts):
            raise UnusableSvg("draws nothing")
        png = png_of_svg(file.data, width, height, fonts) if png_fallbacks else None
        if png and store and key:  # drawn with the fonts given and no others
            store.keep(key, png)
    return Picture("image/svg+xml", file.path.name, width, height, file.data, png if png_fallbacks else None)


def _image(file: NamedFile, png_fallbacks: bool) -> Picture:
    from builder.resolve.pictures.raster import check_image, png_of_image

    media_type, data, width, height = check_image(file.data)
    png = png_of_image(data) if png_fallbacks and media_type == "image/webp" else None
    return Picture(media_type, file.path.name, width, height, data, png)
