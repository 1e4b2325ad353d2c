"""The store of earlier work: exact, bounded, and harmless when it is damaged, deleted or cannot be written to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.store import Store

ROOT = Path(__file__).parents[1]
WRITE_OFTEN = """
import sys
from pathlib import Path
from builder.store import Store
store = Store(Path(sys.argv[1]), "1")
for _ in range(100):
    store.keep(store.key("kind", "x"), b"y" * 50_000)
    store.trim(1)
"""


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept", "1")
    key = store.key("slide", "<p>é</p>")
    assert store.find(key) is None
    store.keep(key, b"data")
    assert store.find(key) == b"data"
    assert Store(tmp_path / "kept", "1").find(key) == b"data"


def test_keys_tell_everything_apart(tmp_path: Path) -> None:
    one, other = Store(tmp_path, "1"), Store(tmp_path, "2")
    keys = [
        one.key("slide", "ab", "c"),
        one.key("slide", "a", "bc"),
        one.key("slide", b"abc"),
        one.key("report", "ab", "c"),
        other.key("slide", "ab", "c"),
    ]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("damaged", [b"", b"short", b"x" * 40])
def test_a_damaged_entry_counts_for_nothing_and_is_written_again(tmp_path: Path, damaged: bytes) -> None:
    store = Store(tmp_path, "1")
    key = store.key("slide", "a")
    store.keep(key, b"data")
    next(tmp_path.glob("??/*")).write_bytes(damaged)
    assert store.find(key) is None
    store.keep(key, b"data")
    assert store.find(key) == b"data"


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "kept", "1")
    key = store.key("slide", "a")
    store.keep(key, b"data")
    store.trim(0)
    assert store.find(key) is None


def test_a_read_only_store_writes_nothing(tmp_path: Path) -> None:
    key = Store(tmp_path, "1").key("slide", "a")
    Store(tmp_path / "kept", "1", read_only=True).keep(key, b"data")
    assert list(tmp_path.iterdir()) == []


def test_git_and_backups_leave_the_folder_out(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept", "1")
    store.keep(store.key("slide", "a"), b"data")
    assert (tmp_path / "kept" / ".gitignore").read_text("utf-8").splitlines()[-1] == "*"
    assert (tmp_path / "kept" / "CACHEDIR.TAG").is_file()


def test_trimming_removes_what_was_not_used_for_longest(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    keys = [store.key("slide", str(number)) for number in range(10)]
    for age, key in enumerate(keys):
        store.keep(key, b"x" * 968)  # 1,000 bytes with the digest
        os.utime(tmp_path / key[:2] / key, (age, age))
    assert store.find(keys[0]) is not None
    store.trim(10_000)
    assert all((tmp_path / key[:2] / key).is_file() for key in keys)
    store.trim(9_999)
    left = [key for key in keys if store.find(key) is not None]
    assert left == [keys[0], *keys[4:]]


def test_two_builds_at_once_find_all_of_an_entry_or_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    key = store.key("kind", "x")
    with subprocess.Popen([sys.executable, "-c", WRITE_OFTEN, str(tmp_path)], cwd=ROOT) as other:
        while other.poll() is None:
            assert store.find(key) in (None, b"y" * 50_000)
            store.keep(key, b"y" * 50_000)
    assert other.returncode == 0
    assert list(tmp_path.rglob("*.part")) == []
