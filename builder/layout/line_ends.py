"""The ends of lines as they are heard: a space where words part, a soft hyphen where one word goes on.

WeasyPrint 70.0 drops the space at which it breaks a line, and hyphenates with the hyphen of compounds: what reads the
text in the order of the tag tree gets "naturalkiller" and "sepa-rate". ISO 32000-1 asks for spaces between all words
(14.8.2.5) and for U+00AD where a line divides one (14.8.2.2.3). Nothing that is seen changes. Not reported upstream at
version 70.0; WeasyPrint#2132 is near it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.layout.soft_hyphens import SOFT_HYPHEN, soften_last_glyph, write_soft_fonts

SPACE = " "

PARTING = frozenset(" \n\t")
"""What parts words; a line breaks at none of the other spaces."""

ANYTHING = "-"
"""What stands for a text of spaces alone, which WeasyPrint would not draw; it draws what the layout of Pango has."""

Skip = dict[int, Any] | None
"""A place in the text of a line box: the child that it is in, and the place in that; in text, a number of bytes."""


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint note what ends each line, draw it, and write the fonts of soft hyphens."""
    boxes = weasyprint.formatting_structure.boxes
    _note_line_ends(weasyprint.layout.inline, _Places(boxes))
    _draw_line_ends(weasyprint.draw.text, weasyprint.text.line_break.line_size, boxes.TextBox)
    write_soft_fonts(weasyprint.pdf)


class _Places:
    """Looks for text in line boxes."""

    def __init__(self, boxes: Any) -> None:
        self.text, self._parents = boxes.TextBox, (boxes.LineBox, boxes.InlineBox)

    def leaves(self, box: Any) -> Iterator[Any]:
        """Yield what stands in a line, in its order: boxes of text, and those that are laid out for themselves."""
        if isinstance(box, self._parents):
            for child in box.children:
                yield from self.leaves(child)
        else:
            yield box

    def before(self, box: Any, skip: Skip) -> str:
        """Return the character before a place; none at the start of `box`."""
        ((index, inner),) = skip.items() if skip else ((0, None),)
        if isinstance(box, self.text):
            return str(box.text.encode()[:index].decode()[-1:])
        found = self.before(box.children[index], inner) if inner else ""
        above = (leaf for child in reversed(box.children[:index]) for leaf in reversed([*self.leaves(child)]))
        return found or next(
            (leaf.text[-1] for leaf in above if isinstance(leaf, self.text) and leaf.text), ""
        )

    def after(self, box: Any, skip: Skip) -> str:
        """Return the character at a place; none where no text is next."""
        ((index, inner),) = skip.items() if skip else ((0, None),)
        if isinstance(box, self.text):
            return str(box.text.encode()[index:].decode()[:1])
        for child in box.children[index:] if isinstance(box, self._parents) else ():
            if found := self.after(child, inner):
                return found
            inner = None
        return ""


def _note_line_ends(inline: Any, places: _Places) -> None:
    """Give the last text of each line that another one follows a `line_end`, if it has any."""
    lay_out = inline.get_next_linebox

    def get_next_linebox(context: Any, linebox: Any, *args: Any) -> Any:
        line, resume_at = lay_out(context, linebox, *args)
        last = None
        for leaf in places.leaves(line):
            if not isinstance(leaf, places.text):
                if last is not None:  # what is laid out for itself is of no word of the line
                    last.line_end = SPACE
            elif leaf.text.strip():
                last = leaf
        if last is not None and resume_at:
            before, hyphen = places.before(linebox, resume_at), last.style["hyphenate_character"]
            if before in PARTING or places.after(linebox, resume_at) in PARTING:
                last.line_end = SPACE
            elif hyphen and last.text.endswith(hyphen) and before != hyphen[-1]:
                last.line_end = SOFT_HYPHEN
        return line, resume_at

    inline.get_next_linebox = get_next_linebox


def _draw_line_ends(drawing: Any, line_size: Any, box_of_text: Any) -> None:
    draw = drawing.draw_first_line

    def draw_first_line(stream: Any, textbox: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
        if stream._tags is None or not isinstance(textbox, box_of_text):
            return draw(stream, textbox, overflow, ellipsis, matrix)
        end = getattr(textbox, "line_end", "")
        layout, style, said = textbox.pango_layout, textbox.style, textbox.text
        text, before = layout.text, len(stream.stream)
        if end == SPACE and not text.endswith(SPACE):
            width = line_size(layout.get_first_line()[0], style)[0]
            layout.set_text(text + SPACE, justify=True)
            wider = line_size(layout.get_first_line()[0], style)[0]
            if layout.first_line_direction % 2:  # from right to left: the line ends at its left
                *scale, x, y = matrix.values
                matrix = type(matrix)(*scale, x + width - wider, y)
        elif said and not said.strip():
            textbox.text = ANYTHING
        emojis = draw(stream, textbox, overflow, ellipsis, matrix)
        layout.text, textbox.text = text, said
        if end == SOFT_HYPHEN and len(stream.stream) > before and not layout.first_line_direction % 2:
            soften_last_glyph(stream)
        return emojis

    drawing.draw_first_line = draw_first_line
