"""Running text as the speaker has it: footnotes become paragraphs of their own at the end."""

from __future__ import annotations

from builder.model.block import Output
from builder.model.inline import Footnote, Inlines, Superscript, Text
from builder.model.prose import Paragraph, Prose
from builder.resolve.rewrite import Outputs, Rewriter

DECK: Outputs = frozenset({Output.DECK})


def spoken(prose: Prose) -> Prose:
    """Return prose with a raised letter for each footnote, and its text as "Note a: …" after all that is spoken."""
    speaker = _Speaker()
    told = speaker.prose(prose, DECK)
    notes = (
        Paragraph((Text(f"Note {note.mark}: "), *note.content), note.span, aside=True)
        for note in speaker.footnotes
    )
    return (*told, *notes)


class _Speaker(Rewriter):
    def __init__(self) -> None:
        self.footnotes: list[Footnote] = []

    def footnote(self, node: Footnote, outputs: Outputs) -> Inlines:  # noqa: ARG002 - the signature is the base's
        self.footnotes.append(node)
        return (Superscript((Text(node.mark),)),)
