"""Garbage of builds does not pile up."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from builder.preview.garbage import Garbage


class Ring:
    """Something that only holds itself, and much beside it."""

    def __init__(self, size: int) -> None:
        self.itself = self
        self.more = [[number] for number in range(size)]


@pytest.fixture(autouse=True)
def _unfrozen() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_the_last_build_left_is_freed() -> None:
    garbage = Garbage()
    garbage.look()
    left = weakref.ref(Ring(1))
    garbage.look()
    assert left() is None


def test_what_was_in_use_once_is_freed_before_it_is_much() -> None:
    garbage = Garbage()
    garbage.look()
    most = gc.get_freeze_count() * 2
    for _ in range(40):
        ring = Ring(gc.get_freeze_count() // 10)
        garbage.look()
        del ring
    assert gc.get_freeze_count() < most


def test_little_is_looked_through_after_each_build() -> None:
    garbage = Garbage()
    garbage.look()
    looked_through: list[str] = []
    ring = Ring(1)
    garbage.look()
    gc.callbacks.append(lambda phase, _: looked_through.append(phase))
    try:
        garbage.look()
    finally:
        gc.callbacks.pop()
    assert looked_through == ["start", "stop"]
    assert ring.itself is ring
