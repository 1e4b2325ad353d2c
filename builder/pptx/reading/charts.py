"""Native charts as read back: every word and every value in the chart's part."""

from __future__ import annotations

from lxml import etree

from builder.pptx.names import A, C

_NUMBERS = (f"{{{C}}}numCache", f"{{{C}}}numLit")


def chart_texts(data: bytes) -> tuple[str, ...]:
    """Return titles, names, categories and labels, each once, in the order of the part."""
    root = etree.fromstring(data)
    found: list[str] = []
    for element in root.iter(f"{{{C}}}v", f"{{{A}}}p"):
        if element.tag == f"{{{A}}}p":
            found.append("".join(run.text or "" for run in element.iter(f"{{{A}}}t")))
        elif not _is_number(element):
            found.append(element.text or "")
    return tuple(dict.fromkeys(text for text in found if text))


def chart_numbers(data: bytes) -> tuple[float, ...]:
    """Return the values, in the order of the part."""
    root = etree.fromstring(data)
    return tuple(
        float(element.text) for element in root.iter(f"{{{C}}}v") if _is_number(element) and element.text
    )


def _is_number(element: etree._Element) -> bool:
    return any(ancestor.tag in _NUMBERS for ancestor in element.iterancestors())
