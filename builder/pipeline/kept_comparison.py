"""What came of comparing the very same bytes with the very same texts in an earlier build."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable

from builder.pipeline.parity.compare import Comparison
from builder.pipeline.parity.expected import Expected
from builder.store import Store

Compare = Callable[[tuple[Expected, ...], bytes], tuple[Comparison, int]]
"""Returns what came of it, and the number of pages."""


def compare_once(
    store: Store | None, expected: tuple[Expected, ...], data: bytes, compare: Compare
) -> tuple[Comparison, int]:
    """Return what `compare` says of a file's bytes and what they must say: as an earlier build found it, or anew.

    Only comparisons without a loss are kept, which say nothing of lines: these move.
    """
    if store is None:
        return compare(expected, data)
    parts = (repr((part.path, part.word, part.pieces, part.drawing)) for part in expected)
    key = store.key("compared", data, *parts)
    kept = store.find(key)
    if kept is not None:
        with contextlib.suppress(ValueError, LookupError, TypeError):
            return _decode(kept)
    comparison, pages = compare(expected, data)
    if not comparison.losses:
        store.keep(key, _encode(comparison, pages))
    return comparison, pages


def _encode(comparison: Comparison, pages: int) -> bytes:
    claims = [(*claim, numbers) for claim, numbers in comparison.claims.items()]
    return json.dumps([pages, list(comparison.places.items()), claims]).encode()


def _decode(data: bytes) -> tuple[Comparison, int]:
    pages, places, claims = json.loads(data)
    found = {(claim, spoken): tuple(numbers) for claim, spoken, numbers in claims}
    return Comparison({path: tuple(numbers) for path, numbers in places}, (), found), pages
