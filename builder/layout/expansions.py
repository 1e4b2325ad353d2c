"""Tag abbreviations with their expansion (ISO 32000-1, 14.9.5), which WeasyPrint 70.0 leaves out of the tag tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def mend(weasyprint: Any) -> None:
    """Make every `abbr` with a title a Span with E in the PDFs that WeasyPrint writes."""
    tags = weasyprint.pdf.tags
    build: Any = tags._build_box_tree

    def build_with_expansion(box: Any, *args: Any) -> Iterator[Any]:
        element = getattr(box, "element", None)
        long = element.get("title") if element is not None and box.element_tag == "abbr" else None
        for tagged in build(box, *args):
            if long:
                tagged.update({"S": "/Span", "E": tags.pydyf.String(long)})
            yield tagged

    tags._build_box_tree = build_with_expansion
