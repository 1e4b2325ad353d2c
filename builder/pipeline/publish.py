"""Stage 9: all output files of a build in their places, or none of them.

In: the files' bytes. Out: where they are. What stood there before stays as it was if it was edited by hand
since it was built, or if a program has it open: the new files are then laid beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from builder.errors import DiptychError
from builder.pipeline.files import OutputFolder
from builder.pipeline.journal import (
    Entry,
    fingerprint,
    finish_interrupted,
    journal_of,
    part_of,
    put_in_place,
    take_back,
    write_journal,
)
from builder.pipeline.suffixes import name_of

MakeRecord = Callable[[Mapping[str, str]], bytes]
"""Makes the text of the build record, given the SHA-256 of each output by name, those of earlier builds included."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published.

    Attributes:
        names: the files, by the suffix of each (`pdf`, `pptx`, `slides.pdf`), in their folder.
        obstacle: why they lie beside their places, empty where they lie in them.
        remedy: what to do about it.
    """

    names: Mapping[str, str]
    obstacle: str = ""
    remedy: str = ""


def record_of(stem: str) -> str:
    """Return the name of the build record."""
    return f"{stem}.build.json"


def publish(
    folder: OutputFolder,
    stem: str,
    files: Mapping[str, bytes],
    make_record: MakeRecord,
    *,
    force: bool = False,
) -> Publication:
    """Put `files` (by suffix) and their record in place, or beside it where that must not be.

    Raises:
        FileAccessError: the folder cannot be written to; what was in it is as it was.
    """
    with folder.locked():
        finish_interrupted(folder, stem)
        known = read_known(folder, stem)
        names = {suffix: name_of(stem, suffix) for suffix in files}
        found = _find_obstacle(folder, tuple(names.values()), known, force=force)
        if found is not None:
            return _lay_beside(folder, stem, files, found)
        after = {names[suffix]: fingerprint(data) for suffix, data in files.items()}
        record = make_record({**known, **after})
        _replace_together(
            folder, stem, {names[s]: data for s, data in files.items()} | {record_of(stem): record}
        )
        return Publication(names)


def read_known(folder: OutputFolder, stem: str) -> dict[str, str]:
    """Return the SHA-256 of each output that the build record in place knows and that still exists, by name."""
    data = folder.read(record_of(stem))
    try:
        outputs = json.loads(data or b"{}").get("outputs", {})
        recorded = {str(name): str(facts["sha256"]) for name, facts in outputs.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return {name: sha256 for name, sha256 in recorded.items() if folder.has(name)}


def _find_obstacle(
    folder: OutputFolder, names: tuple[str, ...], known: Mapping[str, str], *, force: bool
) -> tuple[str, str] | None:
    """Return why the files must not be replaced, and what to do; None if they may."""
    for name in names:
        obstacle = folder.find_obstacle(name)
        if obstacle is not None:
            fact, remedy = obstacle
            return f"'{name}' {fact}", remedy
        current = folder.read(name)
        if force or current is None:
            continue
        if name not in known:
            return f"'{name}' was not built here", "build again with --force to replace it"
        if fingerprint(current) != known[name]:
            return f"'{name}' was edited since it was built", "build again with --force to replace it"
    return None


def _lay_beside(
    folder: OutputFolder, stem: str, files: Mapping[str, bytes], found: tuple[str, str]
) -> Publication:
    """Write `<stem>.new.<suffix>` for every file, leaving everything else as it is."""
    names = {suffix: name_of(stem, suffix, ".new") for suffix in files}
    _replace_together(folder, stem, {names[suffix]: data for suffix, data in files.items()})
    return Publication(names, *found)


def _replace_together(folder: OutputFolder, stem: str, files: Mapping[str, bytes]) -> None:
    """Write all files beside their places, then the journal, then put them in place; or leave what stood there.

    Presentations come first: one that is held open cannot be replaced, and then nothing has to be taken back.
    """
    files = dict(sorted(files.items(), key=lambda file: not file[0].endswith(".pptx")))
    former = {name: folder.read(name) for name in files}
    entries = [Entry(name, fingerprint(former[name]), fingerprint(data)) for name, data in files.items()]
    try:
        for name, data in files.items():
            folder.write(part_of(name), data)
        write_journal(folder, stem, entries)
        put_in_place(folder, stem, entries)
    except DiptychError:
        take_back(folder, stem, entries, former)
        for name in (*files, journal_of(stem)):
            folder.remove(part_of(name))
        raise
