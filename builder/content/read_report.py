"""The settings of the report: from their shape to the model."""

from __future__ import annotations

from builder.content.reading import Reading
from builder.content.schema.report import ReportShape
from builder.model.document import ReportSettings


def read_report(shape: ReportShape | None, reading: Reading) -> ReportSettings:
    """Return the settings; what is not written is as the model has it.

    Diagnostics: B250, right-hand pages where paper is printed on one side.
    """
    default = ReportSettings()
    if shape is None:
        return default
    settings = ReportSettings(
        paper=shape.paper or default.paper,
        toc=default.toc if shape.toc is None else shape.toc,
        sides=shape.sides or default.sides,
        lof=bool(shape.lof),
        lot=bool(shape.lot),
        attach=bool(shape.attach),
        section_starts=shape.section_starts or default.section_starts,
        bleed=shape.bleed or default.bleed,
        crop_marks=bool(shape.crop_marks),
    )
    if settings.section_starts == "recto" and settings.sides == "one":
        reading.diagnostics.error(
            "B250",
            "paper printed on one side has no left-hand and right-hand pages",
            shape.value_of("section-starts").span,
            help="add 'sides: two', or write 'section-starts: page'",
        )
    return settings
