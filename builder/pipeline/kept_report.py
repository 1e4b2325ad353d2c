"""The briefing as an earlier build wrote it, where it would be written of the very same again.

Its pages depend on the composed HTML, its pictures, the fonts, and the name in the file identifier: on nothing else of
the document. What only the deck shows, such as notes, leaves them as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.pipeline.log import RunLog
from builder.store import Store, hash_of_files
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from builder.compose.report import ComposedReport


class KeptReport:
    """The place of one briefing in a store, or in none."""

    def __init__(self, store: Store | None, report: ComposedReport, theme: Theme, file: str) -> None:
        self._store = store
        self._key = ""
        if store:
            resources = (part for name, data in sorted(report.resources.items()) for part in (name, data))
            self._key = store.key("report", report.html, hash_of_files(theme.font_files), file, *resources)

    def find(self) -> bytes | None:
        """Return the bytes of the PDF."""
        return self._store.find(self._key) if self._store else None

    def keep(self, data: bytes | None, log: RunLog) -> None:
        """Keep the bytes, unless there was something to tell: diagnostics name lines, which move."""
        if self._store and data is not None and not log.diagnostics:
            self._store.keep(self._key, data)
