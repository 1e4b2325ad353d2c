"""Numbers in the attributes of files of others."""

from __future__ import annotations

from lxml import etree

from builder.pptx.reference.archive import SAVE_AGAIN, Unreadable


def read_int(element: etree._Element, name: str, default: int | None = None) -> int:
    """Return the whole number in an attribute.

    Raises:
        Unreadable: it is missing without a default, or no number.
    """
    value = element.get(name)
    if value is None and default is not None:
        return default
    try:
        return int(value or "")
    except ValueError:
        raise Unreadable(f"holds a measure '{name}' that is no number", SAVE_AGAIN) from None
