"""WeasyPrint's log as diagnostics: it carries on after a missing image or a misspelt property, we do not."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Mapping

from builder.diagnostics import Diagnostics, Span
from builder.layout.fetcher import DENIED

CODE = "B402"
MISSING_GLYPH = "B303"


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextlib.contextmanager
def log_as_diagnostics(
    found: Diagnostics, style_sheets: Mapping[str, str], known_missing: frozenset[str] = frozenset()
) -> Iterator[None]:
    """Add a diagnostic to `found` for whatever WeasyPrint logs meanwhile, each once.

    `style_sheets` are the texts of the style sheets in use by their names, as shown to people; `known_missing`
    are characters that are known to be in no font, and reported.
    """
    logger = logging.getLogger("weasyprint")
    handler = _Records()
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    for record in {(record.msg, record.args): record for record in handler.records}.values():
        if not _is_missing_glyph(record, known_missing):
            _add(record, found, style_sheets)


def _is_missing_glyph(record: logging.LogRecord, characters: frozenset[str]) -> bool:
    args = record.args if isinstance(record.args, tuple) else ()
    return "U+%04X" in record.msg and isinstance(args[-1], int) and chr(args[-1]) in characters


def _add(record: logging.LogRecord, found: Diagnostics, style_sheets: Mapping[str, str]) -> None:
    args = record.args if isinstance(record.args, tuple) else ()
    if "U+%04X" in record.msg and isinstance(args[-1], int):
        found.warning(
            MISSING_GLYPH,
            f"no font of the theme has the character '{chr(args[-1])}' (U+{args[-1]:04X})",
            help="use another character, or add a font that has it to the theme's fallback families",
        )
    elif "%d:%d" in record.msg:
        line, column = [arg for arg in args if isinstance(arg, int)][-2:]
        name = _find_sheet(str(args[0]), line, column, style_sheets)
        span = Span.at(name, line, column, max(1, len(str(args[0])))) if name else None
        found.warning(
            CODE, "style rule that the layout engine does not know", span, help="it has no effect: mend it"
        )
    elif DENIED in record.getMessage():
        address = record.getMessage().rpartition(DENIED)[2]
        help = "put it into the theme, or into the document as a figure"
        found.error(CODE, f"'{address}' is asked for, and nothing is fetched", help=help)
    elif record.levelno >= logging.ERROR:
        found.error(CODE, f"the layout engine reports: {record.getMessage()}")
    else:
        found.warning(CODE, f"the layout engine reports: {record.getMessage()}")


def _find_sheet(name: str, line: int, column: int, style_sheets: Mapping[str, str]) -> str | None:
    """Return the style sheet that has `name` at the position, else the only one that has the line at all."""
    candidates: list[str] = []
    for sheet, text in style_sheets.items():
        lines = text.split("\n")
        if line <= len(lines):
            candidates.append(sheet)
            if lines[line - 1][column - 1 :].lower().startswith(name.lower()):
                return sheet
    return candidates[0] if len(candidates) == 1 else None
