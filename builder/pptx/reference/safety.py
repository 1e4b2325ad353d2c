"""What is never taken over from a file of others: programs, and links to what lies outside of it."""

from __future__ import annotations

from collections.abc import Iterable

from builder.diagnostics import Diagnostics, Span
from builder.pptx.names import RelationshipType
from builder.pptx.reference.tree import PartTree, Relation

CODE = "B312"
_PROGRAMS = ("macroenabled", "vbaproject", "activex")


def warn_of_programs(tree: PartTree, name: str, span: Span | None, found: Diagnostics) -> None:
    """Add B312 if the file holds macros or controls."""
    if any(map(is_program, tree.content_types.values())):
        found.warning(
            CODE, f"'{name}' holds macros or controls; they are never run or copied", span,
            help="save it as a PowerPoint Template (.potx) without them",
        )  # fmt: skip


def is_program(content_type: str) -> bool:
    """Return whether a part is a program, which is never taken over."""
    return any(word in content_type.casefold() for word in _PROGRAMS)


def _is_harmless(relation: Relation) -> bool:
    is_web = relation.target.casefold().startswith(("https://", "http://", "mailto:"))
    return relation.type == RelationshipType.HYPERLINK and is_web


def warn_of_outside(
    tree: PartTree, parts: Iterable[str], name: str, span: Span | None, found: Diagnostics
) -> None:
    """Add B312 for each of `parts` that shows something which lies outside of the file; links to the web do no harm."""
    for part in parts:
        outside = [one for one in tree.relations(part) if one.external and not _is_harmless(one)]
        if outside:
            found.warning(
                CODE, f"'{name}' links to something outside of itself in '{part}'; it is never fetched", span,
                help="embed it: File > Info > Edit Links to Files > Break Link",
            )  # fmt: skip
