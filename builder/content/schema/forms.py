"""How values may be written: lists, mappings with free keys, short forms, single values.

Each is an annotation that reads a node before pydantic does, and says what it looks like in the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from builder.content.nodes import Entry, Mapping, Node, Scalar, Sequence
from builder.content.schema.fault import describe, fault
from builder.markup.labels import CLAIM

QUOTE_COLON = "put the text in quotes: a colon followed by a space makes what stands before it a key"


def help_for_mapping(node: Mapping) -> str:
    """Return the help where text was expected: what stands there is a text with a colon, or a claim without quotes."""
    if len(node.entries) == 1 and isinstance(node.entries[0].value, Scalar) and node.entries[0].value.is_null:
        written = f"{{{node.entries[0].key.value}}}"
        if CLAIM.fullmatch(written):
            return f"put the claim in quotes, as in '{written}': without them YAML takes braces for keys"
    return QUOTE_COLON


@dataclass(frozen=True)
class Items:
    """A list; with `allow_one` a single value stands for a list of it."""

    allow_one: bool = False
    may_be_empty: bool = False

    def _read(self, value: Node) -> list[Node]:
        if isinstance(value, Sequence):
            if not value.items and not self.may_be_empty:
                raise fault("B212", "this list is empty", help="write at least one item, or remove the key")
            return list(value.items)
        if self.allow_one:
            return [value]
        raise fault(
            "B203",
            f"expected a list, found {describe(value)}",
            help="write each item on a line of its own after '- '",
        )

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        found = handler(schema)
        if not self.may_be_empty:
            found["minItems"] = 1
        return {"anyOf": [found["items"], found]} if self.allow_one else found


class Entries:
    """A mapping with keys of the author's choice; validated as a dict."""

    def _read(self, value: Node) -> dict[str, Node]:
        if not isinstance(value, Mapping):
            raise fault(
                "B203", f"expected keys with values, found {describe(value)}", help="write 'name: value'"
            )
        if not value.entries:
            raise fault("B212", "nothing is written here", help="write at least one key, or remove this one")
        return {entry.key.value: entry.value for entry in value.entries}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "minProperties": 1}


@dataclass(frozen=True)
class OrText:
    """A mapping, or a single value that stands for the mapping with that value under `key`."""

    key: str
    may_be_null: bool = False

    def _read(self, value: Node) -> Node:
        if not isinstance(value, Scalar):
            return value
        key = Scalar(self.key, value.span, plain=True, find_map=value.find_map)
        return Mapping((Entry(key, value),), value.span)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        null = ["null"] if self.may_be_null else []
        return {"anyOf": [{"type": ["string", "number", "boolean", *null]}, handler(schema)]}


@dataclass(frozen=True)
class OrKey:
    """A mapping, or one of its `keys` alone, which then has `value`."""

    keys: tuple[str, ...]
    value: str

    def _read(self, value: Node) -> Node:
        if not isinstance(value, Scalar) or value.value not in self.keys:
            return value
        alone = Scalar(self.value, value.span, plain=True, find_map=value.find_map)
        return Mapping((Entry(value, alone),), value.span)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"enum": list(self.keys)}, handler(schema)]}


@dataclass(frozen=True, eq=False)
class Leaf:
    """A single value, which `read` turns into what the model holds; its JSON Schema is `schema`."""

    read: Callable[[Scalar], object]
    schema: dict[str, Any]
    what: str = "text"
    may_be_null: bool = False

    def _read(self, value: Node) -> object:
        if (
            isinstance(value, Mapping)
            and self.what == "text"
            and value.span.start.line == value.span.end.line
        ):
            raise fault(
                "B203",
                "expected text, found a key with a value",
                help=help_for_mapping(value),
            )
        if not isinstance(value, Scalar):
            raise fault("B203", f"expected {self.what}, found {describe(value)}", help=self._advise(value))
        if value.is_null and not self.may_be_null:
            raise fault("B202", "nothing is written here", help=f"write {self.what}, or remove the line")
        return self.read(value)

    def _advise(self, value: Node) -> str:
        if self.what == "text" and isinstance(value, Sequence):
            return "put the text in quotes if it starts with '['; else write one text and no list"
        return f"write {self.what}"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(self.schema)
