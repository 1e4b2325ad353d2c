"""Which keys the clinical charts have, and which belong to them alone."""

from __future__ import annotations

from builder.content.schema.parts import ChartShape
from builder.diagnostics import Diagnostic, Diagnostics
from builder.model.block import ChartKind

OWN_KEYS = {
    "censored": (ChartKind.KAPLAN_MEIER,),
    "at_risk": (ChartKind.KAPLAN_MEIER,),
    "scale": (ChartKind.FOREST,),
    "no_effect": (ChartKind.FOREST,),
    "sides": (ChartKind.FOREST,),
    "thresholds": (ChartKind.WATERFALL,),
    "events": (ChartKind.SWIMMER,),
    "ongoing": (ChartKind.SWIMMER,),
}
"""Keys, and the only kinds that have them."""

REFUSED = {
    ChartKind.KAPLAN_MEIER: ("n", "label", "highlight"),
    ChartKind.WATERFALL: ("error", "n", "label"),
    ChartKind.SWIMMER: ("error", "n", "label", "highlight"),
}
"""Keys of other kinds that say nothing on these."""


def check_kind_keys(shape: ChartShape) -> tuple[Diagnostic, ...]:
    """Return a fault for each key that the kind does not have, and for too many columns (B225)."""
    found = Diagnostics()
    kind = shape.type
    for key, kinds in OWN_KEYS.items():
        if getattr(shape, key) is not None and kind not in kinds:
            named = " and ".join(one.value for one in kinds)
            _refuse(shape, key, f"it belongs to {named} charts: remove it", found)
    for key in REFUSED.get(kind, ()):
        if getattr(shape, key) is not None:
            _refuse(shape, key, "remove it", found)
    if kind in REFUSED and len(shape.y) > 1:
        found.error(
            "B225", f"a {kind.value} chart shows one column, and 'y' names {len(shape.y)}", shape.key_of("y").span,
            help="name one column in 'y' and split its rows by 'series'",
        )  # fmt: skip
    return tuple(found)


def _refuse(shape: ChartShape, key: str, help: str, found: Diagnostics) -> None:
    written = key.replace("_", "-")
    message = f"a {shape.type.value} chart has no '{written}'"
    found.error("B225", message, shape.key_of(written).span, help=help)
