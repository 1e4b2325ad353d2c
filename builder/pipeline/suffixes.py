"""The outputs by the endings of their files' names."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.block import Output
from builder.model.prints import Print
from builder.model.web import Web

SUFFIXES: Mapping[Output | Print | Web, str] = {
    Output.REPORT: "pdf",
    Output.DECK: "pptx",
    Web.PAGE: "html",
    **{what: f"{what.value}.pdf" for what in Print},
}

SHEETS = {"pdf": "page", "pptx": "slide", "html": "page", **{SUFFIXES[what]: "page" for what in Print}}
"""What each output is counted in."""


def name_of(stem: str, suffix: str, mark: str = "") -> str:
    """Return a file's name, `stem.pdf` or `stem-slides.pdf` for the suffix `slides.pdf`, `mark` before its `.pdf`."""
    part, _, extension = suffix.rpartition(".")
    return f"{stem}{'-' if part else ''}{part}{mark}.{extension}"
