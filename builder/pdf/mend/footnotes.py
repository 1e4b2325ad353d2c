"""Footnotes: each Note stands where it is called, so that it is read there and not before the next page.

WeasyPrint 70.0 tags the foot of a page after all else on it. A Note may be a part of what refers to it (ISO 32000-1,
14.8.4.4.2): it comes last there, so that no sentence is cut.
"""

from __future__ import annotations

from builder.pdf.mend.tree import Element

CALL, NOTE = "fnref-", "fn-"
"""What the IDs of calls and notes begin with; the same mark follows."""

INLINE = frozenset({"Span", "NonStruct", "Reference", "Link"})


def mend_footnotes(root: Element) -> None:
    """Move the notes to the ends of the paragraphs that call them, and leave nothing where they were."""
    notes = {element.identifier: element for element in root.walk() if element.tag == "Note"}
    for call in [element for element in root.walk() if element.tag == "Reference"]:
        note = notes.get(NOTE + call.identifier.removeprefix(CALL))
        if note is not None:
            _leave(note)
            paragraph = _paragraph_of(call)
            paragraph.adopt([*paragraph.kids, note])
            _drop_empty(paragraph)


def _paragraph_of(element: Element) -> Element:
    while element.parent and element.tag in INLINE:
        element = element.parent
    return element


def _leave(element: Element) -> None:
    """Take an element out of the tree, with those above that hold nothing else."""
    parent = element.parent
    if parent is not None:
        parent.adopt([kid for kid in parent.kids if kid is not element])
        if not parent.kids:
            _leave(parent)


def _drop_empty(element: Element) -> None:
    """Drop what the engine's own calls and marks, which the style sheet empties, have left."""
    for kid in element.elements:
        _drop_empty(kid)
    kept = [kid for kid in element.kids if not isinstance(kid, Element) or kid.kids]
    if len(kept) < len(element.kids):
        element.adopt(kept)
