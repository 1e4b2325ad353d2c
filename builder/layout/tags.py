"""Tag what WeasyPrint 70.0 leaves out of the tag tree: expansions of abbreviations, footnotes and their calls.

Each element says of which HTML it is, so that `pdf.mend` can join what lines, columns and pages have parted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

STRUCTURE = {"footnote": "/Note", "footnote-call": "/Reference", "footnote-mark": "/Lbl"}
"""Structure types of inline elements, by their class (ISO 32000-1, 14.8.4.4)."""

SOURCE, ANONYMOUS = "DiptychSource", "DiptychAnonymous"
"""Keys of structure elements: the number of the HTML element, equal for all its boxes; whether the box is one that
CSS puts inside of it. No reader sees them, for `pdf.mend` removes them."""


def mend(weasyprint: Any) -> None:
    """Make Span with E of every `abbr` with a title (ISO 32000-1, 14.9.5), and what `STRUCTURE` says of other classes.

    Those with an id have it as ID, as every Note must (ISO 14289-1, 7.9).
    """
    tags, anonymous = weasyprint.pdf.tags, weasyprint.css.AnonymousStyle
    build: Any = tags._build_box_tree

    def build_with_more(box: Any, parent: Any, pdf: Any, *args: Any) -> Iterator[Any]:
        inner = isinstance(box.style, anonymous)
        facts = {} if inner else _facts(box, tags.pydyf.String)
        source = _number(box, pdf)
        for tagged in build(box, parent, pdf, *args):
            tagged.update(facts)
            if SOURCE not in tagged and source:
                tagged[SOURCE] = source
                if inner and not getattr(box, "is_table_wrapper", False):
                    tagged[ANONYMOUS] = "true"
            yield tagged

    tags._build_box_tree = build_with_more


def _number(box: Any, pdf: Any) -> int:
    """Return the number of the HTML element of a box, or of its pseudo-element; 0 where it has none."""
    if box.element is None:
        return 0
    numbers: dict[Any, int] = pdf.__dict__.setdefault("source_numbers", {})
    return numbers.setdefault((box.element, box.element_tag), len(numbers) + 1)


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
