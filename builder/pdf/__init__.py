"""Stages 6 and 7 for print: write the briefing as PDF, and read a PDF back."""
