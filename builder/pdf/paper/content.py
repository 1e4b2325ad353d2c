"""Page contents as instructions (ISO 32000-1, 7.8.2), changed and written again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf

MARKS = frozenset(("BDC", "BMC", "EMC"))

Operands = list[pikepdf.Object]
Change = Callable[[Operands, str], tuple[Operands, str]]


def without_tags(stream: pikepdf.Object | pikepdf.Page) -> bytes:
    """Return the contents of a page or form without marked content, which has no meaning outside of its tag tree."""
    kept = [found for found in pikepdf.parse_content_stream(stream) if str(found.operator) not in MARKS]
    return pikepdf.unparse_content_stream(kept)


def changed(stream: pikepdf.Object | pikepdf.Page, change: Change) -> bytes:
    """Return the contents of a page or form with each instruction as `change` returns it."""
    return pikepdf.unparse_content_stream(list(_change(stream, change)))


def _change(
    stream: pikepdf.Object | pikepdf.Page, change: Change
) -> Iterator[pikepdf.ContentStreamInstruction]:
    for found in pikepdf.parse_content_stream(stream):
        if isinstance(found, pikepdf.ContentStreamInlineImage):
            raise TypeError("WeasyPrint writes no inline images")
        operands, operator = change(list(found.operands), str(found.operator))
        yield pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator))
