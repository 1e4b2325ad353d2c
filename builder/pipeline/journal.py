"""The journal of a publication: what stands ready to be put in place, kept until all of it is.

Several files cannot be renamed in one step. So all are first written beside their places, then the journal is,
then they are renamed, then the journal goes. A run that finds a journal finishes what it says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePath

from builder.pipeline.files import OutputFolder


@dataclass(frozen=True, slots=True)
class Entry:
    """One file to be put in place: SHA-256 of what stood there before and stands there after (empty for nothing)."""

    name: str
    before: str
    after: str

    @property
    def part(self) -> str:
        """The name of the file that waits to be put in place."""
        return part_of(self.name)


def part_of(name: str) -> str:
    """Return the name under which the new `name` waits."""
    return f".{name}.part"


def journal_of(stem: str) -> str:
    """Return the name of a stem's journal."""
    return f".{stem}.publish.json"


def fingerprint(data: bytes | None) -> str:
    """Return the SHA-256 of `data`, empty for None."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def write_journal(folder: OutputFolder, stem: str, entries: Iterable[Entry]) -> None:
    """Write the journal in one step: there is either all of it or none."""
    data = json.dumps({"files": [asdict(entry) for entry in entries]}, indent=1).encode()
    folder.write(part_of(journal_of(stem)), data)
    folder.replace(journal_of(stem), part_of(journal_of(stem)))
    folder.sync()


def read_journal(folder: OutputFolder, stem: str) -> tuple[Entry, ...]:
    """Return what an interrupted publication had still to do; nothing where the last one was finished.

    A journal that names anything but outputs of `stem` in this folder is not ours, and nothing of it is done.
    """
    data = folder.read(journal_of(stem))
    if data is None:
        return ()
    try:
        entries = tuple(
            Entry(str(item["name"]), str(item["before"]), str(item["after"]))
            for item in json.loads(data)["files"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()
    return entries if all(_is_of(entry.name, stem) for entry in entries) else ()


def _is_of(name: str, stem: str) -> bool:
    return name == PurePath(name).name and name.startswith(stem)


def put_in_place(folder: OutputFolder, stem: str, entries: Iterable[Entry]) -> None:
    """Rename every waiting file into its place and remove the journal; can be repeated from any point.

    A file that was changed by somebody else since the journal was written stays as it is.
    """
    for entry in entries:
        if fingerprint(folder.read(entry.part)) != entry.after:
            continue
        if fingerprint(folder.read(entry.name)) not in (entry.before, entry.after):
            folder.remove(entry.part)
        elif entry.after:
            folder.replace(entry.name, entry.part)
        else:
            folder.remove(entry.name)
    folder.sync()
    folder.remove(journal_of(stem))


def take_back(
    folder: OutputFolder, stem: str, entries: Iterable[Entry], former: Mapping[str, bytes | None]
) -> None:
    """Put what stood there before, as `former` has it by name, back in the place of what was replaced.

    That is a publication too, with a journal of its own, so that a run that is killed meanwhile can be followed by
    another one: before that journal is written it goes on, and afterwards it goes back.
    """
    back = [
        Entry(entry.name, entry.after, entry.before)
        for entry in entries
        if entry.after != entry.before and fingerprint(folder.read(entry.name)) == entry.after
    ]
    if back:
        for entry in back:
            data = former[entry.name]
            if data is not None:
                folder.write(entry.part, data)
        write_journal(folder, stem, back)
        put_in_place(folder, stem, back)
    folder.remove(journal_of(stem))


def finish_interrupted(folder: OutputFolder, stem: str) -> None:
    """Finish the publication that an earlier run did not live to finish."""
    if folder.has(journal_of(stem)):
        put_in_place(folder, stem, read_journal(folder, stem))
