"""What tells one set of font files from another."""

from __future__ import annotations

import hashlib

from builder.theme.theme import Theme


def font_fingerprint(theme: Theme) -> bytes:
    """Return the SHA-256 of the theme's font files, in their order."""
    found = hashlib.sha256()
    for file in theme.font_files:
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.digest()
