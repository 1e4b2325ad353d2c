"""Mend a fault of tinyhtml5 2.1.0 that has it build the same few patterns for each stretch of text; see `mend`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


class Patterns(dict[tuple[Iterable[str], bool], re.Pattern[str]]):
    """Of each set of characters, what finds a stretch without them, or with `opposite` of them alone."""

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, opposite = key
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        found = self[key] = re.compile(f"[{'' if opposite else '^'}{listed}]+")
        return found


def mend(weasyprint: Any) -> None:
    """Have tinyhtml5 find the patterns that it keeps.

    It keeps each of them under itself and not under its characters (not reported upstream at version 2.1.0), and so
    builds it again: a third of the time that reading a slide takes.
    """
    weasyprint.tinyhtml5.inputstream.characters_until_regex = Patterns()
