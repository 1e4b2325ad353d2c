"""talk-too-long: notes that take longer to say than the slot of the talk."""

from __future__ import annotations

from collections.abc import Iterator

from builder.lint.finding import Finding
from builder.lint.subject import Subject
from builder.lint.words import count_prose
from builder.model.block import Output, TextBlock
from builder.model.prose import Prose


def check(subject: Subject) -> Iterator[Finding]:
    """Find talks that take longer than `deck: {slot: …}`, by the words of all notes, as in the speaker's script."""
    deck = subject.document.deck
    if deck.slot is None:
        return
    words = sum(map(count_prose, _notes(subject)))
    minutes = words / deck.words_per_minute
    if minutes > deck.slot.minutes:
        message = (
            f"the talk takes {minutes:.0f} minutes at {deck.words_per_minute} words a minute; "
            f"its slot is {deck.slot.minutes}"
        )
        over = words - deck.slot.minutes * deck.words_per_minute
        yield Finding(message, deck.slot.span, f"cut about {over} words from the notes")


def _notes(subject: Subject) -> Iterator[Prose]:
    """Yield all speaker notes: those of sections and blocks, and the prose, which follows them."""
    yield subject.document.abstract
    shown = {path for path, section in subject.sections.items() if section.shown_in(Output.DECK)}
    yield from (subject.sections[path].notes for path in shown)
    for path, block in subject.blocks.items():
        if block.shown_in(Output.DECK) and path.partition("/content/")[0] in shown:
            yield block.notes
            yield block.prose if isinstance(block, TextBlock) else ()
