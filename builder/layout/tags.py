"""Tag what WeasyPrint 70.0 leaves out of the tag tree: expansions of abbreviations, footnotes and their calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

STRUCTURE = {"footnote": "/Note", "footnote-call": "/Reference", "footnote-mark": "/Lbl"}
"""Structure types of inline elements, by their class (ISO 32000-1, 14.8.4.4)."""


def mend(weasyprint: Any) -> None:
    """Make Span with E of every `abbr` with a title (ISO 32000-1, 14.9.5), and what `STRUCTURE` says of other classes.

    Those with an id have it as ID, as every Note must (ISO 14289-1, 7.9).
    """
    tags, anonymous = weasyprint.pdf.tags, weasyprint.css.AnonymousStyle
    build: Any = tags._build_box_tree

    def build_with_more(box: Any, *args: Any) -> Iterator[Any]:
        facts = {} if isinstance(box.style, anonymous) else _facts(box, tags.pydyf.String)
        for tagged in build(box, *args):
            tagged.update(facts)
            yield tagged

    tags._build_box_tree = build_with_more


def _facts(box: Any, string: Any) -> dict[str, Any]:
    """Return what the structure element of a box is to say; nothing of pseudo-elements."""
    element = box.element
    if element is None or box.element_tag != element.tag:
        return {}
    if element.tag == "abbr" and (long := element.get("title")):
        return {"S": "/Span", "E": string(long)}
    structure = STRUCTURE.get(element.get("class", ""))
    if structure is None:
        return {}
    name = element.get("id")
    return {"S": structure, **({"ID": string(name)} if name else {})}
