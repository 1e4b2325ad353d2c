"""Take a citation's locator apart: "pp. 3-5" is the label "page" and the numbers "3-5"."""

from __future__ import annotations

import re

_LABELS = {
    "book": ("book", "bk", "bks"),
    "chapter": ("chapter", "chapters", "chap", "chaps", "ch"),
    "column": ("column", "columns", "col", "cols"),
    "figure": ("figure", "figures", "fig", "figs"),
    "folio": ("folio", "folios", "fol", "fols"),
    "issue": ("number", "numbers", "no", "nos"),
    "line": ("line", "lines"),
    "note": ("note", "notes", "n", "nn"),
    "opus": ("opus", "op"),
    "page": ("page", "pages", "p", "pp"),
    "paragraph": ("paragraph", "paragraphs", "para", "paras", "¶"),
    "part": ("part", "parts", "pt", "pts"),
    "section": ("section", "sections", "sec", "secs", "§", "§§"),
    "sub verbo": ("s.v", "s.vv", "sub verbo"),
    "verse": ("verse", "verses", "v", "vv"),
    "volume": ("volume", "volumes", "vol", "vols"),
}
_BY_WORD = {word: label for label, words in _LABELS.items() for word in words}
_NUMBER = r"(?:[A-Za-z]{0,2}\d.*|[ivxlcdm]+(?:\s*[-–]\s*[ivxlcdm]+)?)"
_BARE = re.compile(_NUMBER)
_LABELLED = re.compile(rf"(?P<word>[^\W\d]+|[¶§]+)\.?\s*(?P<number>{_NUMBER})")


def parse_locator(written: str) -> tuple[str, str] | None:
    """Return a CSL locator label and the number; a bare number is a page, and other text is no locator."""
    written = written.strip()
    match = _LABELLED.fullmatch(written)
    label = _BY_WORD.get(match["word"].casefold()) if match else None
    if match and label:
        return label, match["number"]
    return ("page", written) if _BARE.fullmatch(written) else None
