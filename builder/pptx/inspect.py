"""Stage "inspect", second panel: open what was written, with python-pptx, and say what it holds."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.pptx.names import P14
from builder.pptx.reading.editability import count_editable
from builder.pptx.reading.model import DeckReading, ReadSlide
from builder.pptx.reading.shapes import read_shape
from builder.pptx.reading.text import paragraphs_of

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.presentation import Presentation
    from pptx.slide import Slide


def inspect_deck(data: bytes) -> DeckReading:
    """Return what the presentation in `data` holds."""
    import pptx

    presentation = pptx.Presentation(io.BytesIO(data))
    numbers = {slide.part: number for number, slide in enumerate(presentation.slides, 1)}
    sections = _sections(presentation)
    slides = tuple(_slide(slide, numbers, sections.get(slide.slide_id, "")) for slide in presentation.slides)
    layouts = tuple(layout.name for master in presentation.slide_masters for layout in master.slide_layouts)
    return DeckReading(slides, layouts, count_editable(slides))


def _slide(slide: Slide, numbers: Mapping[Part, int], section: str) -> ReadSlide:
    title = slide.shapes.title
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return ReadSlide(
        layout=slide.slide_layout.name,
        title=title.text_frame.text.replace("\v", " ") if title is not None else "",
        shapes=tuple(read_shape(shape, slide.part, numbers) for shape in slide.shapes),
        notes=paragraphs_of(notes) if notes is not None else (),
        section=section,
    )


def _sections(presentation: Presentation) -> dict[int, str]:
    """Return the name of the section that each slide, by its identifier, belongs to."""
    return {
        int(member.get("id", "0")): section.get("name", "")
        for section in presentation.element.iter(f"{{{P14}}}section")
        for member in section.iter(f"{{{P14}}}sldId")
    }
