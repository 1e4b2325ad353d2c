"""Stages 7 and 8 of the web page: fonts and pictures put into it, and what is in it read back."""
