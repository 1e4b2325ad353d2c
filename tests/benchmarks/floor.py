"""The floor: the layout engine alone on the composed briefing, python-pptx alone with as many shapes.

`prepare` writes what they read; this file as a program, with `pdf` or `pptx`, what they read and an output, is timed.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path
from typing import Any


def prepare(content: Path, deck: Path, folder: Path) -> dict[str, Path]:
    """Write the composed briefing of `content`, and the texts of the shapes on each slide of `deck`."""
    from pptx import Presentation

    from builder.compose.report import compose_report
    from builder.content.load import load
    from builder.pipeline.project import open_world
    from builder.resolve.resolve import resolve
    from builder.theme.read import read_theme

    world = open_world(content)
    document = load(world, content).require()
    theme = read_theme(world, document.theme, document.theme_span).require()
    resolved = resolve(world, document, theme.font_files).require()
    report = compose_report(world, resolved, theme).require()
    files = {"pdf": folder / "floor.pickle", "pptx": folder / "floor.json"}
    files["pdf"].write_bytes(pickle.dumps((report.html, dict(report.resources))))
    slides = [
        [shape.text_frame.text if shape.has_text_frame else "" for shape in slide.shapes]
        for slide in Presentation(str(deck)).slides
    ]
    files["pptx"].write_text(json.dumps(slides), "utf-8")
    return files


def write_pdf(source: Path, target: Path) -> None:
    """Lay out the composed briefing and write it, with this machine's fonts."""
    import weasyprint

    html, resources = pickle.loads(source.read_bytes())

    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002 # WeasyPrint's
            data = resources[url]
            kind = "image/svg+xml" if data.lstrip()[:1] == b"<" else "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": kind})

    weasyprint.HTML(string=html, base_url="diptych:", url_fetcher=Fetcher()).write_pdf(target)


def write_pptx(source: Path, target: Path) -> None:
    """Write a slide with as many text boxes for each slide of the deck."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    for texts in json.loads(source.read_text("utf-8")):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        for number, text in enumerate(texts):
            box = slide.shapes.add_textbox(Inches(1), Inches(number / 2), Inches(6), Inches(1))
            box.text_frame.text = text
    deck.save(str(target))


if __name__ == "__main__":
    {"pdf": write_pdf, "pptx": write_pptx}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
