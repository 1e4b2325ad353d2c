"""What WeasyPrint 70.0 remembers of the pages so far, so that a page can be laid out in more than one way."""

from __future__ import annotations

import copy
from collections import defaultdict
from typing import Any

CHANGED = ("footnotes", "reported_footnotes", "rendered_notes", "broken_out_of_flow")
"""What the layout of a page changes in its context: what was not laid out yet, and what goes on from page to page."""


class PageState:
    """The state of a layout `context` before or after the page with this index, from 0."""

    def __init__(self, context: Any, index: int) -> None:
        self._index = index
        self._kept = {name: copy.copy(getattr(context, name)) for name in CHANGED}
        self._running = _copy_running(context.running_elements)
        self._remake = _copy_values(context.page_maker[index][-1])
        self._following = context.page_maker[index + 1 :]

    def restore(self, context: Any) -> None:
        """Set the context back to this state."""
        for name, value in self._kept.items():
            setattr(context, name, copy.copy(value))
        context.running_elements = _copy_running(self._running)
        context.page_maker[self._index][-1].update(_copy_values(self._remake))
        context.page_maker[self._index + 1 :] = self._following


def _copy_values(state: dict[str, Any]) -> dict[str, Any]:
    return {name: copy.copy(value) for name, value in state.items()}


def _copy_running(elements: Any) -> Any:
    """Return a copy of the boxes by name and page, with the same defaults as WeasyPrint's."""
    copied: Any = defaultdict(lambda: defaultdict(list))
    for name, pages in elements.items():
        copied[name].update({page: list(boxes) for page, boxes in pages.items()})
    return copied
