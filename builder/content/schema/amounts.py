"""The numbers of a content file: values, counts, times, shares."""

from __future__ import annotations

import re
from typing import Annotated

from builder.content.nodes import Scalar
from builder.content.numbers import parse_number
from builder.content.schema.fault import fault, shorten
from builder.content.schema.forms import Leaf

EVERY_SLIDE = "all"
NO_LINE = "none"


def _read_number(scalar: Scalar) -> float:
    value = parse_number(scalar.value)
    if value is None:
        raise fault("B223", f"'{shorten(scalar.value)}' is not a number", help="write it as in -12.5")
    return value


def _read_line_at(scalar: Scalar) -> float | str:
    if scalar.value == NO_LINE:
        return NO_LINE
    value = parse_number(scalar.value)
    if value is None:
        message = f"expected a number or {NO_LINE}, found '{shorten(scalar.value)}'"
        raise fault(
            "B223", message, help="write 1 for ratios, 0 for differences, none for shares of one group"
        )
    return value


def _read_written_number(scalar: Scalar) -> Scalar:
    _read_number(scalar)
    return scalar


def _read_count(scalar: Scalar) -> int:
    if re.fullmatch(r"[1-9][0-9]{0,3}", scalar.value) is None:
        raise fault(
            "B204",
            f"expected a whole number from 1 on, found '{shorten(scalar.value)}'",
            help="write 1 or more",
        )
    return int(scalar.value)


def _read_sample_size(scalar: Scalar) -> str:
    written = scalar.value.strip()
    if re.fullmatch(r"[1-9][0-9]*|[1-9][0-9]{0,2}(?:[, \u00a0\u2009\u202f][0-9]{3})+", written) is None:
        raise fault(
            "B204",
            f"expected a whole number from 1 on, found '{shorten(written)}'",
            help="write how many were studied, such as 37",
        )
    return written


def _read_slide_number(scalar: Scalar) -> Scalar:
    if scalar.value != EVERY_SLIDE and re.fullmatch(r"[1-9][0-9]{0,3}", scalar.value) is None:
        raise fault(
            "B204",
            f"expected the number of a slide, or '{EVERY_SLIDE}', found '{shorten(scalar.value)}'",
            help=f"write 1, [1, 2] or {EVERY_SLIDE}",
        )
    return scalar


def _read_minutes(scalar: Scalar) -> int:
    match = re.fullmatch(r"\s*([1-9][0-9]{0,2})(?:\s*min(?:ute)?s?)?\s*", scalar.value)
    if match is None:
        message = f"expected a time in minutes, found '{shorten(scalar.value)}'"
        raise fault("B204", message, help="write minutes, such as 20 min")
    return int(match[1])


def _read_share(scalar: Scalar) -> float:
    written = scalar.value.strip()
    number = parse_number(written.removesuffix("%").strip())
    if number is None or not written.endswith("%") or not 0 < number <= 100:
        bare = number is not None and 0 < number <= 100
        raise fault(
            "B204",
            f"'{shorten(written)}' is not a width",
            help=f"write '{written}%'" if bare else "write a share of the full width, such as 60%",
        )
    return number / 100


Number = Annotated[float, Leaf(_read_number, {"type": "number"}, what="a number")]
LineAt = Annotated[
    float | str,
    Leaf(_read_line_at, {"anyOf": [{"type": "number"}, {"const": NO_LINE}]}, what="a number or none"),
]
WrittenNumber = Annotated[Scalar, Leaf(_read_written_number, {"type": ["number", "string"]}, what="a number")]
Count = Annotated[int, Leaf(_read_count, {"type": "integer", "minimum": 1}, what="a whole number")]
SampleSize = Annotated[
    str, Leaf(_read_sample_size, {"type": ["integer", "string"], "minimum": 1}, what="a whole number")
]
SlideNumber = Annotated[
    Scalar,
    Leaf(
        _read_slide_number,
        {"anyOf": [{"type": "integer", "minimum": 1}, {"const": EVERY_SLIDE}]},
        what="the number of a slide",
    ),
]
Minutes = Annotated[
    int,
    Leaf(
        _read_minutes,
        {"type": ["string", "integer"], "pattern": r"^\s*[1-9][0-9]{0,2}(\s*min(ute)?s?)?\s*$"},
        what="a time such as 20 min",
    ),
]
Share = Annotated[
    float, Leaf(_read_share, {"type": "string", "pattern": r"^[0-9.]+\s*%$"}, what="a width such as 60%")
]
