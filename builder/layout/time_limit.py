"""The time that the layout of an output may take, and where it stood when that was over, or the engine failed."""

from __future__ import annotations

import contextlib
import time
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

from builder.bounds import TimeIsOver, within
from builder.diagnostics import Diagnostics, Span
from builder.limits import LONGEST_LAYOUT_S

SHORTEN = "make this block shorter, or divide the content over several files"
DIVIDE = "divide the content over several files; if it is short, look for the fault in the theme's styles"
BOXES = ("box", "child", "table", "element")
"""What WeasyPrint 70 calls the box that a function of its layout sets, and the element that it makes boxes of."""

ENGINE = frozenset({"weasyprint", "tinycss2", "cssselect2", "tinyhtml5", "pydyf"})
"""The libraries that a layout runs in."""


class LayoutStopped(Exception):
    """The layout of an output came to no end.

    Attributes:
        path: of the block that was being set, empty outside of all. page: the page it had come to, 0 before the first.
    """

    def __init__(self, path: str, page: int = 0) -> None:
        super().__init__(path, page)
        self.path = path
        self.page = page

    @property
    def reached(self) -> str:
        return f", and has come to page {self.page}" if self.page > 1 else ""


class LayoutTooLong(LayoutStopped):
    """It took more time than it may."""

    def tell(self, found: Diagnostics, span: Span | None) -> None:
        minutes = f"{LONGEST_LAYOUT_S / 60:.0f} minutes of the processor's time"
        message = f"the layout takes more than {minutes}{self.reached}"
        found.error("B730", message, span, help=SHORTEN if span else DIVIDE)


class LayoutFailed(LayoutStopped):
    """The engine failed, without a word for people."""

    def tell(self, found: Diagnostics, span: Span | None) -> None:
        message = f"the layout engine fails{' at this block' if span else ''}{self.reached}"
        help = "look for what is unusual in the theme's styles; the theme 'clinical' shows whether it is them"
        found.error("B731", message, span, help=help)


class LayoutTime:
    """Time of the processor for all parts of the layout of an output together."""

    def __init__(self) -> None:
        self._left_s = float(LONGEST_LAYOUT_S)

    @contextlib.contextmanager
    def spend(self) -> Iterator[None]:
        """Run a part of the layout.

        Raises:
            LayoutTooLong: the time is over. LayoutFailed: an error inside of the engine.
        """
        start = time.process_time()
        try:
            with within(self._left_s):
                yield
        except TimeIsOver as error:
            raise LayoutTooLong(*_find_place(error)) from None
        except Exception as error:
            if not _is_of_engine(error):
                raise
            raise LayoutFailed(*_find_place(error)) from error
        finally:
            self._left_s = max(self._left_s - (time.process_time() - start), 0.001)


@contextlib.contextmanager
def tell_if_stopped(found: Diagnostics, spans: Mapping[str, Span]) -> Iterator[None]:
    """Add B730 or B731 to `found` and end the block where the layout in it stops; `spans` are of blocks, by path."""
    try:
        yield
    except (LayoutTooLong, LayoutFailed) as error:
        error.tell(found, spans.get(error.path))


def _is_of_engine(error: Exception) -> bool:
    """Return whether an error arose in the code of the engine, and is none of the machine's, such as a full disk."""
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    module = str(frame.f_globals.get("__name__", ""))
    return module.partition(".")[0] in ENGINE and not isinstance(error, OSError | MemoryError)


def _find_place(error: Exception) -> tuple[str, int]:
    """Return where the layout stood: the innermost block that one of its functions had in hand, and the page."""
    path, page = "", 0
    for frame, _ in traceback.walk_tb(error.__traceback__):
        path = next(filter(None, (_block_of(frame.f_locals.get(name)) for name in BOXES)), path)
        page = getattr(frame.f_locals.get("context"), "current_page", None) or page
    return path, page


def _block_of(item: Any) -> str:
    """Return the path of the block that a box or an element is, empty where it is none."""
    element = getattr(item, "element", item)
    return str(element.get("data-block", "")) if hasattr(element, "get") else ""
