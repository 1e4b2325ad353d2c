"""The frozen theme: colours, typefaces, and where its templates lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.diagnostics import Span

SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
"""The twelve colour slots of a presentation's theme (ECMA-376 part 1, 20.1.6.2)."""

CHART_ROLES = (
    "ink", "muted", "grid", "accent", "series-1", "series-2", "series-3", "series-4", "series-5", "series-6",
)  # fmt: skip
"""The parts of a chart that a theme gives a colour."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font family in its two names.

    Attributes:
        family: of the open font, whose files are in the theme; what CSS and the PDF use.
        office: of the font with the same metrics that presentation programs have; what the deck names.
        fallback: further CSS families, for scripts that `family` lacks.
        files: the font files, absolute, regular first.
        families: the files of each family, in the order in which a glyph is looked for.
    """

    family: str
    office: str
    fallback: tuple[str, ...]
    files: tuple[Path, ...]
    families: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, read and checked.

    Attributes:
        name: as the content file names it. folder: absolute.
        colors: every colour by name (palette and brand-yml's semantic names), six hexadecimal digits without `#`.
        slots: the colour name for each of `SLOTS`; no two slots have the same value.
        headings, body, monospace: typefaces.
        chart: colour names for `CHART_ROLES`.
        layouts: the names of slide layouts as people see them, by their names in content files.
        places: where the theme's file says each colour, by the colours' names.
        shades: the slots, or shades of slots, that values are; where given, `slots` is not asked.
    """

    name: str
    folder: Path
    colors: Mapping[str, str]
    slots: Mapping[str, str]
    headings: Typeface
    body: Typeface
    monospace: Typeface
    chart: Mapping[str, str]
    layouts: Mapping[str, str] = field(default_factory=dict)
    shades: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Span] = field(default_factory=dict)

    def slot_color(self, slot: str) -> str:
        """Return the six hexadecimal digits of a slot's colour."""
        return self.colors[self.slots[slot]]

    def find_slot(self, value: str) -> str | None:
        """Return the slot whose colour is `value` (six hexadecimal digits), if there is one."""
        wanted = value.upper()
        if self.shades:
            return self.shades.get(wanted)
        return next((slot for slot in SLOTS if self.slot_color(slot).upper() == wanted), None)

    @property
    def font_files(self) -> tuple[Path, ...]:
        """Every font file of the theme, each once."""
        files = (*self.headings.files, *self.body.files, *self.monospace.files)
        return tuple(dict.fromkeys(files))
