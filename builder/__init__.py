"""Diptych: one content file becomes a print-ready briefing and a native PowerPoint deck."""

__version__ = "0.1.0"
