"""What the preview is told after each build: the sheets to show, where they come from, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A section or block of the content file: what it is, its first line, and the sheets that show it, from 1."""

    word: str
    line: int
    pages: tuple[int, ...] = ()
    slides: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A diagnostic: where it is, if anywhere, and all that a terminal shows of it."""

    severity: str
    code: str
    message: str
    path: str
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A build as the preview shows it.

    Attributes:
        file: the content file as people know it, and its `lines`.
        briefing: its PDF; None where the build failed. slides: one PDF of one page each. notes: those of each slide.
    """

    file: str
    lines: tuple[str, ...]
    seconds: float
    faults: tuple[Fault, ...]
    title: str = ""
    briefing: bytes | None = None
    slides: tuple[bytes, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
