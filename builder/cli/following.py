"""Builds that follow changes, as the person at the terminal sees them."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from builder.cli.console import note
from builder.cli.failure import report_failure
from builder.cli.progress import progress
from builder.cli.summary import report_build
from builder.pipeline.build import Request, Result, build
from builder.preview.watch import follow


def follow_builds(request: Request, show: Callable[[Result | None, float], None] | None = None) -> None:
    """Build now and after each change, and say what came of it.

    `show` is given each result and the seconds that it took; no result where a build failed for no fault of the
    content's. That ends nothing: the next change may bring what helps.
    """

    def build_once() -> Result | None:
        start = time.perf_counter()
        result = None
        try:
            with progress() as observe:
                result = build(request, observe)
            seconds = time.perf_counter() - start
            report_build(result, request.folder, seconds)
            if show:
                show(result, seconds)
        except Exception as error:
            report_failure(error)
            if show:
                show(None, time.perf_counter() - start)
        return result

    for _ in follow(build_once, request.file):
        note(f"{datetime.now().astimezone():%H:%M:%S}  waiting for changes; end with Ctrl+C")
