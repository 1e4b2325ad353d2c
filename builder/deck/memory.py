"""Slides as the last deck of this process had them, for the next one: a word changes few of them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, TypeVar

from builder.compose.environment import Sources
from builder.compose.slides import SlideComposer
from builder.diagnostics import Diagnostics
from builder.layout.slides import SlideLayouter
from builder.remembered import Remembered

V = TypeVar("V")

KNOWN_SLIDES = 1_000
"""Results, of some 50 kB each: a slide gives one as it is laid out and one as shapes."""


class DeckMemory:
    """Results that depend on the plan of a slide, and on what all slides of a deck have in common.

    Only results that there was nothing to tell of are kept: diagnostics name lines, which move.
    """

    def __init__(self) -> None:
        self._known: Remembered[Any] = Remembered(KNOWN_SLIDES)
        self._common: tuple[tuple[object, ...], Sources, Mapping[str, object]] | None = None

    @contextlib.contextmanager
    def serve(self, composer: SlideComposer, layouter: SlideLayouter) -> Iterator[None]:
        """Forget everything unless the deck that is made in this block has all in common with the last one."""
        common = (*composer.common, *layouter.common)
        if self._common is None or not _holds(self._common, common, composer):
            self._known.forget()
        self._common = None
        try:
            yield
        finally:
            self._common = (common, composer.templates(), composer.asked())

    def recall(self, name: Hashable, source: object, found: Diagnostics, work: Callable[[], V]) -> V:
        """Return what `work`, which tells `found` of faults, made of an equal source under this name; else do it."""
        known: V | None = self._known.find(name, source)
        if known is not None:
            return known
        before = len(tuple(found))
        value = work()
        if len(tuple(found)) == before:
            self._known.keep(name, source, value)
        return value

    def same(self, name: Hashable, value: V) -> V:
        """Return the last value of this name if it equals the one given: the same object is compared at once."""
        known: V | None = self._known.find(name, value)
        return self._known.keep(name, value, value) if known is None else known


def _holds(
    last: tuple[tuple[object, ...], Sources, Mapping[str, object]],
    common: tuple[object, ...],
    composer: SlideComposer,
) -> bool:
    before, templates, asked = last
    return before == common and composer.templates(templates) == templates and composer.asked(asked) == asked
