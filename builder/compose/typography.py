"""The typographer's rules, in one place: dashes, spaces and hyphens that must not break, quotation marks.

They change how text is set, never what the content says: `fold_typography` undoes them for comparison.
"""

from __future__ import annotations

import re
from functools import lru_cache

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
EN_DASH = "\u2013"
EM_DASH = "\u2014"
MINUS = "\u2212"
ELLIPSIS = "\u2026"
TIMES = "\u00d7"
PRIME = "\u2032"

UNITS = (
    "%|‰|°C|[kMG]?Hz|Gy|IU|U|mol|[nµμm]?M|[kmµμnp]?g|[mµμ]?L|[kcmµμn]?m|k?Pa|kDa|h|min|s|"
    "days?|weeks?|months?|years?|hours?|minutes?|million|billion"
)
"""Units that stay with their number: SI symbols, and the words for spans of time and large counts."""

NUMBERED = (
    r"[Ff]ig(?:ure|\.)?s?|[Tt]ables?|[Ss]ections?|pp?\.|[Nn]o\.|"
    r"[Pp]hase|[Gg]rade|[Dd]ay|[Ww]eek|[Mm]onth|[Ll]evel"
)
"""Words that stay with the number after them."""

KNOWN_TEXTS = 8_192
"""Texts that are remembered as they are set: a slide is composed for each way in which it may fit."""

_LETTER = "A-Za-zΑ-Ωα-ω"
_TERM_START = f"(?=[{_LETTER}0-9]*[A-ZΑ-Ωα-ω])[{_LETTER}0-9]{{1,5}}"
_TERM_END = f"[A-Z0-9Α-Ωα-ω][{_LETTER}0-9]{{0,3}}"

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # word---word, a -- b, 12--15: dashes as typed on a typewriter, but no option such as --strict
        (r"(?<=\w)---(?=\w)|(?<=\s)---(?=\s)", EM_DASH),
        (r"(?<=\w)--(?=\w)|(?<=\s)--(?=\s)", EN_DASH),
        (r"(?<!\.)\.\.\.(?!\.)", ELLIPSIS),
        # 3 x 10 (to the 6th), 2x2, but no number such as 0x10
        (r"(?<![\w.])(\d+(?:[.,]\d+)*) [x×] (?=\d)", rf"\1{NO_BREAK_SPACE}{TIMES}{NO_BREAK_SPACE}"),
        (r"(?<![\w.])(?!0x)(\d{1,4})x(?=\d{1,4}(?!\w))", rf"\1{TIMES}"),
        # 5'-UTR, 3' end: the ends of nucleic acids
        (r"(?<!\w)([35])'-(?=\w)", rf"\1{PRIME}{NO_BREAK_HYPHEN}"),
        (r"(?<!\w)([35])' (?=(?:UTR|untranslated|end|cap)s?\b)", rf"\1{PRIME}{NO_BREAK_SPACE}"),
        (r"(?<!\w)([35])'(?=UTR)", rf"\1{PRIME}"),
        # 12-15, 3.5-4.0%: a range, unless it is part of a date, a number of another kind or an identifier
        (r"(?<![\w.,/:)\-])(\d+(?:[.,]\d+)*%?)-(\d+(?:[.,]\d+)*)(?![\w\-])", rf"\1{EN_DASH}\2"),
        # -4 at the beginning, or after a space, a bracket or a sign
        (r"(?:^|(?<=[\s([<>=≤≥±×]))-(?=\d)", MINUS),
        # CAR-NK, TGF-β, IL-15, NK-92: short parts that hold capitals, Greek letters or figures
        (rf"(?<!\w)({_TERM_START})-(?={_TERM_END}(?!\w))", rf"\1{NO_BREAK_HYPHEN}"),
        # interferon-γ
        (r"(\w)-(?=[Α-Ωα-ω](?!\w))", rf"\1{NO_BREAK_HYPHEN}"),
        # B-cell, 12-month
        (r"(?<![\w.\-])([A-ZΑ-Ωα-ω]|\d{1,2})-(?=[a-z])", rf"\1{NO_BREAK_HYPHEN}"),
        # n = 11, p < 0.05
        (
            rf"(?<!\w)([{_LETTER}]{{1,2}}) ([=<>≤≥≈]) (?=[\d{MINUS}.])",
            rf"\1{NO_BREAK_SPACE}\2{NO_BREAK_SPACE}",
        ),
        (r"([=<>≤≥≈±×]) (?=\d)", rf"\1{NO_BREAK_SPACE}"),
        (rf"(\d) (?=(?:{UNITS})(?!\w))", rf"\1{NO_BREAK_SPACE}"),
        (rf"\b({NUMBERED}) (?=\d)", rf"\1{NO_BREAK_SPACE}"),
        (r"\bet al\.", f"et{NO_BREAK_SPACE}al."),
        (r"(?<![\w.,;:!?)\]%])'(?=\w)", "\u2018"),
        (r"'", "\u2019"),
        (r'(?<![\w.,;:!?)\]%])"(?=\S)', "\u201c"),
        (r'"', "\u201d"),
    )
)

_FOLDED = str.maketrans(
    {
        **dict.fromkeys((NO_BREAK_HYPHEN, EN_DASH, MINUS), "-"),
        **dict.fromkeys("\u2018\u2019\u2032", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        EM_DASH: "-",
        ELLIPSIS: "...",
        TIMES: "x",
        NO_BREAK_SPACE: " ",
        "\u00ad": None,
    }
)


def typeset(text: str, before: str = "") -> str:
    """Return `text` as it is to be set; `before` is the text that stands right before it.

    Addresses, code and entries of the list of references must not be given: their characters are data.
    """
    return text if text.isalpha() else _typeset(text, before[-1:])


@lru_cache(KNOWN_TEXTS)
def _typeset(text: str, start: str) -> str:
    """Return `text` as it is to be set after the character `start`."""
    joined = start + text
    for pattern, replacement in RULES:
        joined = pattern.sub(replacement, joined)
    return joined[len(start) :]


def fold_typography(text: str) -> str:
    """Return `text` with plain spaces, hyphens and quotation marks, so that what was set equals what was written."""
    return " ".join(re.sub("--+", "-", text.translate(_FOLDED)).split())
