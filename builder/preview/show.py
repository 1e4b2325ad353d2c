"""What the preview shows now, shared by the threads that answer the browser."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from dataclasses import asdict

from builder.preview.sheets import Sheet, sheets_of
from builder.preview.snapshot import Snapshot

WIDTHS_PX = (200, 4000)
WIDTH_STEP_PX = 100


class Show:
    """The sheets of the last good build, and what the last build of all told.

    `editor` is the address that opens a place in an editor, with `{path}`, `{line}` and `{column}`; empty for none.
    `root` is the project's folder on this machine, which such an address needs.
    """

    def __init__(self, editor: str = "", root: str = "") -> None:
        self._editor = editor
        self._root = root
        self._more = threading.Condition()
        self._pdfium = threading.Lock()  # pdfium must not be called by two threads at once
        self._version = 0
        self._told: Snapshot | None = None
        self._good: Snapshot | None = None
        self._pages: tuple[Sheet, ...] = ()
        self._slides: tuple[Sheet, ...] = ()

    def update(self, told: Snapshot) -> None:
        """Show another build: all of it if it is good, else its faults above the last good one."""
        pages, slides = self._pages, self._slides
        if told.briefing is not None:
            with self._pdfium:
                pages = sheets_of([told.briefing], pages)
                slides = sheets_of(told.slides, slides)
        with self._more:
            self._told = told
            if told.briefing is not None:
                self._good, self._pages, self._slides = told, pages, slides
            self._version += 1
            self._more.notify_all()

    def wait(self, after: int, timeout_s: float) -> bytes | None:
        """Return the state, as JSON, when there is one of another version than `after`; None if none comes."""
        with self._more:
            if not self._more.wait_for(lambda: self._version != after, timeout_s) or self._told is None:
                return None
            return json.dumps(self._state(self._told), ensure_ascii=False).encode()

    def draw(self, kind: str, number: int, width_px: int) -> bytes | None:
        """Return the picture of a page or slide (`kind`), from 1, at least `width_px` wide; None if there is none."""
        sheets = {"page": self._pages, "slide": self._slides}.get(kind, ())
        if not 1 <= number <= len(sheets):
            return None
        least, most = WIDTHS_PX
        width_px = min(max(-(-width_px // WIDTH_STEP_PX) * WIDTH_STEP_PX, least), most)
        with self._pdfium:
            return sheets[number - 1].draw(width_px)

    def _state(self, told: Snapshot) -> dict[str, object]:
        good = self._good
        parts = good.parts if good else ()
        notes = good.notes if good else ()
        return {
            "version": self._version,
            "title": good.title if good else "",
            "file": told.file,
            "editor": self._editor,
            "root": self._root if self._editor else "",
            "seconds": round(told.seconds, 2),
            "good": told.briefing is not None,
            "faults": [asdict(fault) for fault in told.faults],
            "lines": told.lines or (good.lines if good else ()),
            "parts": [asdict(part) for part in parts],
            "pages": _sheets(self._pages, [part.pages for part in parts], ()),
            "slides": _sheets(self._slides, [part.slides for part in parts], notes),
        }


def _sheets(
    sheets: Iterable[Sheet], places: list[tuple[int, ...]], notes: tuple[str, ...]
) -> list[dict[str, object]]:
    """Return what the page needs to know of each sheet; `places` are the sheets of each part."""
    return [
        {
            "key": sheet.key,
            "ratio": sheet.ratio,
            "changed": sheet.changed,
            "notes": notes[number - 1] if number <= len(notes) else "",
            "parts": [index for index, numbers in enumerate(places) if number in numbers],
        }
        for number, sheet in enumerate(sheets, 1)
    ]
