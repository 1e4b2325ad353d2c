"""The time that the layout of an output may take, and where it stood when that was over."""

from __future__ import annotations

import contextlib
import time
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

from builder.bounds import TimeIsOver, within
from builder.diagnostics import Diagnostics, Span
from builder.limits import LONGEST_LAYOUT_S

CODE = "B730"
SHORTEN = "make this block shorter, or divide the content over several files"
DIVIDE = "divide the content over several files; if it is short, look for the fault in the theme's styles"
BOXES = ("box", "child", "table", "element")
"""What WeasyPrint 70 calls the box that a function of its layout sets, and the element that it makes boxes of."""


class LayoutTooLong(Exception):
    """The layout of an output took more time than it may.

    Attributes:
        path: of the block that was being set, empty outside of all. page: the page it had come to, 0 before the first.
    """

    def __init__(self, path: str, page: int = 0) -> None:
        super().__init__(path, page)
        self.path = path
        self.page = page


class LayoutTime:
    """Time of the processor for all parts of the layout of an output together."""

    def __init__(self) -> None:
        self._left_s = float(LONGEST_LAYOUT_S)

    @contextlib.contextmanager
    def spend(self) -> Iterator[None]:
        """Run a part of the layout.

        Raises:
            LayoutTooLong: the time is over.
        """
        start = time.process_time()
        try:
            with within(self._left_s):
                yield
        except TimeIsOver as error:
            raise _describe(error) from None
        finally:
            self._left_s = max(self._left_s - (time.process_time() - start), 0.001)


@contextlib.contextmanager
def tell_if_too_long(found: Diagnostics, spans: Mapping[str, Span]) -> Iterator[None]:
    """Add B730 to `found` and end the block where the layout in it takes too long; `spans` are of blocks, by path."""
    try:
        yield
    except LayoutTooLong as error:
        span = spans.get(error.path)
        reached = f", and has come to page {error.page}" if error.page > 1 else ""
        minutes = f"{LONGEST_LAYOUT_S / 60:.0f} minutes of the processor's time"
        message = f"the layout takes more than {minutes}{reached}"
        found.error(CODE, message, span, help=SHORTEN if span else DIVIDE)


def _describe(error: TimeIsOver) -> LayoutTooLong:
    """Return where the layout stood: the innermost block that one of its functions had in hand."""
    path, page = "", 0
    for frame, _ in traceback.walk_tb(error.__traceback__):
        path = next(filter(None, (_block_of(frame.f_locals.get(name)) for name in BOXES)), path)
        page = getattr(frame.f_locals.get("context"), "current_page", None) or page
    return LayoutTooLong(path, page)


def _block_of(item: Any) -> str:
    """Return the path of the block that a box or an element is, empty where it is none."""
    element = getattr(item, "element", item)
    return str(element.get("data-block", "")) if hasattr(element, "get") else ""
