"""What WeasyPrint's PDF lacks of PDF/UA-1 and PDF/A-3a, added after writing: one mending a file."""
