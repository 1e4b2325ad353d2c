"""Set raised citation numbers against the text that they belong to.

A raised number follows its word without a space, and stands after a full stop or comma and before a colon
or semicolon (AMA Manual of Style, 11th edition, 3.6).
"""

from __future__ import annotations

from dataclasses import replace

from builder.model.inline import CitationMark, Inline, Inlines, Text

_BEFORE_THE_MARK = ".,"


def attach_raised_marks(content: Inlines) -> Inlines:
    """Return neighbouring inlines with the space before each mark gone and the stop after it moved before it."""
    nodes: list[Inline] = []
    for node in content:
        previous = nodes[-1] if nodes else None
        if isinstance(node, CitationMark) and isinstance(previous, Text):
            nodes[-1:] = [replace(previous, text=previous.text.rstrip()), node]
        elif (
            isinstance(node, Text)
            and isinstance(previous, CitationMark)
            and node.text[:1] in tuple(_BEFORE_THE_MARK)
        ):
            _move_stop(nodes, node)
        else:
            nodes.append(node)
    return tuple(nodes)


def _move_stop(nodes: list[Inline], after: Text) -> None:
    mark = nodes.pop()
    before = nodes[-1] if nodes else None
    stop = after.text[0]
    if isinstance(before, Text) and before.text:
        nodes[-1] = replace(before, text=before.text + stop)
    else:
        nodes.append(Text(stop))
    nodes.append(mark)
    if after.text[1:]:
        nodes.append(replace(after, text=after.text[1:]))
