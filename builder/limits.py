"""How much of anything is taken: far beyond what a briefing needs, and little enough for any machine.

What goes beyond a limit is a diagnostic in its place. SECURITY.md lists them; a test holds it to this module.
"""

from __future__ import annotations

MB = 2**20

LARGEST_CONTENT_BYTES = 8 * MB
"""Of a content file (B111): a hundred times the longest that was seen."""

LARGEST_DATA_BYTES = 8 * MB
"""Of a CSV file (B504)."""

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

LARGEST_FILE_BYTES = 256 * MB
"""Of any other file (B507)."""
