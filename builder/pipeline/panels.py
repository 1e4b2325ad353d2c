"""What comes of stages 5 to 8: an output's bytes, read back and compared."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from builder.diagnostics import Diagnostic
from builder.model.block import Output
from builder.model.resolved import ResolvedDocument
from builder.pipeline.log import RunLog, Timing
from builder.pipeline.parity.compare import Comparison
from builder.pipeline.parity.losses import tell_losses
from builder.theme.theme import Theme
from builder.world import World

Places: TypeAlias = Mapping[str, int]
"""The page or slide on which each block begins, by its path; what is on none is left out."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One output.

    Attributes:
        data: the file's bytes; None if it has errors, or if only its fit was asked for.
        sheets: how many pages or slides it has. places: the numbers of those that show each section and block.
        claims: the numbers of those where each claim's text was found, by its id and whether it is in the notes.
        losses: what the file does not say though the document does: faults of ours.
        report: what the file is made of, as counts. notes: of a deck, what the speaker says to each slide.
        kept: the slides of a reference deck, by their numbers in the deck, each with its number in that file.
    """

    output: Output
    data: bytes | None = None
    sheets: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: tuple[Diagnostic, ...] = ()
    timings: tuple[Timing, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    claims: Mapping[tuple[str, bool], tuple[int, ...]] = field(default_factory=dict)
    report: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[int, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class Draft(ABC):
    """An output on its way: laid out first, finished once it is known where the other one shows each block."""

    def __init__(
        self, world: World, resolved: ResolvedDocument, theme: Theme, log: RunLog, *, fit_only: bool = False
    ) -> None:
        self._world = world
        self._resolved = resolved
        self._theme = theme
        self._log = log
        self._fit_only = fit_only

    @abstractmethod
    def lay_out(self) -> Places:
        """Lay the output out and return where its blocks are; nothing where it has errors or no pointers are wanted."""

    @abstractmethod
    def finish(self, others: Places) -> Panel:
        """Write and inspect the output; `others` are the places in the other one."""


def stopped(output: Output, log: RunLog) -> Panel:
    """Return the panel of an output that goes no further."""
    return Panel(output, diagnostics=tuple(log.diagnostics), timings=tuple(log.timings))


def finished(
    output: Output,
    log: RunLog,
    theme: Theme,
    data: bytes,
    sheets: int,
    comparison: Comparison,
    report: Mapping[str, int],
) -> Panel:
    """Return the panel of an output that was read back."""
    tell_losses(log, output, comparison.losses, theme)
    return Panel(
        output=output,
        data=data,
        sheets=sheets,
        diagnostics=tuple(log.diagnostics),
        losses=tuple(log.losses),
        timings=tuple(log.timings),
        places=comparison.places,
        claims=comparison.claims,
        report=report,
    )
