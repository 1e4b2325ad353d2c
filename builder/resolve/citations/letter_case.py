"""Letter case of titles (CSL 1.0.2, "Text-case")."""

from __future__ import annotations

import re
import unicodedata

_SMALL_WORDS = (
    "a an and as at but by down for from in into nor of on onto or over per so the till to up via vs with yet"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_PROTECTED = re.compile("(\ue004[^\ue00f]*\ue00f)")  # what a CSL item marks as of fixed case
_WORD = re.compile(r"(?<![\w.])[^\W\d_][^\s\-‐–—/]*")
_SHOUTED_WORDS = 4  # fewer capital words are a name: "PLOS ONE", "ISPOR 2025"
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def sentence_case(text: str) -> str:
    """Return text with a capital first letter; all other words keep their case, unless everything is capitals."""
    text = _unshouted(text)
    match = _WORD.search(text)
    if match is None or text[: match.start()].rstrip().endswith("\ue004"):
        return text
    return text[: match.start()] + match[0][0].upper() + text[match.start() + 1 :]


def title_case(text: str) -> str:
    """Return text with capitals on all words but small ones in its middle; words that have capitals keep them."""
    text = _unshouted(text)
    words = list(_WORD.finditer(text))
    protected = [match.span() for match in _PROTECTED.finditer(text)]
    letters = list(text)
    for index, match in enumerate(words):
        if any(start <= match.start() < end for start, end in protected):
            continue
        word = match[0].rstrip(".,;:!?)”’\ue00f")
        before = text[: match.start()].rstrip("(“‘[\ue000\ue001\ue002\ue003 ")
        at_edge = index in (0, len(words) - 1) or before.endswith((":", ".", "?", "!", "—"))
        if word.islower() and (at_edge or word not in _SMALL):
            letters[match.start()] = letters[match.start()].upper()
    return "".join(letters)


def folded(text: str) -> str:
    """Return text without accents, letter case and opening punctuation, to sort by."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).lstrip("“‘\"'[( \ue000")
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _unshouted(text: str) -> str:
    return text.lower() if text.isupper() and len(text.split()) >= _SHOUTED_WORDS else text
