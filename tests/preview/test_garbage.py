"""Garbage of builds waits, and does not pile up."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from builder.preview.garbage import MOST, Garbage


class Ring:
    """Something that only holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _unfrozen() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_a_build_left_waits_until_nothing_is_to_be_done() -> None:
    garbage = Garbage()
    left = weakref.ref(Ring())
    garbage.put_aside()
    gc.collect()
    assert left() is not None
    garbage.look()
    assert left() is None


def test_what_many_builds_left_does_not_wait() -> None:
    garbage = Garbage()
    left = weakref.ref(Ring())
    for number in range(MOST):
        assert left() is not None, number
        garbage.put_aside()
    assert left() is None


def test_nothing_is_looked_through_twice() -> None:
    garbage = Garbage()
    garbage.put_aside()
    garbage.look()
    looked: list[str] = []
    gc.callbacks.append(lambda phase, _: looked.append(phase))
    try:
        garbage.look()
    finally:
        gc.callbacks.pop()
    assert not looked
