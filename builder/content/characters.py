"""Characters that cannot stand in a content file, nor in an Office document."""

from __future__ import annotations

import re
import unicodedata

from builder.content.nodes import Scalar
from builder.content.source import Source
from builder.diagnostics import Diagnostics
from builder.limits import LONGEST_TEXT, LONGEST_WORD

# YAML 1.2, 5.1, and XML 1.0, 2.2, agree on what is left out here. The line separators that YAML 1.1 takes as line
# ends are refused in the file, where an editor does not show them, and allowed as escapes. U+202D and U+202E would show
# letters and figures in another order than the one in which they are written, 23 for 32.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\u202c\u202f-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")
_FORBIDDEN_IN_FILE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\u202c\u202f-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def check_characters(source: Source, diagnostics: Diagnostics) -> bool:
    """Report each character that cannot be read (B102), and return whether there is none."""
    if _FORBIDDEN_IN_FILE.search(source.text) is None:
        return True
    for match in _FORBIDDEN_IN_FILE.finditer(source.text):
        diagnostics.error(
            "B102",
            f"{describe_character(match[0])} in the file",
            source.span_at(match.start()),
            help="delete the character, which editors do not show, or type a space or a new line in its place",
        )
    return False


def check_value(scalar: Scalar, diagnostics: Diagnostics) -> None:
    """Report the first character that an escape puts into a value and that no output can hold (B102)."""
    match = find_forbidden(scalar.value)
    if match is not None:
        diagnostics.error(
            "B102",
            f"{describe_character(match[0])} in a value",
            scalar.find_map().locate(*match.span()),
            help="remove the escape",
        )


def find_forbidden(text: str) -> re.Match[str] | None:
    """Return the first character that no output can hold."""
    return _FORBIDDEN.search(text)


def check_length(scalar: Scalar, diagnostics: Diagnostics) -> None:
    """Report a value, or a word in it, that is longer than anything to be read (B116)."""
    value = scalar.value
    if len(value) <= LONGEST_WORD:
        return
    if len(value) > LONGEST_TEXT:
        message = f"the text has {len(value):,} characters, and at most {LONGEST_TEXT:,} are read"
        diagnostics.error("B116", message, scalar.span, help="make several blocks of it")
    elif word := find_long_word(value):
        span = scalar.find_map().locate(*word)
        message = f"a word of more than {LONGEST_WORD:,} characters"
        diagnostics.error("B116", message, span, help="put spaces into it, or leave it out")


def find_long_word(text: str) -> tuple[int, int] | None:
    """Return where a word begins that is longer than the limit, and where the limit is reached."""
    found = _LONG_WORD.search(text)
    return found.span() if found else None


def describe_character(char: str) -> str:
    """Return a character's number and, where it has one, its name."""
    kinds = {"Cc": "control character", "Cs": "half of a pair"}
    name = kinds.get(unicodedata.category(char)) or unicodedata.name(char, "no character").lower()
    return f"U+{ord(char):04X} ({name})"
