"""Garbage of builds does not pile up."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from builder.preview.garbage import EVERY, Garbage


class Ring:
    """Something that only holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _unfrozen() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_the_last_build_left_is_freed() -> None:
    garbage = Garbage()
    garbage.look()
    left = weakref.ref(Ring())
    garbage.look()
    assert left() is None


def test_what_was_in_use_once_is_freed_after_some_builds() -> None:
    garbage = Garbage()
    ring = Ring()
    left = weakref.ref(ring)
    garbage.look()
    del ring
    garbage.look()
    assert left() is not None
    for _ in range(EVERY - 1):
        garbage.look()
    assert left() is None
