"""Stage "inspect", second panel: open what was written, with python-pptx, and say what it holds."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from builder.pptx.names import P14, P
from builder.pptx.reading.editability import count_editable
from builder.pptx.reading.model import DeckReading, ReadSlide
from builder.pptx.reading.shapes import SlideContext, layout_places, read_shape
from builder.pptx.reading.text import paragraphs_of

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

_TITLES = ("title", "ctrTitle")


def inspect_deck(data: bytes, own: slice = slice(None)) -> DeckReading:
    """Return what the presentation in `data` holds; `own` are the slides that are looked at."""
    import pptx

    presentation = pptx.Presentation(io.BytesIO(data))
    slides = list(presentation.slides)
    layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    used = {slide.slide_layout.part: slide.slide_layout for slide in slides}
    places = {part: layout_places(layout) for part, layout in used.items()}
    numbers = {slide.part: number for number, slide in enumerate(slides, 1)}
    read = tuple(
        _slide(slide, SlideContext(slide.part, numbers, places[slide.slide_layout.part]), section)
        for slide, section in list(zip(slides, _sections(presentation), strict=True))[own]
    )
    names = tuple(layout.name for layout in layouts)
    return DeckReading(read, names, count_editable(read), (own.start or 0) + 1)


def _slide(slide: Slide, context: SlideContext, section: str) -> ReadSlide:
    shapes = tuple(read_shape(shape, context) for shape in slide.shapes)
    titles = (shape.text.replace("\n", " ") for shape in shapes if shape.placeholder in _TITLES)
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return ReadSlide(
        layout=slide.slide_layout.name,
        title=next(titles, ""),
        shapes=shapes,
        notes=paragraphs_of(notes) if notes is not None else (),
        section=section,
    )


def _sections(presentation: Presentation) -> list[str]:
    """Return the name of each slide's section, empty for slides of none."""
    root = presentation.element
    names = {
        member.get("id"): section.get("name", "")
        for section in root.iter(f"{{{P14}}}section")
        for member in section.iter(f"{{{P14}}}sldId")
    }
    return [names.get(slide.get("id"), "") for slide in root.iter(f"{{{P}}}sldId")]
