"""The build record, `<stem>.build.json`: what went into a build, and what came of it.

Holds no clock and no absolute path: the same input and versions give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import builder
from builder.diagnostics import Diagnostic
from builder.diagnostics.render.json import as_object
from builder.model.block import Output
from builder.model.document import Document
from builder.pipeline.panels import Panel
from builder.pipeline.parity.expected import omitted
from builder.theme.places import package_templates
from builder.world import World

LIBRARIES = (
    "weasyprint",
    "pikepdf",
    "python-pptx",
    "pydyf",
    "fonttools",
    "lxml",
    "pillow",
    "citeproc-py",
    "resvg-py",
)
"""Those whose version can change the outputs' bytes, beside Pango and HarfBuzz."""


def make_record(
    world: World,
    document: Document,
    panels: Iterable[Panel],
    diagnostics: Iterable[Diagnostic],
) -> Callable[[Mapping[str, str]], bytes]:
    """Return what `publish` calls with the SHA-256 of the outputs to get the record's bytes."""
    panels = tuple(panels)
    facts = {
        "content": document.file,
        "edition": document.edition,
        "date": document.date.isoformat() if document.date else None,
        "versions": _versions(),
        "inputs": inputs_of(world),
        "diagnostics": [as_object(diagnostic) for diagnostic in diagnostics],
        "blocks": _blocks(panels),
        "omitted": {
            panel.output.value: [path for path, _ in omitted(document, panel.output)] for panel in panels
        },
        "editability": {panel.output.value: dict(panel.report) for panel in panels if panel.report},
    }

    def record(known: Mapping[str, str]) -> bytes:
        outputs = {name: {"sha256": sha256} for name, sha256 in sorted(known.items())}
        return as_json({**facts, "outputs": outputs}).encode()

    return record


def as_json(facts: Mapping[str, object]) -> str:
    """Return JSON with one line for each entry of the mappings and lists at the first level."""
    parts = [f"{_compact(key)}: {_spread(value)}" for key, value in facts.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _spread(value: object) -> str:
    match value:
        case dict() if value:
            lines = [f"  {_compact(key)}: {_compact(entry)}" for key, entry in value.items()]
            return "{\n" + ",\n".join(lines) + "\n}"
        case list() if value:
            return "[\n" + ",\n".join(f"  {_compact(entry)}" for entry in value) + "\n]"
        case _:
            return _compact(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def inputs_of(world: World) -> dict[str, str | None]:
    """Return the SHA-256 of every file that was asked for, null where there is none, by a name without machine."""
    return dict(sorted((_name_of(world, path), _sha256(path)) for path in world.reads))


def _name_of(world: World, path: Path) -> str:
    templates = package_templates().resolve()
    if not path.is_relative_to(world.root) and path.is_relative_to(templates):
        return f"diptych:{path.relative_to(templates).as_posix()}"
    return world.name_of(path)


def _sha256(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def _versions() -> dict[str, str]:
    from builder.layout.versions import (
        native_versions,
    )  # loads the layout engine: only a build that ran has it

    found = {"diptych": builder.__version__, "python": platform.python_version(), **native_versions()}
    for library in LIBRARIES:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            continue
    return found


def _blocks(panels: tuple[Panel, ...]) -> dict[str, dict[str, list[int]]]:
    """Return the pages and slides of each section and block, by its path."""
    words = {Output.REPORT: "pages", Output.DECK: "slides"}
    blocks: dict[str, dict[str, list[int]]] = {}
    for panel in panels:
        for path, numbers in panel.places.items():
            blocks.setdefault(path, {})[words[panel.output]] = list(numbers)
    return blocks
