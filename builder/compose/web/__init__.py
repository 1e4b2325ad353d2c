"""Stage 5, compose, for browsers: the briefing as HTML, with charts inside and colours for light and dark."""
