"""Mend the tag tree that WeasyPrint 70.0 writes."""

from __future__ import annotations

from typing import Any


def add_scopes(_document: Any, pdf: Any) -> None:
    """Give every table header its Scope (ISO 14289-1, 7.5), which WeasyPrint leaves out.

    Its header cells carry an ID of the form table-row-column, counted from 0; only the first row of our tables heads
    columns.
    """
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("S") == "/TH" and "ID" in thing:
            row = int(thing["ID"].string.split("-")[1])
            thing["A"]["Scope"] = "/Row" if row else "/Column"
