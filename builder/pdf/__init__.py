"""Stages 7 and 8 for print: write the briefing as PDF, and read a PDF back."""
