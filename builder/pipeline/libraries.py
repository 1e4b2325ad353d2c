"""Load what the outputs need; the layout engine, without which an earlier build may do, comes last."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable


def are_loaded() -> bool:
    """Return whether `load_libraries` has come to its end in this process."""
    return "builder.layout.report" in sys.modules and "builder.layout.slide_engine" in sys.modules


def load_libraries(is_enough: Callable[[], bool] = lambda: False) -> None:
    """Load what both outputs need into this process, from which further ones are forked; stop once it is enough.

    They are no garbage, and are not to be looked through for it.
    """
    for load in (_load_panels, _load_deck, _load_report, _load_engine):
        if is_enough():
            return
        load()
    gc.freeze()


def _load_panels() -> None:
    import builder.pipeline.outputs
    import builder.pipeline.publish
    import builder.pipeline.record  # noqa: F401


def _load_deck() -> None:
    import builder.deck.build
    import builder.pptx.inspect
    import builder.pptx.write  # noqa: F401


def _load_report() -> None:
    import builder.compose.report
    import builder.pdf.inspect  # noqa: F401


def _load_engine() -> None:
    import builder.layout.report
    import builder.layout.slide_engine
    import builder.pdf.write  # noqa: F401
