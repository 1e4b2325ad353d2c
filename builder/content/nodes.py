"""The node tree of a content file: scalars, sequences and mappings, each with its place.

No value is converted here: a scalar is the text that its author wrote, and the schema decides what it is to be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from builder.diagnostics import Span
from builder.markup import TextMap


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value.

    Attributes:
        value: its text, escapes and folding undone.
        plain: whether it stands without quotes and not as a block, so that `true` and `3` may be more than text.
        find_map: gives the places of its characters.
    """

    value: str
    span: Span
    plain: bool
    find_map: Callable[[], TextMap] = field(repr=False, compare=False)

    @property
    def is_null(self) -> bool:
        """Whether nothing was written, or `null` or `~` (YAML 1.2, 10.2.1.1; `Null` and `NULL` are text)."""
        return self.plain and self.value in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values; no key is twice."""

    entries: tuple[Entry, ...]
    span: Span

    def find(self, key: str) -> Entry | None:
        """Return the entry of `key`, or None."""
        return next((entry for entry in self.entries if entry.key.value == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping
