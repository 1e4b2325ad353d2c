"""Lengths in a content file."""

from __future__ import annotations

from typing import Annotated

from builder.content.nodes import Scalar
from builder.content.numbers import parse_number
from builder.content.schema.fault import fault, shorten
from builder.content.schema.forms import Leaf
from builder.units import Length

LARGEST_BLEED_MM = 10


def _read_bleed(scalar: Scalar) -> Length:
    written = scalar.value.strip()
    number = parse_number(written.removesuffix("mm").strip())
    fits = number is not None and 0 <= number <= LARGEST_BLEED_MM
    if number is None or not fits or not written.endswith("mm"):
        advice = f"write '{written}mm'" if fits else f"write 0mm to {LARGEST_BLEED_MM}mm, such as 3mm"
        raise fault("B204", f"'{shorten(written)}' is not a bleed", help=advice)
    return Length.from_mm(number)


Bleed = Annotated[
    Length, Leaf(_read_bleed, {"type": "string", "pattern": r"^[0-9.]+\s*mm$"}, what="a length such as 3mm")
]
