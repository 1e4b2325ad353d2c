"""Numbers that say what was found: shares, counts of people, sums of money, ratios, statistics.

Years, numbers of figures and phases, names such as CD19 or IL-15, doses and plain small counts are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_N = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PEOPLE = (
    r"patients?|participants?|subjects?|people|persons?|adults?|children|infants?|women|men|volunteers?|donors?|cases|"
    r"deaths?|responders?|relapses|trials?|studies|hospitals|customers?|clients?|users?|subscribers?|employees?|"
    r"respondents?|households?|companies|shops|stores|units sold|orders|complaints|responses|events|readers"
)
_FIGURE = re.compile(
    rf"(?<![\w.,$€£/-])(?:"
    rf"(?P<ratio>(?:{_N}) (?:of|out of) (?:the |all |these |those )?(?:{_N})(?![\w.]|\s?%))"
    rf"|(?P<percent>(?:{_N})(?:\s?%)?(?:\s?(?:–|-|to|and)\s?(?:{_N}))?\s?(?:%|per ?cent\b|percentage points\b))"
    rf"|(?P<sample>[nN]\s?=\s?(?:{_N}))"
    rf"|(?P<counted>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,}})(?:[ -][a-z][\w-]*){{0,2}}[ -](?:{_PEOPLE})\b)"
    rf"|(?P<many>(?:{_N})\s?(?:million|billion|trillion|bn)\b)"
    rf"|(?P<fold>(?:{_N})-fold\b|(?:{_N}) times (?:as|more|less|higher|lower|larger|greater|faster|longer)\b)"
    rf"|(?P<test>[pP]\s?[<=>≤≥]\s?0?\.\d+)"
    rf"|(?P<effect>(?:HR|OR|RR|(?:hazard|odds|risk) ratio|relative risk)(?:\s(?:of|was)|\s?[=:,])?\s?\d+\.\d+)"
    rf"|(?P<median>(?:median|mean|average)\b[^.;:\n\ue000-\ue003]{{0,40}}?\s(?:{_N})\s"
    rf"(?:days?|weeks?|months?|years?|hours?|minutes?|points?))"
    rf")"
    rf"|(?P<money>[$€£¥]\s?(?:{_N})(?:\s?(?:[kKmM]|bn|million|billion|trillion)\b)?"
    rf"|(?<![\w.,])(?:{_N})\s?(?:USD|EUR|GBP|CHF|dollars|euros)\b)"
)
_OF_METHOD = re.compile(
    r"confidence|credible|\bCIs?\b|\blimits?\b|\bintervals?\b|significance|\bpower\b|\blevel\b|\bquantile|percentile|"
    r"\btarget|\bgoal|\baim|\bplan|\bbudget|\bassum|\bhypothe|\bexample|\bsuppose|\bif\b|\bwould\b|\bthreshold|"
    r"\bat least\b|\bat most\b|\bup to\b|\brequire|\bmust\b|\bshould\b|\binvented|\billustrat",
    re.IGNORECASE,
)
_NEAR = 28
"""How many characters before and behind a number are looked at for words that make it no finding."""

NUMBER = re.compile(_N)
_PROTOCOL = re.compile(
    r"\b(?:ethanol|saline|glucose|buffer|serum|DMSO|agarose|FBS|solution|gel|humidity|CO)\b"
)


@dataclass(frozen=True, slots=True)
class FigureInText:
    """A number that says what was found, and where it stands in its text."""

    start: int
    end: int
    text: str

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in it, without signs that group digits."""
        return tuple(number.replace(",", "") for number in NUMBER.findall(self.text))


def find_figures(text: str, start: int = 0, end: int | None = None) -> Iterator[FigureInText]:
    """Yield the figures in masked text; shares that belong to a method, a plan or a recipe are left out."""
    end = len(text) if end is None else end
    for match in _FIGURE.finditer(text, start, end):
        around = text[max(start, match.start() - _NEAR) : min(end, match.end() + _NEAR)]
        if _OF_METHOD.search(around) or (match["percent"] and _PROTOCOL.search(around)):
            continue
        yield FigureInText(match.start(), match.end(), match[0])


def numbers_in(text: str) -> set[str]:
    """Return every number of a text, without signs that group digits."""
    return {number.replace(",", "") for number in NUMBER.findall(text)}
