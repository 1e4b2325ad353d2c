"""Markup: Markdown text in, inline and prose nodes of the model out, with faults where the author wrote them."""

from builder.markup.citations import parse_cited_items
from builder.markup.inlines import parse_inlines
from builder.markup.prose import parse_prose
from builder.markup.text_map import Locate, TextMap, TextRun, map_line

__all__ = ["Locate", "TextMap", "TextRun", "map_line", "parse_cited_items", "parse_inlines", "parse_prose"]
