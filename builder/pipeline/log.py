"""What happened in a run: how long each stage took, and what was wrong."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from builder.diagnostics import Diagnostic, Outcome, Severity
from builder.errors import DiptychError, InternalError
from builder.model.block import Output
from builder.pipeline.stages import Stage

if TYPE_CHECKING:
    from builder.lint.allowed import Allowance
    from builder.lint.lint import Linted

T = TypeVar("T")


class StageCrash(InternalError):
    """A bug of ours in a stage.

    Attributes:
        stage: which one, and of which output. report: the traceback, where it happened in another process.
    """

    def __init__(self, stage: str, message: str) -> None:
        super().__init__(message)
        self.stage = stage
        self.report = ""

    def __reduce__(self) -> tuple[type[StageCrash], tuple[str, str]]:
        return type(self), (self.stage, self.message)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a stage took; `output` is None where it serves both."""

    stage: Stage
    output: Output | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an output is: the page or slide made last, how many there will be, the share of the work that is done."""

    sheet: int
    sheets: int
    share: float


Observer = Callable[[Stage, Output | None, Progress | None], None]
"""Told of each stage as it begins, and of its progress where there is much to do."""


def observe_nothing(_stage: Stage, _output: Output | None, _progress: Progress | None) -> None:
    """Be told of a stage and do nothing."""


class RunLog:
    """Collects the timings and the diagnostics of the stages of one output, or of those that serve both.

    `losses` are what an output does not say though the document does.
    """

    def __init__(self, observe: Observer = observe_nothing, output: Output | None = None) -> None:
        self.timings: list[Timing] = []
        self.allowances: tuple[Allowance, ...] = ()
        self.diagnostics: list[Diagnostic] = []
        self.losses: list[Diagnostic] = []
        self._observe = observe
        self._output = output
        self._stage: Stage | None = None

    def observe(self, stage: Stage) -> None:
        """Tell whoever watches that a stage begins, which runs elsewhere."""
        self._observe(stage, self._output, None)

    def tell(self, sheet: int, sheets: int, share: float) -> None:
        """Tell whoever watches how far the stage that runs is, of `share` of the work on this output."""
        if self._stage:
            self._observe(self._stage, self._output, Progress(sheet, sheets, share))

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        """Time a stage.

        Raises:
            StageCrash: anything went wrong that is no fault of the author's or the machine's.
        """
        self._stage = stage
        self._observe(stage, self._output, None)
        start = time.perf_counter()
        name = f"{stage}, {self._output.value}" if self._output else str(stage)
        try:
            yield
        except InternalError as error:
            raise StageCrash(name, error.message) from error
        except DiptychError:
            raise
        except Exception as error:
            raise StageCrash(name, "") from error
        finally:
            self._stage = None
            self.timings.append(Timing(stage, self._output, time.perf_counter() - start))

    def keep(self, outcome: Outcome[T]) -> T | None:
        """Keep an outcome's diagnostics and return its value."""
        self.diagnostics.extend(outcome.diagnostics)
        return outcome.value

    def weigh(self, linted: Linted) -> None:
        """Let the author's allowances count for what was found and for what others find."""
        self.diagnostics = list(linted.diagnostics)
        self.allowances = linted.allowances

    def has_errors(self) -> bool:
        """Return whether any diagnostic so far is an error."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)
