"""Gather every work that the document may cite, by citation key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from builder.diagnostics import Diagnostics, Span
from builder.model.document import Document, SourceFile
from builder.resolve.bibliography.csl_file import read_json, read_yaml
from builder.resolve.bibliography.work import MalformedItem, Work, checked_item
from builder.resolve.files import FileReader

_BIBTEX = (".bib", ".bibtex")


def load_bibliography(reader: FileReader, document: Document) -> dict[str, Work]:
    """Return the works of all bibliography files and of `references:`, by key.

    A key that is defined twice keeps its first work and is reported (B512), and so is what cannot be
    read (B511).
    """
    works: dict[str, Work] = {}
    for source in document.bibliography:
        _add(_read(reader, source), works, reader.diagnostics)
    in_place = (
        (item, document.reference_spans.get(str(item.get("id")), document.span))
        for item in document.references
    )
    _add(in_place, works, reader.diagnostics)
    return works


def _read(reader: FileReader, source: SourceFile) -> list[tuple[Mapping[str, object], Span]]:
    file = reader.read(source.path, source.span, "bibliography", "B511")
    if file is None:
        return []
    try:
        text = file.data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        message = f"bibliography '{source.path}' is not UTF-8 text"
        reader.diagnostics.error("B511", message, source.span, help="save it as UTF-8")
        return []
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix == ".json":
        return read_json(text, file.name, reader.diagnostics)
    if suffix in (".yaml", ".yml"):
        return read_yaml(text, file.name, reader.diagnostics)
    if suffix in _BIBTEX:
        from builder.resolve.bibliography.bibtex import read_bibtex  # 30 ms that few documents need

        return read_bibtex(text, file.name, reader.diagnostics)
    message = f"unknown type of bibliography '{source.path}'"
    help = "use CSL-JSON (.json), CSL-YAML (.yaml) or BibTeX (.bib)"
    reader.diagnostics.error("B511", message, source.span, help=help)
    return []


def _add(
    found: Iterable[tuple[Mapping[str, object], Span]],
    works: dict[str, Work],
    diagnostics: Diagnostics,
) -> None:
    for raw, span in found:
        key = str(raw.get("id", ""))
        if key in works:
            first = works[key].span
            message = f"reference '{key}' is defined twice"
            help = f"rename or delete one; the first is in {first.path}, line {first.start.line}"
            diagnostics.error("B512", message, span, help=help)
            continue
        try:
            works[key] = Work(key, checked_item(raw), span)
        except MalformedItem as problem:
            diagnostics.error(
                "B511", f"reference '{key}': {problem}", span, help="correct it in the bibliography"
            )
            works[key] = Work(key, {"type": "document", "title": key}, span)
