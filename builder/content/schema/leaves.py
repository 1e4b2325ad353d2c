"""The single values of a content file: text of several kinds, choices, numbers, dates, names."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Annotated, Any

from builder.content.nodes import Scalar
from builder.content.numbers import parse_flag, parse_number
from builder.content.schema.fault import fault, shorten
from builder.content.schema.forms import Leaf
from builder.diagnostics.rules import BY_NAME
from builder.diagnostics.suggest import find_closest, suggest
from builder.markup.labels import LABEL

_ANY_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE,
)
EVERY_SLIDE = "all"
_RESERVED_IDS = re.compile(r"ref-|sections-[0-9]")


def _keep(scalar: Scalar) -> Scalar:
    return scalar


def _read_filled(scalar: Scalar) -> Scalar:
    if not scalar.value.strip():
        raise fault("B202", "nothing is written here", help="write text between the quotes")
    return scalar


def _read_alt(scalar: Scalar) -> Scalar:
    if not scalar.value.strip():
        raise fault(
            "B211",
            "the alternative text is empty",
            help="say what can be seen, for readers who cannot see it",
        )
    return scalar


def _read_flag(scalar: Scalar) -> bool:
    value = parse_flag(scalar.value) if scalar.plain else None
    if value is None:
        raise fault(
            "B203", f"expected true or false, found '{shorten(scalar.value)}'", help="write true or false"
        )
    return value


def _read_true(scalar: Scalar) -> bool:
    if not (scalar.plain and parse_flag(scalar.value)):
        raise fault(
            "B204", f"expected true, found '{shorten(scalar.value)}'", help="write true, or remove the block"
        )
    return True


def _read_number(scalar: Scalar) -> float:
    value = parse_number(scalar.value)
    if value is None:
        raise fault("B223", f"'{shorten(scalar.value)}' is not a number", help="write it as in -12.5")
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


def _read_date(scalar: Scalar) -> date:
    written = scalar.value.strip()
    example = "write year-month-day, such as 2026-11-22"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written) is None:
        raise fault("B205", f"'{shorten(written)}' is not a date", help=example)
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise fault("B205", f"there is no day '{written}'", help=example) from None


def _read_language(scalar: Scalar) -> str:
    if _LANGUAGE.fullmatch(scalar.value) is None:
        swapped = scalar.value.replace("_", "-")
        known = _LANGUAGE.fullmatch(swapped) is not None
        raise fault(
            "B213",
            f"'{shorten(scalar.value)}' is not a language tag",
            help=f"write '{swapped}'" if known else "write a tag such as en-US, de or pt-BR",
        )
    return scalar.value


def _read_identifier(scalar: Scalar) -> Scalar:
    if LABEL.fullmatch(scalar.value) is None:
        raise fault(
            "B208",
            f"'{shorten(scalar.value)}' is not an id",
            help="start with a letter, go on with letters, digits, '_', '-' and ':', end with a letter or digit",
        )
    if _RESERVED_IDS.match(scalar.value) is not None:
        raise fault(
            "B208",
            f"'{scalar.value}' is like the ids that references and blocks get by themselves",
            help="choose an id that does not start with 'ref-' or 'sections-' and a digit",
        )
    return scalar


def _read_rule(scalar: Scalar) -> str:
    if scalar.value not in BY_NAME:
        listed = "the names of rules are listed by: diptych explain rules"
        help = suggest(scalar.value, BY_NAME, listed)
        raise fault("B204", f"there is no rule '{shorten(scalar.value)}'", help=help)
    return scalar.value


def choice(*allowed: str, make: Callable[[str], object] = str) -> Leaf:
    """Return the leaf of one of some words, which `make` turns into what the model holds."""

    def read(scalar: Scalar) -> object:
        if scalar.value in allowed:
            return make(scalar.value)
        closest = find_closest(scalar.value, allowed)
        listed = ", ".join(f"'{word}'" for word in allowed)
        raise fault(
            "B204",
            f"'{shorten(scalar.value)}' is not one of {listed}",
            help=f"did you mean '{closest}'?" if closest else "write one of them",
        )

    return Leaf(
        read,
        {"enum": [int(word) if make is int else word for word in allowed]},
        what="one of " + ", ".join(allowed),
    )


def choice_of(enum: type[Enum]) -> Leaf:
    """Return the leaf of a member of `enum`, written as its value."""
    return choice(*(str(member.value) for member in enum), make=enum)


Inline = Annotated[Scalar, Leaf(_keep, _ANY_TEXT)]
Title = Annotated[Scalar, Leaf(_read_filled, _ANY_TEXT)]
Prose = Annotated[Scalar, Leaf(_keep, _ANY_TEXT)]
Line = Annotated[Scalar, Leaf(_keep, _ANY_TEXT)]
CellText = Annotated[Scalar, Leaf(_keep, {"type": ["string", "number", "boolean", "null"]}, may_be_null=True)]
DataValue = CellText
AltText = Annotated[Scalar, Leaf(_read_alt, {"type": "string", "minLength": 1})]
FilePath = Annotated[Scalar, Leaf(_read_filled, {"type": "string"}, what="the path of a file")]
Name = Annotated[Scalar, Leaf(_keep, _ANY_TEXT, what="a name")]
RuleName = Annotated[str, Leaf(_read_rule, {"enum": sorted(BY_NAME)}, what="the name of a rule")]
Identifier = Annotated[Scalar, Leaf(_read_identifier, {"type": "string"}, what="an id")]
Flag = Annotated[bool, Leaf(_read_flag, {"type": "boolean"}, what="true or false")]
OnlyTrue = Annotated[bool, Leaf(_read_true, {"const": True}, what="true")]
Number = Annotated[float, Leaf(_read_number, {"type": "number"}, what="a number")]
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
IsoDate = Annotated[
    date,
    Leaf(_read_date, {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}, what="a date"),
]
Language = Annotated[
    str,
    Leaf(
        _read_language,
        {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
        what="a language tag such as en-US",
    ),
]
