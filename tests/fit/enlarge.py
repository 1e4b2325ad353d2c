"""A deck drawn larger, so that a renderer's rounding of letters to a grid counts for less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from builder.deck.model import ChartShape, Deck
from builder.units import Length

T = TypeVar("T")


def enlarged(deck: Deck, factor: int) -> Deck:
    """Return the deck with every length and every size in points multiplied; charts keep their own sizes."""
    return _enlarged(deck, factor)


def _enlarged(node: T, factor: int) -> T:
    if isinstance(node, Length):
        return type(node)(node * factor)
    if isinstance(node, tuple):
        return type(node)(_enlarged(item, factor) for item in node)
    if isinstance(node, Mapping) or not is_dataclass(node) or isinstance(node, type):
        return node
    if isinstance(node, ChartShape):
        return replace(node, rect=_enlarged(node.rect, factor))
    changed = {}
    for field in fields(node):
        value = getattr(node, field.name)
        points = field.name.endswith("_pt") and isinstance(value, float)
        changed[field.name] = value * factor if points else _enlarged(value, factor)
    return replace(node, **changed)
