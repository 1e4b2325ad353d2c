"""Where a key belongs that is not known in the place where it was written."""

from __future__ import annotations

from builder.content.schema.blocks import ChartBlockShape, TableBlockShape
from builder.content.schema.document import DeckShape, DocumentShape, LintShape
from builder.content.schema.parts import ChartShape, TableShape
from builder.content.schema.report import ReportShape
from builder.content.schema.shape import Shape

SETTINGS: dict[str, type[Shape]] = {"report": ReportShape, "deck": DeckShape, "lint": LintShape}
INSIDE: dict[type[Shape], dict[str, type[Shape]]] = {
    DocumentShape: SETTINGS,
    TableBlockShape: {"table": TableShape},
    ChartBlockShape: {"chart": ChartShape},
}
OTHER_NAMES = {"style": "csl", "citation-style": "csl", "csl-style": "csl"}
"""Names of other programs for keys of a document."""


def find_home(key: str, shape: type[Shape]) -> str:
    """Return the help line that says where `key` belongs instead of among the keys of `shape`, or nothing."""
    if shape is DocumentShape and key in OTHER_NAMES:
        return f"the citation style is named with '{OTHER_NAMES[key]}'"
    for name, inner in INSIDE.get(shape, {}).items():
        if key in inner.keys():  # noqa: SIM118 - the names of a shape's fields, not of a mapping
            return f"'{key}' belongs inside '{name}': {name}: {{{key}: …}}"
    if shape not in SETTINGS.values():
        return ""
    if key in DocumentShape.keys():  # noqa: SIM118
        return f"'{key}' belongs at the left margin, beside 'title' and 'sections'"
    for name, other in SETTINGS.items():
        if key in other.keys():  # noqa: SIM118
            return f"'{key}' belongs inside '{name}'"
    return ""
