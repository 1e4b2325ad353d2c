"""Set raised citation numbers and calls of footnotes against the text that they belong to.

What is raised follows its word without a space, and stands after a full stop or comma and before a colon or semicolon
(AMA Manual of Style, 11th edition, 3.6 and 4.1.2).
"""

from __future__ import annotations

from dataclasses import replace

from builder.model.inline import CitationMark, Footnote, Inline, Inlines, Superscript, Text

_BEFORE_THE_MARK = (".", ",")
_COMMA = Superscript((Text(","),))


def attach_raised_marks(content: Inlines, *, citations: bool) -> Inlines:
    """Return neighbouring inlines with the space before each mark gone and the stop after it moved before it.

    Calls of footnotes are marks, and with `citations` those are too. Between neighbours that a call is one of stands a
    raised comma: else footnotes a and b would be read as one, ab.
    """
    kinds = (Footnote, CitationMark) if citations else (Footnote,)
    nodes: list[Inline] = []
    for node in content:
        previous = nodes[-1] if nodes else None
        if isinstance(node, kinds) and isinstance(previous, Text):
            nodes[-1:] = _without_space_after(previous)
        elif (
            isinstance(node, Text) and isinstance(previous, kinds) and node.text.startswith(_BEFORE_THE_MARK)
        ):
            _move_stop(nodes, node.text[0], kinds)
            node = replace(node, text=node.text[1:])
        if isinstance(node, kinds) and nodes and isinstance(nodes[-1], kinds) and _has_call(node, nodes[-1]):
            nodes.append(_COMMA)
        if not (isinstance(node, Text) and not node.text):
            nodes.append(node)
    return tuple(nodes)


def _has_call(*nodes: Inline) -> bool:
    return any(isinstance(node, Footnote) for node in nodes)


def _without_space_after(node: Text) -> tuple[Text, ...]:
    text = node.text.rstrip()
    return (replace(node, text=text),) if text else ()


def _move_stop(nodes: list[Inline], stop: str, kinds: tuple[type[Inline], ...]) -> None:
    """Put `stop` before the marks at the end of `nodes`."""
    start = len(nodes)
    while start and (isinstance(nodes[start - 1], kinds) or nodes[start - 1] == _COMMA):
        start -= 1
    before = nodes[start - 1] if start else None
    if isinstance(before, Text):
        nodes[start - 1] = replace(before, text=before.text + stop)
    else:
        nodes.insert(start, Text(stop))
