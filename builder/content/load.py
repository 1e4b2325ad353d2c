"""Stage 1, load: a content file in, the document out, with every fault of YAML and shape located.

A document comes out even where there are faults, as far as it can be read, so that later stages report theirs in the
same run.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.content.claim_book import ClaimBook
from builder.content.nodes import Mapping
from builder.content.parse import parse
from builder.content.read_document import read_document
from builder.content.reading import Reading
from builder.content.schema.fault import describe
from builder.content.shape_check import check_shape
from builder.content.source import Source
from builder.diagnostics import Diagnostics, Outcome, Span
from builder.diagnostics.order import sort_diagnostics
from builder.disk import FileTooLarge
from builder.errors import FileAccessError, UsageError
from builder.limits import LARGEST_CONTENT_BYTES, MB
from builder.model.document import Document
from builder.world import OutsideProject, World


@dataclass(frozen=True, slots=True)
class Content:
    """A content file: its document, the tree of its values as written, and its lines."""

    document: Document
    root: Mapping
    lines: tuple[str, ...]


def load(world: World, file: Path) -> Outcome[Document]:
    """Return the document of a content file; see `load_content`."""
    loaded = load_content(world, file)
    return Outcome(loaded.value.document if loaded.value else None, loaded.diagnostics)


def load_content(world: World, file: Path) -> Outcome[Content]:
    """Return a content file read, in source order with what is wrong (B1xx, B2xx, B5xx).

    Raises:
        UsageError: there is no such file.
        FileAccessError: it cannot be read, or a data file that it names cannot.
    """
    diagnostics = Diagnostics()
    source = _read_source(world, file, diagnostics)
    content = _load_source(source, world, diagnostics) if source is not None else None
    return Outcome(content, tuple(sort_diagnostics(diagnostics)))


def _read_source(world: World, file: Path, diagnostics: Diagnostics) -> Source | None:
    name = world.name_of(file)
    try:
        content = world.read_bytes(file, LARGEST_CONTENT_BYTES)
    except FileTooLarge:
        limit = LARGEST_CONTENT_BYTES // MB
        help_line = "split it into several documents, and move data to CSV files"
        diagnostics.error("B111", f"the file is larger than {limit} MB", Span.at(name, 1, 1), help=help_line)
        return None
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, OutsideProject):
        raise UsageError(f"there is no content file '{name}'") from None
    except OSError:
        raise FileAccessError(f"cannot read '{name}'", "check that you may read the file") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        span = Span.at(name, line, column)
        help_line = "save the file with the encoding UTF-8"
        diagnostics.error("B101", "the file is not UTF-8 text from here on", span, help=help_line)
        return None
    return Source.from_text(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _load_source(source: Source, world: World, diagnostics: Diagnostics) -> Content | None:
    parsed = parse(source)
    diagnostics.extend(parsed.diagnostics)
    if parsed.failed and parsed.value is None:
        return None
    root = parsed.value
    if not isinstance(root, Mapping):
        found = "nothing" if root is None else describe(root)
        span = Span.at(source.path, 1, 1) if root is None else root.span
        help_line = "start with 'title: …' and 'sections:'; 'diptych new' writes an example"
        diagnostics.error("B113", f"expected a document, found {found}", span, help=help_line)
        return None
    shape = check_shape(root, diagnostics)
    if shape is None:
        return None
    document = read_document(shape, Reading(world, source.path, diagnostics, ClaimBook(diagnostics)))
    return Content(document, root, source.lines)
