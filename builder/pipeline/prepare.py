"""Stages 1 to 4, which serve both outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from builder.diagnostics import Diagnostic, Outcome
from builder.lint.allowed import Allowance
from builder.model.resolved import ResolvedDocument
from builder.pipeline.branch import CAN_FORK, branch
from builder.pipeline.libraries import are_loaded, load_libraries
from builder.pipeline.log import RunLog, Timing
from builder.pipeline.stages import LINT, READ, RESOLVE, THEME
from builder.theme.theme import Theme
from builder.world import State, World

Prepared = tuple[ResolvedDocument, Theme]

IDLE = frozenset({"B513", "B540"})
"""Told of what nothing uses. Why not of content with faults: what uses it may stand in the part that was not read,
or name it in a way that is told as a fault."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the process of `prepare` has found, told and read."""

    prepared: Prepared | None
    diagnostics: tuple[Diagnostic, ...]
    allowances: tuple[Allowance, ...]
    timings: tuple[Timing, ...]
    reads: dict[Path, State]


def prepare(world: World, file: Path, log: RunLog, *, with_engine: bool = True) -> Prepared | None:
    """Run stages 1 to 4; return nothing where any of them found an error.

    Where that can be, they run in a process of their own while this one loads what the outputs need, which takes as
    long; what has been loaded is there for both outputs then. An output that needs no layout engine needs none of it.
    """
    if not with_engine or are_loaded() or not CAN_FORK:
        return _prepare(world, file, log)

    def work() -> _Answer:
        own = RunLog()
        prepared = _prepare(world, file, own)
        return _Answer(prepared, tuple(own.diagnostics), own.allowances, tuple(own.timings), world.reads)

    log.observe(READ)
    with branch(work) as apart:
        load_libraries(apart.has_answered)
        _compile_templates(world, apart.has_answered)
        answer = apart.result()
    world.note(answer.reads)
    log.diagnostics.extend(answer.diagnostics)
    log.allowances = answer.allowances
    log.timings.extend(answer.timings)
    return answer.prepared


def _compile_templates(world: World, is_enough: Callable[[], bool]) -> None:
    if not is_enough():
        from builder.compose.ahead import compile_ahead

        compile_ahead(world, is_enough)


def _prepare(world: World, file: Path, log: RunLog) -> Prepared | None:
    """Run the stages here.

    With a document that has faults, the others still look at what there is of it, so that all is said in one run.
    """
    with log.stage(READ):
        from builder.content.load import load_content

        content = log.keep(load_content(world, file.resolve()))
    if content is None:
        return None
    document = content.document
    with log.stage(THEME):
        from builder.theme.read import read_theme

        theme = log.keep(read_theme(world, document.theme, document.theme_span))
    with log.stage(RESOLVE):
        from builder.resolve.resolve import resolve

        fonts = theme.font_files if theme else ()
        faulty = log.has_errors()
        found = resolve(world, document, fonts)
        if faulty or found.failed:
            found = Outcome(found.value, _without_idle(found.diagnostics))
        resolved = log.keep(found)
        if log.has_errors():  # then no deck is made, for which the reference deck would be read
            from builder.pipeline.reference import find_brand

            log.keep(find_brand(world, document))
    with log.stage(LINT):
        from builder.lint.lint import lint

        log.weigh(lint(content, resolved, log.diagnostics))
    if log.has_errors() or theme is None or resolved is None:
        return None
    return resolved, theme


def _without_idle(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.code not in IDLE)
