"""Inline text where there is no markup: in an alternative text, a cell of data, a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.inline import Emphasis, Inlines, Link, Strong, Subscript, Superscript, plain_text

_RAISED = str.maketrans("0123456789+-\u2212=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def unmarked_text(content: Inlines) -> str:
    """Return `content` as characters alone; raised and lowered numbers have characters of their own.

    Why: 10 to the 7th must not become 107. What no character exists for stands behind `^` or `_`.
    """
    return "".join(_parts(content))


def _parts(content: Inlines) -> Iterator[str]:
    for node in content:
        match node:
            case Superscript():
                yield _shifted(unmarked_text(node.content), _RAISED, "^")
            case Subscript():
                yield _shifted(unmarked_text(node.content), _LOWERED, "_")
            case Emphasis() | Strong() | Link():
                yield from _parts(node.content)
            case _:
                yield plain_text((node,))


def _shifted(text: str, table: dict[int, int], mark: str) -> str:
    return text.translate(table) if all(ord(character) in table for character in text) else f"{mark}{text}"
