"""What the parts of the model are made of, for those that go through all of them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def field_names(node: object) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass's instance; of anything else, none."""
    kind: Any = type(node)
    return _names(kind)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
