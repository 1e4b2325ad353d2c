"""The JSON Schema for editors."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.content.schema import json_schema
from builder.content.schema.blocks import SHAPES
from builder.content.schema.common import COMMON_KEYS
from builder.content.schema.one_kind import KINDS


def iter_properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from iter_properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from iter_properties(value)


def test_file_is_not_stale(root: Path) -> None:
    written = (root / "builder/content/content.schema.json").read_text(encoding="utf-8")
    assert written == json_schema() + "\n"


def test_every_key_is_described() -> None:
    undescribed = [
        key for key, schema in iter_properties(json.loads(json_schema())) if not schema.get("description")
    ]
    assert undescribed == []


def test_every_kind_has_a_shape() -> None:
    assert tuple(shape.kind for shape in SHAPES) == KINDS


def test_a_block_has_exactly_one_kind() -> None:
    schema = json.loads(json_schema())
    alternatives = schema["$defs"]["SectionShape"]["properties"]["content"]["items"]["oneOf"]
    blocks = [schema["$defs"][alternative["$ref"].rpartition("/")[2]] for alternative in alternatives]
    required = [set(block["required"]) & set(KINDS) for block in blocks]
    assert [len(kinds) for kinds in required] == [1] * len(KINDS)
    assert {kind for kinds in required for kind in kinds} == set(KINDS)
    for block, kinds in zip(blocks, required, strict=True):
        assert block["additionalProperties"] is False
        assert set(block["properties"]) == {*COMMON_KEYS, *kinds}


def test_what_is_required() -> None:
    schema = json.loads(json_schema())
    assert schema["required"] == ["title", "sections"]
    assert schema["$defs"]["FigureShape"]["required"] == ["alt", "figure"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
