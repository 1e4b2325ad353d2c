"""How much of anything is taken: far beyond what a briefing needs, and little enough for any machine.

What goes beyond a limit is a diagnostic in its place. SECURITY.md lists them; a test holds it to this module.
"""

from __future__ import annotations

MB = 2**20

LARGEST_CONTENT_BYTES = 8 * MB
"""Of a content file (B111): a hundred times the longest that was seen."""

LONGEST_TEXT = 100_000
"""Characters of one value of a content file or a CSV file (B116), and of a bibliography (B511)."""

LONGEST_WORD = 4_000
"""Characters without a space between them, in the same (B116, B511); the layout looks for a break at each."""

LARGEST_DATA_BYTES = 8 * MB
"""Of a CSV file (B504)."""

DEEPEST_YAML = 40
"""Lists and mappings inside each other, in a content file (B111), a bibliography (B511) or a theme (B302)."""

MOST_CONTENT_VALUES = 200_000
"""Of a content file, those that aliases repeat counted each time (B111)."""

MOST_YAML_VALUES = 1_000_000
"""The same of a bibliography (B511) or a theme (B302)."""

MOST_REPEATED = 100_000
"""Elements that a citation style goes through for one work, its macros counted each time (B514)."""

LONGEST_TEMPLATE_S = 10
"""Of the processor's time, for one template (B403)."""

MOST_TEMPLATE_BYTES = 1024 * MB
"""Of memory, for one template (B403)."""

LARGEST_HTML_CHARACTERS = 64 * MB
"""That one template makes (B403)."""

LONGEST_LAYOUT_S = 1200
"""Of the processor's time, for the pages of an output, and again to paint them (B730)."""

MOST_PIXELS = 80_000_000
"""Of an image, and of all that an SVG holds (B508); below Pillow's own limit for decompression bombs."""

MOST_SHAPES = 100_000
"""Elements that an SVG draws, those that it uses again counted each time (B508)."""

DEEPEST_DRAWING = 100
"""Elements of an SVG inside each other, those that it uses among them (B508)."""

LONGEST_SIDE_PX = 100_000
"""Width and height of an SVG in CSS pixels (B508): 26 metres."""

MOST_ELONGATED = 200
"""The longer side of a picture over its shorter one (B508)."""

MOST_DATA_ROWS = 20_000
"""Of a CSV file (B509)."""

MOST_DATA_COLUMNS = 200
"""Of a CSV file (B509)."""

MOST_TABLE_CELLS = 20_000
"""Of a table (B509)."""

DEEPEST_SHEET = 60
"""Brackets of a style sheet inside each other (B405)."""

LARGEST_VARIABLE_CHARACTERS = 100_000
"""What a variable of a style sheet stands for, in characters (B405)."""

LARGEST_THEME_TEXT_BYTES = 2 * MB
"""Of a template, a style sheet or the tokens of a theme (B404)."""

LARGEST_DECK_BYTES = 256 * MB
"""Of all parts of a reference deck, unpacked (B311)."""

LARGEST_DECK_XML_BYTES = 16 * MB
"""Of one part of XML in it (B311)."""

MOST_DECK_PARTS = 10_000
"""Parts in it (B311)."""

LARGEST_FONT_BYTES = 64 * MB
"""Of a font file of a theme (B304)."""

LONGEST_FONT_S = 60
"""Of the processor's time, to read a font through once (B304)."""

MOST_FONT_BYTES = 2048 * MB
"""Of memory, to read a font through once (B304)."""

LARGEST_FILE_BYTES = 256 * MB
"""Of any other file (B507)."""
