"""Stage "inspect", second panel: open what was written, with python-pptx, and say what it holds."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.pptx.archive import read_archive
from builder.pptx.names import P14, P
from builder.pptx.reading.closure import closure_of, names_of
from builder.pptx.reading.editability import count_editable
from builder.pptx.reading.model import DeckReading, ReadSlide
from builder.pptx.reading.shapes import SlideContext, layout_places, read_shape
from builder.pptx.reading.text import paragraphs_of
from builder.remembered import Remembered
from builder.units import Rect

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.presentation import Presentation
    from pptx.slide import Slide, SlideLayout

_TITLES = ("title", "ctrTitle")

KNOWN_READINGS = 400
"""Slides, of some 60 kB each with their bytes, that are remembered as they were read."""

_known: Remembered[ReadSlide] = Remembered(KNOWN_READINGS)


def inspect_deck(data: bytes, own: slice = slice(None)) -> DeckReading:
    """Return what the presentation in `data` holds; `own` are the slides that are looked at.

    A slide whose bytes, and those of all that it leads to, are the same as when its number was last read says the same.
    """
    import pptx

    presentation = pptx.Presentation(io.BytesIO(data))
    members, names = read_archive(data), names_of(presentation.part.package)
    slides = list(presentation.slides)
    layouts = [layout.name for master in presentation.slide_masters for layout in master.slide_layouts]
    numbers = {slide.part: number for number, slide in enumerate(slides, 1)}
    places = _Places()
    read: list[ReadSlide] = []
    for slide, section in list(zip(slides, _sections(presentation), strict=True))[own]:
        number, source = numbers[slide.part], closure_of(slide.part, members, names, numbers)
        known = _known.find(number, source)
        if known is None:
            context = SlideContext(slide.part, numbers, places.of(slide.slide_layout))
            known = _known.keep(number, source, _slide(slide, context))
        read.append(replace(known, section=section))
    found = tuple(read)
    return DeckReading(found, tuple(layouts), count_editable(found), (own.start or 0) + 1)


class _Places:
    """The places of the placeholders of each layout that is asked for."""

    def __init__(self) -> None:
        self._known: dict[Part, Mapping[int, Rect]] = {}
        self._of_masters: dict[tuple[Part, str], Rect] = {}

    def of(self, layout: SlideLayout) -> Mapping[int, Rect]:
        if layout.part not in self._known:
            self._known[layout.part] = layout_places(layout, self._of_masters)
        return self._known[layout.part]


def _slide(slide: Slide, context: SlideContext) -> ReadSlide:
    """Return what a slide holds, but for the name of its section, which is not its own."""
    shapes = tuple(read_shape(shape, context) for shape in slide.shapes)
    titles = (shape.text.replace("\n", " ") for shape in shapes if shape.placeholder in _TITLES)
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return ReadSlide(
        layout=slide.slide_layout.name,
        title=next(titles, ""),
        shapes=shapes,
        notes=paragraphs_of(notes) if notes is not None else (),
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
