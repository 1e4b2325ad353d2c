"""The single values of a content file: text of several kinds, choices, dates, names."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Annotated, Any

from builder.content.nodes import Scalar
from builder.content.numbers import parse_flag
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
