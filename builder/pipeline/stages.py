"""The stages of a build, as `--verbose`, the README and a crash report name them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; `result` is what there is when it is done."""

    number: int
    name: str
    result: str

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


READ = Stage(1, "read", "the content file as a Document")
THEME = Stage(2, "theme", "tokens and fonts as a Theme")
RESOLVE = Stage(3, "resolve", "a ResolvedDocument: nothing is left to look up")
LINT = Stage(4, "lint", "faults of words and numbers")
COMPOSE = Stage(5, "compose", "HTML of the briefing and of each slide")
LAY_OUT = Stage(6, "lay out", "pages, and boxes compiled to a Deck")
WRITE = Stage(7, "write", "the bytes of both files")
INSPECT = Stage(8, "inspect", "both files read back: nothing is lost")
PUBLISH = Stage(9, "publish", "both files in their places, or neither")

STAGES = (READ, THEME, RESOLVE, LINT, COMPOSE, LAY_OUT, WRITE, INSPECT, PUBLISH)
"""Stages 1 to 4 and 9 run once; 5 to 8 for each output, which needs nothing of the other."""
