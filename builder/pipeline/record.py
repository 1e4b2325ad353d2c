"""The build record, `<stem>.build.json`: what went into a build, and what came of it.

Holds no clock and no absolute path: the same input and versions give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from builder.diagnostics import Diagnostic
from builder.diagnostics.render.json import as_object
from builder.model.block import Output
from builder.model.document import Document
from builder.pipeline.block_map import map_blocks
from builder.pipeline.inputs import inputs_of
from builder.pipeline.panels import Panel
from builder.pipeline.parity.expected import omitted
from builder.pipeline.prints import Printed
from builder.pipeline.suffixes import SUFFIXES
from builder.pipeline.versions import versions
from builder.world import World


def make_record(
    world: World,
    document: Document,
    panels: Iterable[Panel],
    diagnostics: Iterable[Diagnostic],
    prints: Iterable[Printed] = (),
) -> Callable[[Mapping[str, str]], bytes]:
    """Return what `publish` calls with the SHA-256 of the outputs to get the record's bytes."""
    panels = tuple(panels)
    facts = {
        "content": document.file,
        "edition": document.edition,
        "date": document.date.isoformat() if document.date else None,
        "versions": versions(),
        "inputs": inputs_of(world),
        "sheets": {**_sheets(panels), **{SUFFIXES[printed.what]: printed.pages for printed in prints}},
        "diagnostics": [as_object(diagnostic) for diagnostic in diagnostics],
        "blocks": _blocks(document, panels),
        "reference-slides": {str(number): own for panel in panels for number, own in panel.kept.items()},
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


def _sheets(panels: Iterable[Panel]) -> dict[str, int]:
    """Return how many pages or slides each output of this build has; the others are of earlier ones."""
    return {SUFFIXES[panel.output]: panel.sheets for panel in panels}


def _blocks(document: Document, panels: tuple[Panel, ...]) -> dict[str, dict[str, object]]:
    """Return what each section and block is, with its pages and slides, by its path; and those of other parts."""
    words = {Output.REPORT: "pages", Output.DECK: "slides"}
    blocks: dict[str, dict[str, object]] = {
        block.path: {"kind": block.kind, "name": block.name, "line": block.line}
        for block in map_blocks(document, panels)
    }
    for panel in panels:
        for path, numbers in panel.places.items():
            blocks.setdefault(path, {})[words[panel.output]] = list(numbers)
    return blocks
