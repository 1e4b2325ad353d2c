"""What each layout of the vocabulary asks of a layout of a reference deck."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from builder.deck.reference.model import TEXTS, ReferenceLayout
from builder.deck.reference.pairs import find_pairs

Needs = Callable[[ReferenceLayout], bool]


@dataclass(frozen=True, slots=True)
class Want:
    """What a layout of ours asks for.

    Attributes:
        kinds: types of layout that are meant for it, best first. words: parts of names that say the same.
        needs: what any match must have. alone: whether a layout of another type will do that has what it needs.
        stand_ins: layouts of ours whose match is used where there is none, best first.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...]
    needs: Needs
    stand_ins: tuple[str, ...]
    alone: bool = False


def _has_title(layout: ReferenceLayout) -> bool:
    return layout.has_title


def _has_text(layout: ReferenceLayout) -> bool:
    return layout.has_title and any(area.type in TEXTS for area in layout.areas)


def _has_columns(layout: ReferenceLayout) -> bool:
    return layout.has_title and bool(find_pairs(layout))


def _has_two_pairs(layout: ReferenceLayout) -> bool:
    return layout.has_title and len(layout.areas) >= 4 and len(find_pairs(layout)) >= 2


def _has_title_alone(layout: ReferenceLayout) -> bool:
    return layout.has_title and not layout.areas


def _holds(*types: str) -> Needs:
    return lambda layout: layout.has_title and any(area.type in types for area in layout.areas)


def _by_name(*words: str) -> Want:
    return Want((), words, _has_title, ("blank", "content"))


WANTS: dict[str, Want] = {
    "title": Want(("title",), ("title slide", "cover"), _has_title, ("section", "blank", "content")),
    "section": Want(
        ("secHead",), ("section", "divider", "chapter"), _has_title, ("title", "blank", "content")
    ),
    "content": Want(("obj", "tx"), ("title and content",), _has_text, ("blank",), alone=True),
    "blank": Want(("titleOnly",), ("title only",), _has_title_alone, ("content",), alone=True),
    "two-columns": Want(
        ("twoObj", "twoColTx", "txAndObj", "objAndTx", "txAndChart", "chartAndTx"), ("two content", "two col"),
        _has_columns, ("content",), alone=True,
    ),
    "comparison": Want(("twoTxTwoObj",), ("comparison",), _has_two_pairs, ("two-columns", "content"), alone=True),
    "content-above": Want((), (), _has_text, ("content",)),
    "content-below": Want((), (), _has_text, ("content",)),
    "table": Want(("tbl",), ("title and table", "data table"), _holds("tbl", "obj"), ("blank", "content")),
    "chart": Want(("chart",), ("title and chart", "data chart"), _holds("chart", "obj"), ("blank", "content")),
    "figure": Want((), (), _has_title, ("blank", "content")),
    "quotation": _by_name("quote", "quotation"),
    "stats": _by_name("stats", "key figures", "numbers"),
    "steps": _by_name("steps", "process"),
    "cards": _by_name("cards"),
    "timeline": _by_name("timeline"),
    "references": Want((), ("references", "bibliography"), _has_text, ("content", "blank")),
}  # fmt: skip
"""By the names of the vocabulary (`builder.deck.layouts`), compact ones left out: they go where theirs goes."""
