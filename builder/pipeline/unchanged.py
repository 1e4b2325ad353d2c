"""Nothing changed, nothing done: whether the outputs in place are what a build would make.

What the record says of the last build is compared with what there is now: versions, every input, those that were looked
for and not found too, and the outputs themselves. Nothing that a build needs is loaded for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.diagnostics import Diagnostic, Severity
from builder.diagnostics.render.json import from_object
from builder.pipeline.files import OutputFolder
from builder.pipeline.inputs import CHANGED, are_unchanged
from builder.pipeline.journal import fingerprint, journal_of
from builder.pipeline.project import open_world
from builder.pipeline.publish import record_of
from builder.pipeline.suffixes import name_of
from builder.pipeline.versions import versions
from builder.world import World


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What stands in the output folder and would come out of a build again.

    Attributes:
        sheets: how many pages or slides each output has, by its suffix. diagnostics: what the build told.
    """

    world: World
    sheets: Mapping[str, int]
    diagnostics: tuple[Diagnostic, ...]

    def read_lines(self, path: str) -> Sequence[str]:
        """Return the lines of a source file, none if it cannot be read; for excerpts."""
        return self.world.read_lines(path)


def find_unchanged(
    file: Path, folder: OutputFolder, suffixes: Sequence[str], *, strict: bool
) -> LastBuild | None:
    """Return the last build of `file` if another one would make the same of the same; None if it has to run.

    It has to run, too, where warnings count and there were any, for what is to be said then is the build's.
    """
    stem = file.stem
    world = open_world(file)
    record = _read_record(folder, stem)
    if record is None or (folder.path / journal_of(stem)).exists():
        return None
    try:
        diagnostics = tuple(from_object(facts) for facts in record["diagnostics"])
        sheets = {str(suffix): int(number) for suffix, number in record["sheets"].items()}
        names = [name_of(stem, suffix) for suffix in sheets]
        outputs = {name: record["outputs"][name]["sha256"] for name in names}
        same = set(sheets) == set(suffixes) and _is_current(world, file, folder, record, outputs)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None
    warned = any(diagnostic.severity is Severity.WARNING for diagnostic in diagnostics)
    return LastBuild(world, sheets, diagnostics) if same and not (strict and warned) else None


def _read_record(folder: OutputFolder, stem: str) -> dict[str, Any] | None:
    try:
        record = json.loads(folder.read(record_of(stem)) or b"")
    except (OSError, ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _is_current(
    world: World, file: Path, folder: OutputFolder, record: Mapping[str, Any], outputs: Mapping[str, str]
) -> bool:
    """Return whether versions, inputs and outputs are those of the record; the cheapest are compared first."""
    inputs = record["inputs"]
    return (
        record["content"] == world.name_of(file.resolve())
        and CHANGED not in inputs.values()
        and record["versions"] == versions()
        and all(fingerprint(folder.read(name)) == sha256 for name, sha256 in outputs.items())
        and are_unchanged(world, inputs)
    )
