"""stray-script: a word in letters of another script than its sentence, or of two scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.passages import Passage
from builder.lint.scripts import FOREIGN, GREEK, LATIN, script_name, script_of
from builder.lint.subject import Subject

_WORD = re.compile(r"[^\W\d_]+")
_SHARED = frozenset({"Zyyy", "Zinh", "Zzzz"})
_LOOKALIKES = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
"""Greek letters that look like Latin ones, and so can only be a slip inside a Latin word."""

_TOGETHER = (frozenset({"Hani", "Hira", "Kana"}), frozenset({"Hani", "Hang"}), frozenset({"Hani", "Bopo"}))
"""Scripts that one language writes its words in."""

_MINORITY = 0.3
"""Share of a text's letters up to which another script than most of it is taken for a slip."""

_OPENING, _CLOSING = "([“„«‘\"'\u2018*_\ue000", ")]”“»’\"'\u2019*_\ue000"


def check(subject: Subject) -> Iterator[Finding]:
    """Find words that mix scripts, and words of a script that hardly any other letter of the text is in.

    Greek letters in Latin terms (TGF-β, µg) are right, as is Latin among Chinese or Japanese. A foreign word in
    quotation marks, brackets or italics was meant.
    """
    for passage in subject.passages:
        if not all(_is_symbol(match[0]) for match in FOREIGN.finditer(passage.shown)):
            yield from _check_passage(passage)


def _is_symbol(letters: str) -> bool:
    return len(letters) < 3 and all(script_of(c) == GREEK and c not in _LOOKALIKES for c in letters)


def _check_passage(passage: Passage) -> Iterator[Finding]:
    words = [(match, _scripts(match[0])) for match in _WORD.finditer(passage.shown)]
    letters = Counter(script for match, scripts in words for script in scripts for _ in match[0])
    if not letters:
        return
    main, _ = letters.most_common(1)[0]
    total = sum(letters.values())
    for match, scripts in words:
        if _is_mixed(match[0], scripts):
            names = " and ".join(sorted(script_name(script) for script in scripts))
            message = f"'{match[0]}' mixes {names} letters that look alike"
            yield found_in(passage, match.start(), match.end(), message, "type the word again")
    for start, end, script in _runs(passage.shown, words, main):
        if letters[script] <= _MINORITY * total and not _is_set_off(passage.shown, start, end):
            message = (
                f"{script_name(script)} letters '{passage.shown[start:end]}' in {script_name(main)} text"
            )
            help = "translate it, or put it in quotation marks or italics if it is meant"
            yield found_in(passage, start, end, message, help)


def _scripts(word: str) -> frozenset[str]:
    return frozenset(script_of(char) for char in word) - _SHARED


def _is_mixed(word: str, scripts: frozenset[str]) -> bool:
    if scripts == {LATIN, GREEK}:
        return any(char in _LOOKALIKES for char in word)
    return scripts in ({LATIN, "Cyrl"}, {GREEK, "Cyrl"})


def _runs(
    text: str, words: list[tuple[re.Match[str], frozenset[str]]], main: str
) -> Iterator[tuple[int, int, str]]:
    """Yield neighbouring words of one script that is not that of most letters; lone Greek letters are symbols."""
    start = end = 0
    current = ""
    for match, scripts in [*words, (None, frozenset())]:
        script = next(iter(scripts)) if len(scripts) == 1 else ""
        joins = match is not None and script == current and not text[end : match.start()].strip(" -־")
        if current and not joins:
            yield start, end, current
            current = ""
        if match is None or script in ("", main) or _is_kin(script, main):
            continue
        if script == GREEK and len(match[0]) < 3:
            continue
        start, end, current = (start, match.end(), script) if joins else (match.start(), match.end(), script)


def _is_kin(script: str, main: str) -> bool:
    """Return whether two scripts are written together; Latin words stand in the text of any."""
    return script == LATIN or any({script, main} <= together for together in _TOGETHER)


def _is_set_off(text: str, start: int, end: int) -> bool:
    return text[:start].rstrip()[-1:] in tuple(_OPENING) and text[end:].lstrip()[:1] in tuple(_CLOSING)
