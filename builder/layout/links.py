"""Say what each link leads to, for those who hear the PDF (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from builder.layout.weasy import weasyprint

_String = weasyprint.pdf.pydyf.String

LONGEST = 100
"""Length of a description, in characters."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption")
"""What names the element that it is in."""


def describe_links(document: Any, root: Any, pages: Mapping[str, int]) -> None:
    """Give the annotation of each link a description, where WeasyPrint 70.0 has the bare id or address.

    `root` is the HTML's root element; `pages` are those, from 1, on which each id begins.
    """
    places = {element.get("id"): element for element in root.iter() if element.get("id")}
    names = {target: _of_target(element, pages.get(target)) for target, element in places.items()}
    for page in document.pages:
        for kind, target, _, box in page.links:
            if box.link_annotation is None:
                continue
            text = names.get(target, "") if kind == "internal" else _of_address(target, _text_of(box.element))
            box.link_annotation["Contents"] = _String(text or target)


def _of_address(address: str, text: str) -> str:
    return address if not text or text in address else f"{text} ({address})"


def _of_target(element: Any, page: int | None) -> str:
    """Return the name of the place that a link leads to, and its page."""
    text = element.get("data-name") or _text_of(
        next((found for found in element.iter() if found.tag in HEADINGS), element)
    )
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + "…"
    return ", ".join(part for part in (text, f"page {page}" if page else "") if part)


def _text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
