"""Where betteroffice-pptx breaks lines: a second renderer, in which letters have their exact widths.

It cannot judge tables, which it draws without telling their lines, nor charts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import betteroffice_pptx

from builder.deck.model import Slide
from builder.theme.theme import Theme
from builder.units import Length
from tests.fit.frames import Frame, frames_of, plain
from tests.fit.judge import Agreement, breaks_a_word, characters, expected_starts

STYLES = {
    "Regular": (False, False),
    "Bold": (True, False),
    "Italic": (False, True),
    "BoldItalic": (True, True),
}
NEAR = Length.from_pt(2)


def agreements(data: bytes, slides: tuple[Slide, ...], theme: Theme) -> Iterator[Agreement]:
    """Yield how far each text frame of the deck `data` is broken where we broke it."""
    presentation = betteroffice_pptx.Presentation.open(data)
    for face in (theme.headings, theme.body, theme.monospace):
        _register(presentation, face.office, face.files)
    for index, slide in enumerate(slides):
        drawn = presentation.render_slide(index).to_dict()["primitives"]
        boxes = [node for node in drawn if node["kind"] == "textBox"]
        for frame in frames_of(slide):
            box = _find(frame, boxes)
            if box is not None:
                yield _compare(frame, box)


def _register(presentation: Any, family: str, files: tuple[Path, ...]) -> None:
    for file in files:
        style = STYLES.get(file.stem.rpartition("-")[2])
        if style is not None and file.stem.rpartition("-")[0] == files[0].stem.rpartition("-")[0]:
            presentation.register_font(family, file.read_bytes(), bold=style[0], italic=style[1])


def _find(frame: Frame, boxes: list[dict[str, Any]]) -> dict[str, Any] | None:
    wanted = characters("".join(map(plain, frame.paragraphs)))
    left = frame.rect.x
    return next(
        (
            box
            for box in boxes
            if characters(_story(box)) == wanted and abs(Length.from_px(box["x"]) - left) < NEAR
        ),
        None,
    )


def _story(box: dict[str, Any]) -> str:
    """Return the text that the renderer's offsets count in; each paragraph ends in one character."""
    return "\n".join("".join(run["text"] for run in node["runs"]) for node in box["paragraphs"])


def _compare(frame: Frame, box: dict[str, Any]) -> Agreement:
    story = _story(box)
    rendered = {len(characters(story[: line["start"]])) for line in box["lines"]}
    expected = expected_starts(frame)
    same, compared, different, position = 0, 0, [], 0
    for paragraph in frame.paragraphs:
        end = position + len(characters(plain(paragraph)))
        ours = {start for start in expected if position < start < end}
        theirs = {start for start in rendered if position < start < end}
        if (ours or theirs) and not breaks_a_word(paragraph):
            compared += 1
            same += ours == theirs
            different += [] if ours == theirs else [plain(paragraph)[:60]]
        position = end
    return Agreement(same, compared, tuple(different))
