"""Run the layout engine on a whole document: what it complains of, and where it takes too long, are diagnostics."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping

from builder.diagnostics import Diagnostics, Span
from builder.layout.log import log_as_diagnostics
from builder.layout.time_limit import LayoutTime, tell_if_stopped


@contextlib.contextmanager
def running(
    found: Diagnostics,
    style_sheets: Mapping[str, str],
    spans: Mapping[str, Span],
    known_missing: frozenset[str] = frozenset(),
) -> Iterator[None]:
    """Add to `found` what the engine tells meanwhile; the block ends early where it takes too long.

    `style_sheets` are texts by name, `spans` those of blocks by path; characters that are `known_missing` were told.

    Diagnostics: B303, a character that no font has; B402, whatever else it tells; B730, it takes too long;
    B731, it fails.
    """
    with (
        tell_if_stopped(found, spans),
        log_as_diagnostics(found, style_sheets, known_missing),
        LayoutTime().spend(),
    ):
        yield
