"""Stages 5 to 8 of the web page; it needs neither the layout engine nor what writes decks."""

from __future__ import annotations

from builder.model.block import Output
from builder.model.resolved import ResolvedDocument
from builder.model.web import Web
from builder.pipeline.log import RunLog
from builder.pipeline.parity.compare import Loss, compare
from builder.pipeline.parity.expected import expect
from builder.pipeline.parity.losses import tell_losses
from builder.pipeline.prints import Printed
from builder.pipeline.stages import COMPOSE, INSPECT, WRITE
from builder.theme.theme import Theme
from builder.world import World


def make_page(world: World, resolved: ResolvedDocument, theme: Theme, log: RunLog) -> tuple[Printed, ...]:
    """Return the web page, or nothing where it has errors.

    What it does not say though the document does is a loss in the log.
    """
    with log.stage(COMPOSE):
        from builder.compose.web.page import compose_page

        page = log.keep(compose_page(world, resolved, theme))
    if page is None or log.has_errors():
        return ()
    with log.stage(WRITE):
        from builder.web.weight import check_weight
        from builder.web.write import write_page

        data = write_page(page, theme, world.store)
        log.diagnostics.extend(check_weight(data, resolved))
    with log.stage(INSPECT):
        tell_losses(log, Web.PAGE, _losses(data, resolved), theme)
    return (Printed(Web.PAGE, data, 1),)


def _losses(data: bytes, resolved: ResolvedDocument) -> tuple[Loss, ...]:
    """Return what the page does not say in a wide window, or in a narrow one."""
    from builder.pipeline.parity.readings import page_sheets
    from builder.web.inspect import NARROW, WIDE, inspect_page

    expected = expect(resolved, Output.REPORT)
    comparisons = (compare(expected, page_sheets(inspect_page(data, window))) for window in (WIDE, NARROW))
    return tuple(dict.fromkeys(loss for comparison in comparisons for loss in comparison.losses))
