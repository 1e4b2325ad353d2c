"""The processor of the last document, for the next one that cites the same works."""

from __future__ import annotations

import json
from collections.abc import Sequence

from builder.resolve.bibliography.work import Work
from builder.resolve.citations.processor import Processor
from builder.resolve.citations.style import Style

_last: dict[tuple[object, ...], Processor] = {}


def find_processor(style: Style, works: Sequence[Work], report_count: int, language: str) -> Processor:
    """Return the processor for these works: the last one, with all that it has shown, if it was for the same.

    Why: while a file is watched, most edits change no citation, and two thirds of the time of resolving goes into the
    list of references.
    """
    items = tuple((work.key, json.dumps(work.item, sort_keys=True)) for work in works)
    key = (style, items, report_count, language)
    if key not in _last:
        processor = Processor(style, works, report_count, language)
        _last.clear()
        _last[key] = processor
    return _last[key]
