"""Parity: what the content says, both outputs say; proven on the files that were written."""
