"""Text of charts: the theme's body font at the plan's size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.pptx.charts.paint import fill
from builder.pptx.xml import Xml, join, tag, text
from builder.resolve.charts.drawing import PlacedText
from builder.resolve.charts.look import Paint
from builder.resolve.charts.plan import ChartPlan

UPWARDS = -5_400_000
"""A quarter turn to the left, in 60,000ths of a degree."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A plan, and the language that its text is in."""

    plan: ChartPlan
    lang: str

    def character_properties(self, name: str, paint: Paint, bold: bool) -> Xml:
        """Return the character properties of text in the chart."""
        return tag(
            name,
            fill(paint),
            tag("a:latin", typeface="+mn-lt"),
            tag("a:ea", typeface="+mn-ea"),
            tag("a:cs", typeface="+mn-cs"),
            lang=None if name == "a:defRPr" else self.lang,
            sz=round(self.plan.style.size_pt * 100),
            b=bold,
        )

    def properties(self, paint: Paint, *, bold: bool = False, body: Xml | None = None) -> Xml:
        """Return the text properties of axes, labels or the chart."""
        default = self.character_properties("a:defRPr", paint, bold)
        paragraph = tag("a:p", tag("a:pPr", default), tag("a:endParaRPr", lang=self.lang))
        return tag("c:txPr", body or tag("a:bodyPr"), tag("a:lstStyle"), paragraph)

    def rich(self, lines: Iterable[Iterable[PlacedText]], body: Xml) -> Xml:
        """Return lines of texts, each text a run, as rich text; runs of a line are a space apart."""
        return tag("c:rich", body, tag("a:lstStyle"), join(self._paragraph(tuple(line)) for line in lines))

    def _paragraph(self, runs: tuple[PlacedText, ...]) -> Xml:
        first = runs[0]
        default = self.character_properties("a:defRPr", first.paint, first.bold)
        return tag("a:p", tag("a:pPr", default, algn="l"), join(map(self.run, runs)))

    def run(self, placed: PlacedText) -> Xml:
        """Return a placed text as a run."""
        properties = self.character_properties("a:rPr", placed.paint, placed.bold)
        return tag("a:r", properties, tag("a:t", text(placed.text)))


def turned_body(upwards: bool) -> Xml:
    """Return body properties that keep text horizontal, or make it read upwards."""
    return tag("a:bodyPr", rot=UPWARDS if upwards else 0, vert="horz")


def label_body() -> Xml:
    """Return body properties of a label that is never broken into lines."""
    return tag(
        "a:bodyPr", tag("a:spAutoFit"),
        wrap="none", lIns=38_100, tIns=19_050, rIns=38_100, bIns=19_050, anchor="ctr",
    )  # fmt: skip
