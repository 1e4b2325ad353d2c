"""A theme's tokens as CSS custom properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.theme.theme import Theme, Typeface


def theme_tokens(theme: Theme) -> str:
    """Return CSS that defines `--color-<name>`, `--font-headings`, `--font-body`, `--font-monospace`."""
    return _rule((*_colors(theme.colors), *_fonts(theme)))


def color_tokens(colors: Mapping[str, str]) -> str:
    """Return one CSS rule that defines `--color-<name>`."""
    return _rule(_colors(colors))


def font_tokens(theme: Theme) -> str:
    """Return one CSS rule that defines the custom properties of fonts."""
    return _rule(_fonts(theme))


def _colors(colors: Mapping[str, str]) -> Iterable[str]:
    return (f"--color-{name}: #{value}" for name, value in colors.items())


def _fonts(theme: Theme) -> Iterable[str]:
    faces = {"headings": theme.headings, "body": theme.body, "monospace": theme.monospace}
    return (f"--font-{role}: {_font_family(face)}" for role, face in faces.items())


def _rule(declarations: Iterable[str]) -> str:
    return ":root {\n  " + ";\n  ".join(declarations) + ";\n}\n"


def _font_family(typeface: Typeface) -> str:
    return ", ".join(f'"{family}"' for family in (typeface.family, *typeface.fallback))
