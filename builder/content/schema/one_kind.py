"""A block has exactly one kind, which is the name of one of its keys."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from builder.content.nodes import Mapping, Node, Scalar
from builder.content.schema.common import COMMON_KEYS
from builder.content.schema.fault import describe, fault
from builder.diagnostics.suggest import find_closest

KINDS = (
    "text", "points", "steps", "cards", "stats", "table", "chart", "figure", "timeline", "callout", "quote",
    "columns", "slide", "page-break",
)  # fmt: skip


def kinds_of(mapping: Mapping) -> list[str]:
    """Return the kind keys that a block has, in the order written."""
    return [entry.key.value for entry in mapping.entries if entry.key.value in KINDS]


class OneKind:
    """A block has exactly one kind."""

    def _read(self, value: Node) -> Node:
        if not isinstance(value, Mapping):
            first = "text" if isinstance(value, Scalar) else "points"
            raise fault("B209", f"expected a block, found {describe(value)}", help=f"write '- {first}: …'")
        kinds = kinds_of(value)
        if len(kinds) > 1:
            raise fault(
                "B210",
                f"this block is both '{kinds[0]}' and '{kinds[1]}'",
                help=f"start a block of its own with '- {kinds[1]}: …'",
            )
        if not kinds:
            raise _lacks_kind(value)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(schema)


def _lacks_kind(mapping: Mapping) -> Exception:
    for entry in mapping.entries:
        if entry.key.value in COMMON_KEYS:
            continue
        closest = find_closest(entry.key.value, KINDS)
        if closest is not None:
            return fault(
                "B209", f"'{entry.key.value}' is not a kind of block", help=f"did you mean '{closest}'?"
            )
    return fault("B209", "this block has no kind", help="give it one of the keys " + ", ".join(KINDS))


def find_tag(value: object) -> str | None:
    """Return the tag of the shape that a block has, for the union of all shapes."""
    kinds = kinds_of(value) if isinstance(value, Mapping) else []
    return f"block:{kinds[0]}" if kinds else None
