"""Slides as the last deck of this process had them, for the next one: a word changes few of them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

from builder.compose.loader import Sources
from builder.compose.slides import SlideComposer
from builder.diagnostics import Diagnostics
from builder.layout.slides import SlideLayouter
from builder.remembered import Remembered

V = TypeVar("V")
_Common: TypeAlias = tuple[tuple[object, ...], Sources, Mapping[str, object]]
"""What slides have in common beside templates, the templates, and what these ask of the document."""

_COMMON = "common"

KNOWN_SLIDES = 1_000
"""Results, of some 50 kB each: a slide gives one as it is laid out and one as shapes."""


class DeckMemory:
    """Results that depend on the plan of a slide, and on what all slides of a deck have in common.

    Only results that there was nothing to tell of are kept: diagnostics name lines, which move. Each is kept with the
    names of the templates that it was made with, and found only if those are the same still.
    """

    def __init__(self) -> None:
        self._known: Remembered[Any] = Remembered(KNOWN_SLIDES)
        self._composer: SlideComposer | None = None
        self._same: set[str] = set()

    @contextlib.contextmanager
    def serve(self, composer: SlideComposer, layouter: SlideLayouter) -> Iterator[None]:
        """Forget everything unless the deck that is made in this block has all in common with the last one."""
        common = (*composer.common, *layouter.common)
        last: _Common | None = self._known.find(_COMMON, None)
        if last is None or not _holds(last, common, composer):
            self._known.forget()
            last = None
        self._composer, self._same = composer, set(last[1] if last else ())
        try:
            yield
        finally:
            self._composer = None
            self._known.keep(_COMMON, None, (common, composer.used_templates(), composer.asked()))

    def recall(self, name: Hashable, source: object, found: Diagnostics, work: Callable[[], V]) -> V:
        """Return what `work`, which tells `found` of faults, made of an equal source under this name; else do it."""
        composer = self._composer
        known: tuple[V, frozenset[str]] | None = self._known.find(name, source)
        if composer is None:
            return work()
        if known is not None and known[1] <= self._same:
            composer.use(known[1])
            return known[0]
        before = len(tuple(found))
        with composer.using() as used:
            value = work()
        self._same |= used
        if len(tuple(found)) == before:
            self._known.keep(name, source, (value, frozenset(used)))
        return value

    def same(self, name: Hashable, value: V) -> V:
        """Return the last value of this name if it equals the one given: the same object is compared at once."""
        known: V | None = self._known.find(name, value)
        return self._known.keep(name, value, value) if known is None else known


def _holds(last: _Common, common: tuple[object, ...], composer: SlideComposer) -> bool:
    before, templates, asked = last
    return before == common and composer.templates(templates) == templates and composer.asked(asked) == asked
