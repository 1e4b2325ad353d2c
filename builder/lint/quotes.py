"""Quotation marks of languages, as their typographers set them (CLDR's `delimiters`)."""

from __future__ import annotations

ENGLISH = ("“", "”")

QUOTES = {
    "bg": ("„", "“"), "cs": ("„", "“"), "da": ("“", "”"), "de": ("„", "“"), "el": ("«", "»"), "es": ("«", "»"),
    "et": ("„", "“"), "fi": ("”", "”"), "fr": ("«\u202f", "\u202f»"), "hr": ("„", "”"), "hu": ("„", "”"),
    "is": ("„", "“"), "it": ("«", "»"), "lt": ("„", "“"), "lv": ("“", "”"), "nb": ("«", "»"), "nn": ("«", "»"),
    "no": ("«", "»"), "pl": ("„", "”"), "pt": ("“", "”"), "ro": ("„", "”"), "ru": ("«", "»"), "sk": ("„", "“"),
    "sl": ("„", "“"), "sr": ("„", "“"), "sv": ("”", "”"), "uk": ("«", "»"),
}  # fmt: skip


def quotes_of(language: str) -> tuple[str, str]:
    """Return the opening and the closing quotation mark of a language tag, English ones where none are known."""
    return QUOTES.get(language.lower().split("-")[0], ENGLISH)
