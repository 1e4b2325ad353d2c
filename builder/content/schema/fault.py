"""Faults of shape: our own codes and words in pydantic's errors, so that its English is never needed."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from builder.content.nodes import Node, Scalar, Sequence

_LONGEST_QUOTE = 40


def fault(code: str, message: str, help: str = "", label: str = "") -> PydanticCustomError:
    """Return the error to raise for a value; its place is found by pydantic's `loc`."""
    return PydanticCustomError(
        "fault", "{message}", {"code": code, "message": message, "help": help, "label": label}
    )


def describe(node: Node) -> str:
    """Return what stands there, as a message names it."""
    if isinstance(node, Sequence):
        return "a list"
    if not isinstance(node, Scalar):
        return "keys with values"
    return "nothing" if node.is_null else f"'{shorten(node.value)}'"


def shorten(text: str) -> str:
    """Return `text` on one line, cut to what a message can quote."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + "…"
