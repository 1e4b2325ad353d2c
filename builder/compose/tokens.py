"""A theme's tokens as CSS custom properties."""

from __future__ import annotations

from builder.theme.theme import Theme, Typeface


def theme_tokens(theme: Theme) -> str:
    """Return one CSS rule that defines `--color-<name>`, `--font-headings`, `--font-body`, `--font-monospace`."""
    declarations = [
        *(f"--color-{name}: #{value}" for name, value in theme.colors.items()),
        f"--font-headings: {_font_family(theme.headings)}",
        f"--font-body: {_font_family(theme.body)}",
        f"--font-monospace: {_font_family(theme.monospace)}",
    ]
    return ":root {\n  " + ";\n  ".join(declarations) + ";\n}\n"


def _font_family(typeface: Typeface) -> str:
    return ", ".join(f'"{family}"' for family in (typeface.family, *typeface.fallback))
