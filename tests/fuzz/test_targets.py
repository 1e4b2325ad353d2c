"""Damaged and mixed inputs of every kind: a build of them ends in outputs or in diagnostics, in time."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutate import mutate
from tests.fuzz.targets import SECONDS, TARGETS, Target

EXAMPLES = 40


class TooSlow(Exception):
    """An input that took longer than it may."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise TooSlow in a block that takes longer, where the system can."""

    def stop(_signal: int, _frame: Any) -> None:
        raise TooSlow

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module", params=TARGETS.values(), ids=TARGETS)
def target(request: pytest.FixtureRequest) -> Target:
    return request.param


@pytest.fixture(scope="module")
def project(target: Target) -> Iterator[Path]:
    import shutil

    folder = target.make_project()
    yield folder
    shutil.rmtree(folder)


@pytest.mark.slow
@pytest.mark.render
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32 - 1))
def test_a_damaged_input(target: Target, project: Path, seed: int) -> None:
    with within(SECONDS):
        target.run(mutate(target.seeds(), target.tokens, seed), project)


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_are_sound(name: str) -> None:
    """A fuzzer that begins with what is refused at once looks at nothing but the refusal."""
    assert TARGETS[name].seeds()
