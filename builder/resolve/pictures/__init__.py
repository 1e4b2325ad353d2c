"""The files of figures: checked, measured, and drawn as PNG where a program cannot show them."""
