"""A build: the stages one after the other, and where they stop.

All faults of a stage are reported at once. A later stage runs only if the earlier ones gave it a value; the
outputs are made only of content without errors, and published only if each of them says all that it must.

Each stage imports what it needs: what stages 1 to 4 need and what the outputs need is loaded at the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic, Severity
from builder.errors import ExitCode
from builder.model.block import Output
from builder.model.prints import Print
from builder.model.web import Web
from builder.pipeline.files import OutputFolder
from builder.pipeline.journal import finish_interrupted, journal_of
from builder.pipeline.log import Observer, RunLog, Timing, observe_nothing
from builder.pipeline.prepare import Prepared, prepare
from builder.pipeline.project import open_world, open_world_with_store
from builder.pipeline.stages import PUBLISH
from builder.pipeline.suffixes import SUFFIXES
from builder.remembered import forget_everything
from builder.world import World

if TYPE_CHECKING:
    from builder.pipeline.panels import Panel
    from builder.pipeline.prints import Printed
    from builder.pipeline.publish import Publication

BOTH = (Output.REPORT, Output.DECK)


@dataclass(frozen=True, slots=True)
class Request:
    """What to build.

    Attributes:
        file: the content file. folder: where the outputs go, and `shown` as people are told about it.
        strict: warnings keep a build from being published.
        force: take nothing from earlier builds, and replace what was edited by hand.
    """

    file: Path
    folder: Path
    shown: str
    outputs: tuple[Output | Print | Web, ...] = BOTH
    strict: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it.

    Attributes:
        losses: what an output does not say though the content does: faults of ours.
        publication: None where nothing was published.
        timings: of all stages, in the order in which they began.
        prepared: what the outputs were made of; None where an error came before.
    """

    world: World
    diagnostics: tuple[Diagnostic, ...]
    losses: tuple[Diagnostic, ...] = ()
    panels: tuple[Panel, ...] = ()
    prints: tuple[Printed, ...] = ()
    publication: Publication | None = None
    timings: tuple[Timing, ...] = ()
    strict: bool = False
    prepared: Prepared | None = None

    @property
    def exit_code(self) -> ExitCode:
        """What the process returns (DESIGN, section 4)."""
        if stops(self.diagnostics, strict=self.strict):
            return ExitCode.CONTENT
        if self.losses:
            return ExitCode.INTERNAL
        if self.publication is not None and self.publication.obstacle:
            return ExitCode.FILE_ACCESS
        return ExitCode.OK

    def read_lines(self, path: str) -> Sequence[str]:
        """Return the lines of a source file, none if it cannot be read; for excerpts."""
        return self.world.read_lines(path)


def stops(diagnostics: Sequence[Diagnostic], *, strict: bool) -> bool:
    """Return whether nothing may be published: there is an error, or a warning where those count."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(diagnostic.severity in fatal for diagnostic in diagnostics)


def build(request: Request, observe: Observer = observe_nothing) -> Result:
    """Build the outputs of a content file and put them in their places.

    Raises:
        FileAccessError: the output folder cannot be written to.
        StageCrash: a bug of ours.
    """
    if request.force:
        forget_everything()
    world = open_world(request.file) if request.force else open_world_with_store(request.file)
    stem = request.file.stem
    folder = OutputFolder(request.folder, request.shown)
    _finish_interrupted(folder, stem)
    log = RunLog(observe)
    outputs = _panels_for(request.outputs)
    with_engine = any(what is not Web.PAGE for what in request.outputs)
    prepared = prepare(world, request.file, log, with_engine=with_engine)
    if prepared is None:
        return _result(request, world, log, ())
    from builder.pipeline.outputs import make_panels
    from builder.pipeline.prints import make_prints

    panels = make_panels(world, *prepared, outputs, observe)
    wanted = tuple(what for what in request.outputs if isinstance(what, Print))
    prints = make_prints(world, *prepared, wanted, log, panels)
    if Web.PAGE in request.outputs:
        from builder.pipeline.web import make_page

        prints += make_page(world, *prepared, log)
    result = replace(_result(request, world, log, panels), prepared=prepared)
    if result.exit_code is not ExitCode.OK:
        return result
    published = tuple(panel for panel in panels if panel.output in request.outputs)
    with log.stage(PUBLISH):
        from builder.pipeline.publish import publish
        from builder.pipeline.record import make_record

        record = make_record(world, prepared[0].document, published, result.diagnostics, prints)
        files = {SUFFIXES[panel.output]: panel.data for panel in published if panel.data is not None}
        files |= {SUFFIXES[printed.what]: printed.data for printed in prints}
        publication = publish(folder, stem, files, record, force=request.force)
        if world.store:
            world.store.trim()
    return replace(_result(request, world, log, panels, publication), prints=prints, prepared=prepared)


def check(
    file: Path, *, strict: bool = False, whole: bool = False, observe: Observer = observe_nothing
) -> Result:
    """Return every diagnostic that needs no output file; with `whole`, both are made and read back, and not written."""
    world = open_world_with_store(file, read_only=True)
    log = RunLog(observe)
    prepared = prepare(world, file, log)
    from builder.pipeline.outputs import make_panels

    panels = make_panels(world, *prepared, BOTH, observe, fit_only=not whole) if prepared else ()
    result = _result(Request(file, Path(), "", strict=strict), world, log, panels)
    return replace(result, prepared=prepared)


def _panels_for(wanted: Sequence[Output | Print | Web]) -> tuple[Output, ...]:
    """Return the panels that must be made: those that are wanted, and the briefing for what is made of its pages."""
    of_pages = any(isinstance(what, Print) and what.of is Output.REPORT for what in wanted)
    return tuple(output for output in BOTH if output in wanted or (output is Output.REPORT and of_pages))


def _finish_interrupted(folder: OutputFolder, stem: str) -> None:
    if (folder.path / journal_of(stem)).is_file():
        with folder.locked():
            finish_interrupted(folder, stem)


def _result(
    request: Request,
    world: World,
    log: RunLog,
    panels: tuple[Panel, ...],
    publication: Publication | None = None,
) -> Result:
    from builder.lint.allowed import apply_allowances

    of_panels = (found for panel in panels for found in panel.diagnostics)
    return Result(
        world=world,
        diagnostics=tuple(dict.fromkeys((*log.diagnostics, *apply_allowances(log.allowances, of_panels)))),
        losses=(*log.losses, *(loss for panel in panels for loss in panel.losses)),
        panels=panels,
        publication=publication,
        timings=(*log.timings, *(timing for panel in panels for timing in panel.timings)),
        strict=request.strict,
    )
