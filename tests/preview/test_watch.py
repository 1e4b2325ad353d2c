"""Builds follow every file that they asked for, and nothing else."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from builder.errors import ExitCode
from builder.pipeline.build import Request, Result, build
from builder.preview.watch import LONGEST_WAIT_MS, QUIET_MS, follow, wait_until_quiet

pytestmark = pytest.mark.render

CONTENT = """\
title: A small talk
sections:
  - title: Methods
    content:
      - points: [Counted once]
"""
FIGURE = """\
      - figure: drawn.svg
        alt: A square
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
LONGEST_S = 60


class Watched:
    """A project whose builds are followed in a thread of its own; each result is asked for once."""

    def __init__(self, project: Path) -> None:
        self.file = project / "content" / "small.yaml"
        self.pdf = project / "output" / "small.pdf"
        self.stop = threading.Event()
        self._request = Request(self.file, project / "output", "output")
        self._results: list[Result | None] = []
        self._more = threading.Condition()
        self.thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        for result in follow(lambda: build(self._request), self.file, self.stop):
            with self._more:
                self._results.append(result)
                self._more.notify()

    def next(self) -> Result:
        with self._more:
            assert self._more.wait_for(lambda: self._results, LONGEST_S), "no build"
            result = self._results.pop(0)
            assert result is not None
            return result

    def replace(self, text: str) -> None:
        """Write the content file as careful editors do: beside it, then in its place."""
        beside = self.file.with_suffix(".tmp")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.file)


@contextmanager
def watching(project: Path) -> Iterator[Watched]:
    watched = Watched(project)
    watched.thread.start()
    try:
        yield watched
    finally:
        watched.stop.set()
        watched.thread.join(LONGEST_S)
        assert not watched.thread.is_alive()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "small.yaml").write_text(CONTENT, encoding="utf-8")
    return tmp_path


def test_a_changed_word_a_broken_file_and_a_new_figure(project: Path) -> None:
    with watching(project) as watched:
        assert watched.next().exit_code is ExitCode.OK
        first = watched.pdf.read_bytes()

        watched.replace(CONTENT.replace("once", "twice"))
        assert watched.next().exit_code is ExitCode.OK
        second = watched.pdf.read_bytes()
        assert second != first

        watched.replace(CONTENT.replace("title: A", "title: [A"))
        assert watched.next().exit_code is ExitCode.CONTENT
        assert watched.pdf.read_bytes() == second, "the last good output stays"

        watched.replace(CONTENT + FIGURE)
        missing = watched.next()
        assert [diagnostic.code for diagnostic in missing.diagnostics] == ["B501"]

        (project / "content" / "drawn.svg").write_text(SVG, encoding="utf-8")
        assert watched.next().exit_code is ExitCode.OK


def test_a_change_during_a_build_is_not_missed(project: Path) -> None:
    file = project / "content" / "small.yaml"
    request = Request(file, project / "output", "output")
    stop = threading.Event()
    titles = []

    def build_and_change() -> Result:
        result = build(request)
        if len(titles) == 1:
            file.write_text(CONTENT.replace("small", "large"), encoding="utf-8")
        return result

    for result in follow(build_and_change, file, stop):
        assert result is not None
        titles.append(result.read_lines("content/small.yaml")[0])
        if len(titles) == 1:
            file.write_text(CONTENT.replace("small", "long"), encoding="utf-8")
        if len(titles) == 3:
            stop.set()
    assert titles[-1] == "title: A large talk"


def test_after_a_build_without_a_result_the_next_change_is_waited_for(project: Path) -> None:
    file = project / "content" / "small.yaml"
    request = Request(file, project / "output", "output")
    stop = threading.Event()
    results: list[Result | None] = []
    for result in follow(lambda: None if len(results) == 1 else build(request), file, stop):
        results.append(result)
        file.write_text(CONTENT + "#" * len(results), encoding="utf-8")
        if len(results) == 3:
            stop.set()
    assert [result is not None for result in results] == [True, False, True]


def test_a_file_that_is_still_being_written_is_waited_for(project: Path) -> None:
    file = project / "content" / "small.yaml"
    pieces = ["", CONTENT[:20], CONTENT]
    pauses = 0

    def pause() -> bool:
        nonlocal pauses
        pauses += 1
        if pieces:
            file.write_text(pieces.pop(0), encoding="utf-8")
        return False

    wait_until_quiet([file], pause)
    assert file.read_text("utf-8") == CONTENT
    assert pauses == 4


def test_a_file_that_never_rests_is_built_all_the_same(project: Path) -> None:
    file = project / "content" / "small.yaml"
    lengths = count(1)

    def pause() -> bool:
        file.write_text("#" * next(lengths), encoding="utf-8")
        return False

    wait_until_quiet([file], pause)
    assert next(lengths) * QUIET_MS >= LONGEST_WAIT_MS


def test_what_a_build_did_not_ask_for_starts_none(project: Path) -> None:
    with watching(project) as watched:
        watched.next()
        (project / "content" / "notes.txt").write_text("not used", encoding="utf-8")
        os.utime(project / "content")
        watched.replace(CONTENT.replace("once", "twice"))
        assert watched.next().exit_code is ExitCode.OK
        assert not watched._results
