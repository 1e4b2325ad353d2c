"""low-resolution-figure: a photograph or screenshot with too few pixels for its width in print."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from builder.lint.finding import Finding
from builder.lint.subject import Subject
from builder.model.block import Figure, Output
from builder.model.resolved import Picture

FEWEST_PPI = 200
GOOD_PPI = 300
"""What printers ask for; from about 200 on, people do not see the difference at reading distance."""

MEASURE_MM = {"a4": 128, "letter": 134, "a5": 116}
"""Width of the text of the theme `clinical`, by paper."""

MM_PER_INCH = 25.4


def check(subject: Subject) -> Iterator[Finding]:
    """Find pixel images that the briefing prints with fewer than 200 pixels an inch at their width."""
    measure = MEASURE_MM[subject.document.report.paper]
    for path, picture in subject.pictures.items():
        block = subject.blocks.get(path)
        if not isinstance(block, Figure) or not block.shown_in(Output.REPORT) or "svg" in picture.media_type:
            continue
        width_mm = measure * (block.width or 1)
        pixels = _width_px(picture)
        density = pixels / (width_mm / MM_PER_INCH)
        if density < FEWEST_PPI:
            message = f"'{picture.name}' prints at {density:.0f} pixels an inch over {width_mm:.0f} mm"
            wanted = round(GOOD_PPI * width_mm / MM_PER_INCH)
            help = f"use a picture that is {wanted} pixels wide, an SVG, or a smaller 'width'"
            yield Finding(message, block.file_span, help)


def _width_px(picture: Picture) -> int:
    from PIL import Image  # loaded already by whatever checked the picture

    with Image.open(BytesIO(picture.data)) as image:
        return int(image.size[0])
