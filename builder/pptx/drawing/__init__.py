"""Shapes, text and tables as DrawingML: what stands on slides, layouts, masters and notes pages."""
