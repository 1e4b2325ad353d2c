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
    reader: FileReader, document: Document, font_files: tuple[Path, ...]
) -> Mapping[str, Picture]:
    """Return the pictures of all figures whose files can be used, by the path of the figure block."""
    pictures: dict[str, Picture] = {}
    by_file: dict[str, Picture | None] = {}
    fonts = tuple(reader.world.resolve(file) for file in font_files)
    for block, _ in iter_blocks(document):
        if not isinstance(block, Figure):
            continue
        if block.file not in by_file:
            by_file[block.file] = _load(reader, block, fonts)
        picture = by_file[block.file]
        if picture is not None:
            pictures[block.path] = picture
    return pictures


def _load(reader: FileReader, figure: Figure, fonts: tuple[Path, ...]) -> Picture | None:
    suffix = PurePosixPath(figure.file).suffix.lower()
    file = reader.read(figure.file, figure.file_span, "figure", "B501")
    if file is None:
        return None
    if suffix != ".svg" and suffix not in _RASTER:
        message = f"figure '{figure.file}' is of an unknown type"
        reader.diagnostics.error("B502", message, figure.file_span, help="use SVG, PNG, JPEG or WebP")
        return None
    try:
        return _svg(reader.world.store, file, fonts) if suffix == ".svg" else _image(file)
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


def _svg(store: Store | None, file: NamedFile, fonts: tuple[Path, ...]) -> Picture:
    """Return an SVG that shows something, with the fonts given or in an earlier build with the same ones."""
    width, height = check_svg(file.data)
    key = store.key("shows something", file.data, hash_of_files(fonts)) if store and fonts else ""
    if not (store and key and store.find(key) is not None):
        from builder.resolve.pictures.raster import draws_nothing

        if draws_nothing(file.data, width, height, fonts):
            raise UnusableSvg("draws nothing")
        if store and key:
            store.keep(key, b"")
    return Picture("image/svg+xml", file.path.name, width, height, file.data)


def _image(file: NamedFile) -> Picture:
    from builder.resolve.pictures.raster import check_image

    media_type, data, width, height = check_image(file.data)
    return Picture(media_type, file.path.name, width, height, data)
