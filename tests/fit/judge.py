"""Compare a rendering with the frames that it should fill."""

from __future__ import annotations

from dataclasses import dataclass

from builder.deck.model import Paragraph
from tests.fit.frames import Frame, plain
from tests.fit.rendering import RenderedSlide, Word

TOLERANCE_PT = 1.0
"""Rounding of the renderer."""

BLANK = 0.15
"""Share of a word box that is blank above and below its letters: pdftotext takes the font's outermost bounds, 1.3 em
of Carlito and Caladea, where letters reach 0.75 em above and 0.2 em below the baseline."""


def strays(page: RenderedSlide, frames: tuple[Frame, ...]) -> list[str]:
    """Return the words that leave the slide, or every frame that has them."""
    found = []
    objects = [frame for frame in frames if frame.is_object]
    for word in page.words:
        if any(_inside(word, frame) for frame in objects):
            continue
        homes = [
            frame for frame in frames if word.text in frame.text or (frame.is_number and word.text.isdigit())
        ]
        if not _inside_slide(word, page):
            found.append(f"'{word.text}' leaves the slide")
        elif homes and not any(_inside(word, frame) for frame in homes):
            found.append(f"'{word.text}' leaves {homes[0].name}")
    return found


def _inside_slide(word: Word, page: RenderedSlide) -> bool:
    return word.left >= 0 and word.top >= 0 and word.right <= page.width and word.bottom <= page.height


def _inside(word: Word, frame: Frame) -> bool:
    rect, blank = frame.rect, (word.bottom - word.top) * BLANK
    return (
        word.left >= rect.x.pt - TOLERANCE_PT
        and word.right <= rect.right.pt + TOLERANCE_PT
        and word.top + blank >= rect.y.pt - TOLERANCE_PT
        and word.bottom - blank <= rect.bottom.pt + TOLERANCE_PT
    )


@dataclass(frozen=True)
class Agreement:
    """How many paragraphs of more than one line break at the same words, of how many that could be compared.

    Attributes:
        single: the paragraphs that have one line in both.
    """

    same: int
    compared: int
    different: tuple[str, ...]
    single: int = 0


def line_breaks(page: RenderedSlide, frames: tuple[Frame, ...]) -> Agreement:
    """Return how far the rendering breaks lines where the layout engine did."""
    same, compared, single, different = 0, 0, 0, []
    for frame in frames:
        words = [word for word in page.words if _inside(word, frame)]
        rendered = _starts(words)
        expected = expected_starts(frame)
        text = "".join(plain(paragraph).replace(" ", "") for paragraph in frame.paragraphs)
        if characters(text) != characters("".join(word.text for word in words)):
            continue
        position = 0
        for paragraph in frame.paragraphs:
            end = position + len(characters(plain(paragraph)))
            ours = {start for start in expected if position < start < end}
            theirs = {start for start in rendered if position < start < end}
            if (ours or theirs) and not breaks_a_word(paragraph):
                compared += 1
                same += ours == theirs
                if ours != theirs:
                    different.append(plain(paragraph)[:60])
            elif end > position and not (ours or theirs):
                single += 1
            position = end
    return Agreement(same, compared, tuple(different), single)


def breaks_a_word(paragraph: Paragraph) -> bool:
    """Return whether we broke a line inside a word, such as a web address: where, is each program's own rule."""
    words = set(plain(paragraph).split())
    return any(
        not {line.split()[0], line.split()[-1]} <= words for line in paragraph.line_texts if line.split()
    )


def characters(text: str) -> str:
    return "".join(character for character in text if not character.isspace() and character not in "•–·")


def _starts(words: list[Word]) -> set[int]:
    """Return at which characters of a frame's text its lines begin: where a word stands left of the one before."""
    starts: set[int] = set()
    position = 0
    previous: Word | None = None
    for word in words:
        if previous is not None and word.left < previous.right - TOLERANCE_PT:
            starts.add(position)
        position += len(characters(word.text))
        previous = word
    return starts


def expected_starts(frame: Frame) -> set[int]:
    """Return at which characters of a frame's text the lines begin that do not begin a paragraph."""
    starts: set[int] = set()
    position = 0
    for paragraph in frame.paragraphs:
        end = position + len(characters(plain(paragraph)))
        start = end - sum(len(characters(line)) for line in paragraph.line_texts)  # after a number in front
        for line in paragraph.line_texts[:-1]:
            start += len(characters(line))
            starts.add(start)
        position = end
    return starts
