"""What each kind of chart makes of a plan: what stands in the plot area, and the sheet behind it."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pptx.charts.sheet import Sheet
from builder.pptx.xml import Xml


@dataclass(frozen=True, slots=True)
class Plot:
    """The charts and axes of a plot area, in the schema's order, and the data that they refer to.

    `unnamed` are the series, by their order, that a legend leaves out.
    """

    content: Xml
    sheet: Sheet
    unnamed: tuple[int, ...] = ()
