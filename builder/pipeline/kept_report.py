"""The briefing as an earlier build laid it out and wrote it, where it would be made of the very same again.

Its pages depend on the composed HTML, its pictures, the fonts, and the name in the file identifier; the file on the
numbers of slides that are filled in, too: on nothing else of the document. What only the deck shows, such as notes,
leaves both as they are.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from builder.pipeline.log import RunLog
from builder.pipeline.panels import Places
from builder.store import Store, hash_of_files
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from builder.compose.report import ComposedReport


class KeptReport:
    """The place of one briefing, made of `parts`, in a store, or in none."""

    def __init__(self, store: Store | None, parts: tuple[bytes | str, ...]) -> None:
        self._store = store
        self._parts = parts

    @classmethod
    def of(
        cls, store: Store | None, report: ComposedReport, theme: Theme, file: str, *attached: bytes | str
    ) -> KeptReport:
        """Return the place of a composed report, and of the files `attached` to it."""
        if store is None:
            return cls(None, ())
        resources = (part for name, data in sorted(report.resources.items()) for part in (name, data))
        return cls(store, (report.html, hash_of_files(theme.font_files), file, *resources, *attached))

    def find(self, slides: Places) -> bytes | None:
        """Return the bytes of the PDF with these numbers of slides."""
        return self._store.find(self._key("report", slides)) if self._store else None

    def find_places(self) -> Places | None:
        """Return the pages of the blocks."""
        data = self._store.find(self._key("report places")) if self._store else None
        return None if data is None else json.loads(data)

    def keep(self, slides: Places, data: bytes | None, log: RunLog) -> None:
        """Keep the bytes, unless there was something to tell: diagnostics name lines, which move."""
        if self._store and data is not None and not log.diagnostics:
            self._store.keep(self._key("report", slides), data)

    def keep_places(self, places: Places, log: RunLog) -> None:
        """Keep the pages of the blocks, unless there was something to tell."""
        if self._store and not log.diagnostics:
            self._store.keep(self._key("report places"), json.dumps(dict(places)).encode())

    def _key(self, kind: str, slides: Places | None = None) -> str:
        assert self._store is not None
        return self._store.key(kind, json.dumps(sorted((slides or {}).items())), *self._parts)
