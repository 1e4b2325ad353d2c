"""A theme's YAML file as text values that know their place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

import yaml

from builder.bounded_yaml import BeyondLimit, check_bounds
from builder.diagnostics import Diagnostics, Position, Span
from builder.diagnostics.suggest import suggest

CODE = "B302"
KNOWN_FILES = 4
"""Themes, of some 200 kB each, that are remembered for the next build of the same process."""


class BrandNode:
    """A value of the file; reading it as what it is not adds a diagnostic and gives something empty."""

    def __init__(self, node: yaml.Node, path: str, found: Diagnostics) -> None:
        self._node = node
        self._path = path
        self._found = found

    @property
    def span(self) -> Span:
        start, end = self._node.start_mark, self._node.end_mark
        if end.line > start.line:
            return Span.at(self._path, start.line + 1, start.column + 1)
        return Span(
            self._path, Position(start.line + 1, start.column + 1), Position(end.line + 1, end.column + 1)
        )

    @property
    def is_mapping(self) -> bool:
        return isinstance(self._node, yaml.MappingNode)

    def error(self, message: str, help: str = "", code: str = CODE) -> None:
        """Add a diagnostic at this value."""
        self._found.error(code, message, self.span, help=help)

    def text(self, expected: str) -> str:
        """Return the text as written, whatever YAML would take it for."""
        if isinstance(self._node, yaml.ScalarNode) and self._node.value:
            return str(self._node.value)
        self.error(f"expected {expected}", "put it in quotes if it starts with '#'")
        return ""

    def items(self) -> Iterator[BrandNode]:
        """Yield the items of a list."""
        if isinstance(self._node, yaml.SequenceNode):
            for child in self._node.value:
                yield BrandNode(child, self._path, self._found)
        else:
            self.error("expected a list")

    def mapping(self, known: Collection[str] | None = None) -> dict[str, BrandNode]:
        """Return the values by key; keys that are not `known`, and repeated ones, are errors."""
        if not isinstance(self._node, yaml.MappingNode):
            self.error("expected a mapping", "write 'key: value' lines below it, indented")
            return {}
        values: dict[str, BrandNode] = {}
        for key_node, value in self._node.value:
            name = BrandNode(key_node, self._path, self._found)
            key = name.text("a key")
            if known is not None and key not in known:
                name.error(
                    f"unknown key '{key}'", suggest(key, known, f"use one of: {', '.join(sorted(known))}")
                )
            elif key in values:
                name.error(f"key '{key}' is given twice", "remove one of them")
            else:
                values[key] = BrandNode(value, self._path, self._found)
        return values


def parse_brand(text: str, path: str, found: Diagnostics) -> BrandNode | None:
    """Return the file's top value; None if it is no YAML."""
    try:
        node = _compose(text)
    except BeyondLimit as fault:
        found.error(CODE, f"the theme's file {fault.message}", Span.at(path, fault.line, fault.column))
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        span = Span.at(path, mark.line + 1, mark.column + 1) if mark else None
        found.error(
            CODE, "the theme's file is not valid YAML", span, help="check indentation, quotes and colons here"
        )
        return None
    except yaml.YAMLError:
        found.error(CODE, "the theme's file holds a character that YAML does not allow", Span.at(path, 1, 1))
        return None
    if node is None:
        found.error(CODE, "the theme's file is empty", Span.at(path, 1, 1), help="see templates/README.md")
        return None
    return BrandNode(node, path, found)


@lru_cache(KNOWN_FILES)
def _compose(text: str) -> yaml.Node | None:
    """Return the nodes of a YAML file, which nobody changes; None if it has none."""
    check_bounds(text, yaml.SafeLoader)
    return yaml.compose(text, Loader=yaml.SafeLoader)
