"""The build record: every input by name and hash, nothing of this machine, the same bytes every time."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from builder.pipeline.project import open_world
from builder.pipeline.record import as_json, inputs_of
from builder.theme.places import package_templates


def test_inputs_are_named_without_the_machine(tmp_path: Path) -> None:
    file = tmp_path / "content" / "talk.yaml"
    file.parent.mkdir()
    file.write_bytes(b"title: T")
    world = open_world(file)
    world.read_bytes(file)
    world.is_file(Path("content/none.csv"))
    world.read_bytes(package_templates() / "clinical" / "_brand.yml")
    inputs = inputs_of(world)
    assert list(inputs) == ["content/none.csv", "content/talk.yaml", "diptych:clinical/_brand.yml"]
    assert inputs["content/talk.yaml"] == hashlib.sha256(b"title: T").hexdigest()
    assert inputs["content/none.csv"] is None


def test_json_has_a_line_for_each_entry() -> None:
    facts = {
        "name": "é",
        "none": {},
        "blocks": {"a": {"pages": [1, 2]}, "b": {}},
        "list": [{"x": 1}, {"y": 2}],
    }
    text = as_json(facts)
    assert json.loads(text) == facts
    assert text.splitlines() == [
        "{",
        '"name": "é",',
        '"none": {},',
        '"blocks": {',
        '  "a": {"pages": [1, 2]},',
        '  "b": {}',
        "},",
        '"list": [',
        '  {"x": 1},',
        '  {"y": 2}',
        "]",
        "}",
    ]
