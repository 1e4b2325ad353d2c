"""Builds that follow changes, as the person at the terminal sees them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime

from builder.cli.console import note
from builder.cli.progress import progress
from builder.cli.summary import report_build
from builder.pipeline.build import Request, Result, build
from builder.preview.watch import follow


def follow_builds(request: Request) -> Iterator[tuple[Result, float]]:
    """Build now and after each change, say what came of it, and yield the result with the seconds it took."""
    seconds = 0.0

    def build_once() -> Result:
        nonlocal seconds
        start = time.perf_counter()
        with progress() as observe:
            result = build(request, observe)
        seconds = time.perf_counter() - start
        report_build(result, request.folder, seconds)
        return result

    for result in follow(build_once):
        yield result, seconds
        note(f"{datetime.now().astimezone():%H:%M:%S}  waiting for changes; end with Ctrl+C")
