"""The outputs by the endings of their files' names."""

from __future__ import annotations

from builder.model.block import Output

SUFFIXES = {Output.REPORT: "pdf", Output.DECK: "pptx"}

SHEETS = {"pdf": "page", "pptx": "slide"}
"""What each output is counted in."""
