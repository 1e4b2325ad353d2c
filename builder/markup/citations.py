"""The inside of a citation: `see @Liu2020, p. 3; -@Marin2024` (the grammar is pandoc's)."""

from __future__ import annotations

import re

from builder.diagnostics import Diagnostics
from builder.markup.text_map import Locate
from builder.model.inline import CitedItem

KEY = r"\{[^{}\s]+\}|\w(?:\w|[:.#$%&\-+?<>~/]+(?=\w))*"
_MARKED = re.compile(rf"(?<![\w/])(?P<minus>-?)@(?P<key>{KEY})")
_BARE = re.compile(rf"\s*(?P<minus>-?)@?(?P<key>{KEY})")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def has_citation(text: str) -> bool:
    """Return whether a bracket with this text between is a citation."""
    return any(_MARKED.search(part) for _, part in _split(text))


def parse_cited_items(
    text: str, locate: Locate, diagnostics: Diagnostics, *, needs_at: bool = True
) -> tuple[CitedItem, ...]:
    """Return the works that `text` cites, and report each part of it that names none (B233).

    With `needs_at` a key needs its `@`; without, as in the value of `source`, it may stand bare at the start.
    """
    items: list[CitedItem] = []
    for start, part in _split(text):
        match = _MARKED.search(part) or (None if needs_at else _BARE.match(part))
        if match is None:
            _report(part, locate, start, diagnostics, needs_at)
            continue
        begin = match.start("key") - (part[match.start("key") - 1 : match.start("key")] == "@")
        items.append(
            CitedItem(
                key=match["key"].strip("{}"),
                span=locate(start + begin, start + match.end()),
                prefix=_unescape(part[: match.start("minus")]).strip(),
                locator=_unescape(part[match.end() :]).strip().removeprefix(",").strip(),
                suppress_author=match["minus"] == "-",
            )
        )
    return tuple(items)


def _split(text: str) -> list[tuple[int, str]]:
    """Return the parts between semicolons, each with its offset."""
    parts: list[tuple[int, str]] = []
    start = 0
    for match in re.finditer(r"(?<!\\);", text):
        parts.append((start, text[start : match.start()]))
        start = match.end()
    parts.append((start, text[start:]))
    return parts


def _report(part: str, locate: Locate, start: int, diagnostics: Diagnostics, needs_at: bool) -> None:
    written = part.strip()
    if not written:
        return
    start += len(part) - len(part.lstrip())
    example = "@" * needs_at + _guess_key(written)
    diagnostics.error(
        "B233",
        f"'{written}' in a citation names no work",
        locate(start, start + len(written)),
        help=f"write a key of the bibliography, such as '{example}', and a semicolon between works",
    )


def _guess_key(written: str) -> str:
    """Return the word that looks most like a key: one with a digit, or with a capital, or else the first."""
    words: list[str] = re.findall(r"[\w:-]*\w", written.split(",")[0]) or ["key"]
    for looks_like_key in (r"[^\W\d].*\d", r"[A-Z]"):
        for word in words:
            if re.match(looks_like_key, word):
                return word
    return words[0]


def _unescape(text: str) -> str:
    return _ESCAPE.sub(r"\1", text.replace("\n", " "))
