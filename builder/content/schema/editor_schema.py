"""The JSON Schema of content files, for editors: completion, and help on hover."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from builder.content.schema.document import DocumentShape


class _Generator(GenerateJsonSchema):
    """Leaves out what editors would show as noise: titles made from names, and null where a key may be left out."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def build_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12)."""
    DocumentShape.model_rebuild()
    schema = DocumentShape.model_json_schema(schema_generator=_Generator)
    schema.pop("title", None)
    for definition in schema["$defs"].values():
        definition.pop("title", None)
    for name, field in DocumentShape.model_fields.items():
        schema["properties"][field.alias or name].setdefault("description", field.description)
    schema["properties"]["sections"]["minItems"] = (
        1  # the shape allows none, so that a faulty one can be taken out
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Diptych content file",
        **schema,
    }


def render_schema() -> str:
    """Return the text of `content.schema.json`, without the line end behind it."""
    return json.dumps(build_schema(), ensure_ascii=False, indent=2)
