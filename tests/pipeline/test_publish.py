"""All output files in their places, or none: every step of a publication may be the last one."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.errors import FileAccessError
from builder.pipeline.files import OutputFolder
from builder.pipeline.journal import fingerprint, finish_interrupted, journal_of, part_of
from builder.pipeline.lock import lock
from builder.pipeline.publish import publish, record_of

STEM = "talk"
OLD = {"pdf": b"old pdf", "pptx": b"old deck"}
NEW = {"pdf": b"new pdf", "pptx": b"new deck"}


def make_record(known: Mapping[str, str]) -> bytes:
    return json.dumps({"outputs": {name: {"sha256": value} for name, value in known.items()}}).encode()


def put(path: Path, files: Mapping[str, bytes], **options: bool):
    return publish(OutputFolder(path, "output"), STEM, files, make_record, **options)


def outputs(path: Path) -> dict[str, bytes]:
    return {suffix: (path / f"{STEM}.{suffix}").read_bytes() for suffix in OLD}


def names(path: Path) -> set[str]:
    return {child.name for child in path.iterdir()}


class KilledFolder(OutputFolder):
    """An output folder whose process is killed at the `step`th thing that it does to the disk."""

    def __init__(self, path: Path, step: int, *, halfway: bool = False) -> None:
        super().__init__(path, "output")
        self.left = step
        self.halfway = halfway

    def _step(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def write(self, name: str, data: bytes) -> None:
        if self.halfway and self.left == 1:
            super().write(name, data[: len(data) // 2])
        self._step()
        super().write(name, data)

    def replace(self, name: str, by: str) -> None:
        self._step()
        super().replace(name, by)

    def remove(self, name: str) -> None:
        self._step()
        super().remove(name)

    def sync(self) -> None:
        self._step()
        super().sync()


def test_files_and_record_are_put_in_place_and_nothing_else_is_left(tmp_path: Path) -> None:
    publication = put(tmp_path / "output", OLD)
    assert publication.obstacle == ""
    assert outputs(tmp_path / "output") == OLD
    assert names(tmp_path / "output") == {"talk.pdf", "talk.pptx", record_of(STEM)}


def test_a_second_build_replaces_the_first(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    assert put(tmp_path, NEW).obstacle == ""
    assert outputs(tmp_path) == NEW


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process that it forked")
@pytest.mark.parametrize("halfway", [False, True])
@pytest.mark.parametrize("step", range(1, 20))
def test_killed_at_any_step_the_next_run_leaves_one_whole_pair(
    tmp_path: Path, step: int, halfway: bool
) -> None:
    put(tmp_path, OLD)
    child = os.fork()
    if child == 0:
        publish(KilledFolder(tmp_path, step, halfway=halfway), STEM, NEW, make_record)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or step > 10
    journalled = (tmp_path / journal_of(STEM)).exists()

    finish_interrupted(OutputFolder(tmp_path, "output"), STEM)

    assert outputs(tmp_path) in (OLD, NEW)
    assert outputs(tmp_path) == NEW or not journalled
    recorded = json.loads((tmp_path / record_of(STEM)).read_bytes())["outputs"]
    assert {name: facts["sha256"] for name, facts in recorded.items()} == {
        f"{STEM}.{suffix}": fingerprint(data) for suffix, data in outputs(tmp_path).items()
    }
    assert put(tmp_path, OLD).obstacle == ""
    assert names(tmp_path) == {"talk.pdf", "talk.pptx", record_of(STEM)}


def test_an_edit_made_after_an_interruption_survives_the_next_run(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    child = os.fork()
    if child == 0:
        publish(KilledFolder(tmp_path, 8), STEM, NEW, make_record)
    os.waitpid(child, 0)
    assert (tmp_path / journal_of(STEM)).exists()
    (tmp_path / "talk.pptx").write_bytes(b"edited")
    finish_interrupted(OutputFolder(tmp_path, "output"), STEM)
    assert (tmp_path / "talk.pptx").read_bytes() == b"edited"
    assert put(tmp_path, NEW).obstacle == "'talk.pptx' was edited since it was built"


def test_an_edited_output_is_left_and_both_new_ones_lie_beside_it(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / "talk.pptx").write_bytes(b"edited")
    publication = put(tmp_path, NEW)
    assert publication.obstacle == "'talk.pptx' was edited since it was built"
    assert outputs(tmp_path) == {"pdf": b"old pdf", "pptx": b"edited"}
    assert (tmp_path / "talk.new.pdf").read_bytes() == b"new pdf"
    assert (tmp_path / "talk.new.pptx").read_bytes() == b"new deck"


def test_force_replaces_an_edited_output(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / "talk.pptx").write_bytes(b"edited")
    assert put(tmp_path, NEW, force=True).obstacle == ""
    assert outputs(tmp_path) == NEW


def test_a_file_of_that_name_that_was_never_built_is_left(tmp_path: Path) -> None:
    (tmp_path / "talk.pdf").write_bytes(b"mine")
    assert put(tmp_path, NEW).obstacle == "'talk.pdf' was not built here"
    assert (tmp_path / "talk.pdf").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("beside", "program"), [(".~lock.talk.pptx#", "LibreOffice"), ("~$talk.pptx", "PowerPoint")]
)
def test_an_output_that_is_open_is_left_even_with_force(tmp_path: Path, beside: str, program: str) -> None:
    put(tmp_path, OLD)
    (tmp_path / beside).touch()
    publication = put(tmp_path, NEW, force=True)
    assert publication.obstacle == f"'talk.pptx' is open in {program}"
    assert outputs(tmp_path) == OLD
    assert (tmp_path / "talk.new.pptx").read_bytes() == b"new deck"


def test_one_output_alone_keeps_the_other_and_what_is_known_of_it(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, {"pdf": b"new pdf"})
    assert outputs(tmp_path) == {"pdf": b"new pdf", "pptx": b"old deck"}
    assert put(tmp_path, NEW).obstacle == ""


def test_a_damaged_record_counts_as_none(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / record_of(STEM)).write_text("[1")
    assert put(tmp_path, NEW).obstacle == "'talk.pdf' was not built here"


def test_a_folder_that_cannot_be_made_is_a_plain_word(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileAccessError, match="'output' cannot be written"):
        put(tmp_path / "file" / "output", NEW)


class FullFolder(OutputFolder):
    """An output folder on a disk that is full when the deck is written."""

    def write(self, name: str, data: bytes) -> None:
        if "pptx" in name:
            raise FileAccessError("the disk is full: 'output/talk.pptx' could not be written")
        super().write(name, data)


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    before = names(tmp_path)
    with pytest.raises(FileAccessError, match="full"):
        publish(FullFolder(tmp_path, "output"), STEM, NEW, make_record)
    assert outputs(tmp_path) == OLD
    assert names(tmp_path) == before


def test_a_folder_is_held_by_one_build_at_a_time(tmp_path: Path) -> None:
    with (
        lock(tmp_path, "output"),
        pytest.raises(FileAccessError, match="another build"),
        lock(tmp_path, "output", patience_s=0.0),
    ):
        pass
    with lock(tmp_path, "output", patience_s=0.0):
        assert part_of("a") == ".a.part"


class HeldFolder(KilledFolder):
    """An output folder in which a program holds a file open as Windows lets it: it cannot be replaced."""

    def __init__(self, path: Path, held: str, step: int = 0) -> None:
        super().__init__(path, step)
        self.held = held

    def replace(self, name: str, by: str) -> None:
        if name == self.held:
            raise FileAccessError(f"'output/{name}' cannot be written")
        super().replace(name, by)


@pytest.mark.parametrize("held", ["talk.pptx", "talk.pdf", record_of(STEM)])
def test_a_file_that_is_opened_at_the_last_moment_leaves_the_last_pair(tmp_path: Path, held: str) -> None:
    put(tmp_path, OLD)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(FileAccessError, match=re.escape(f"'output/{held}' cannot be written")):
        publish(HeldFolder(tmp_path, held), STEM, NEW, make_record)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert put(tmp_path, NEW).obstacle == ""


def test_a_first_pair_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError):
        publish(HeldFolder(tmp_path, "talk.pdf"), STEM, NEW, make_record)
    assert names(tmp_path) == set()


@pytest.mark.parametrize("held", ["talk.new.pptx", "talk.new.pdf"])
def test_a_pair_beside_is_whole_or_not_there(tmp_path: Path, held: str) -> None:
    put(tmp_path, OLD)
    (tmp_path / "talk.pptx").write_bytes(b"edited")
    before = names(tmp_path)
    with pytest.raises(FileAccessError):
        publish(HeldFolder(tmp_path, held), STEM, NEW, make_record)
    assert names(tmp_path) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process that it forked")
@pytest.mark.parametrize("earlier", [OLD, {}])
@pytest.mark.parametrize("step", range(1, 26))
def test_killed_while_it_takes_back_the_next_run_leaves_one_whole_pair(
    tmp_path: Path, step: int, earlier: Mapping[str, bytes]
) -> None:
    if earlier:
        put(tmp_path, earlier)
    child = os.fork()
    if child == 0:
        with contextlib.suppress(FileAccessError):
            publish(HeldFolder(tmp_path, "talk.pdf", step), STEM, NEW, make_record)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or step > 15
    finish_interrupted(OutputFolder(tmp_path, "output"), STEM)
    there = {suffix: path.read_bytes() for suffix in NEW if (path := tmp_path / f"{STEM}.{suffix}").exists()}
    assert there in (earlier, NEW)
    assert put(tmp_path, NEW).obstacle == ""
    assert names(tmp_path) == {"talk.pdf", "talk.pptx", record_of(STEM)}


def test_a_journal_that_names_other_files_is_not_obeyed(tmp_path: Path) -> None:
    put(tmp_path / "output", OLD)
    (tmp_path / "output" / "...").mkdir()
    (tmp_path / "made.part").write_bytes(b"a")
    entry = {"name": "../made", "before": "", "after": fingerprint(b"a")}
    (tmp_path / "output" / journal_of(STEM)).write_text(json.dumps({"files": [entry]}))
    (tmp_path / "output" / "..." / "made.part").write_bytes(b"a")
    finish_interrupted(OutputFolder(tmp_path / "output", "output"), STEM)
    assert not (tmp_path / "made").exists()
    assert outputs(tmp_path / "output") == OLD
    assert not (tmp_path / "output" / journal_of(STEM)).exists()
