"""Snapshots of builds that never were, of small PDF files."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from builder.preview.snapshot import Fault, Part, Snapshot

SIZE = (400, 300)


def pdf_of(*boxes: tuple[int, int, int, int] | None) -> bytes:
    """Return a PDF with a page for each of `boxes`: white, with a black rectangle."""
    pages = []
    for box in boxes:
        page = Image.new("RGB", SIZE, "white")
        if box:
            ImageDraw.Draw(page).rectangle(box, fill="black")
        pages.append(page)
    written = io.BytesIO()
    pages[0].save(written, "PDF", save_all=True, append_images=pages[1:])
    return written.getvalue()


FAULT = Fault(
    "error", "B201", "unknown key 'titel'", "content/x.yaml", 1, 1, "error[B201]: unknown key 'titel'\n"
)

GOOD = Snapshot(
    file="content/x.yaml",
    lines=("title: <b>X</b>", "sections:", "- title: One"),
    seconds=1.234,
    faults=(),
    title="X",
    briefing=pdf_of((10, 10, 50, 50), None),
    slides=(pdf_of(None), pdf_of(None), pdf_of(None)),
    notes=("Say hello", "", ""),
    parts=(Part("title", 1, (1,), (1,)), Part("section", 3, (2,), (2, 3))),
)

BAD = Snapshot(file="content/x.yaml", lines=("titel: X",), seconds=0.2, faults=(FAULT,))
