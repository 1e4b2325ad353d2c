"""Templates as texts: those of the theme, and of `clinical` where the theme has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from jinja2 import BaseLoader, Environment, TemplateError, TemplateNotFound

from builder.diagnostics import Diagnostics
from builder.theme.own_text import read_own_text
from builder.theme.places import DEFAULT_THEME, package_templates
from builder.theme.theme import Theme
from builder.world import OutsideProject, World

Sources: TypeAlias = Mapping[str, tuple[str, str] | None]
"""Templates by name: each one's text and the file that it is from, as shown to people; None where there is none."""


def find_template(world: World, theme: Theme, name: str) -> Path | None:
    """Return the file `name` of the theme, or of the theme `clinical` where the theme has none."""
    for folder in (theme.folder, package_templates() / DEFAULT_THEME):
        try:
            if world.is_file(folder / name):
                return folder / name
        except OutsideProject:
            continue
    return None


class UnreadableTemplate(TemplateError):
    """A template that is not text; what is wrong with it has been told."""


class TemplateLoader(BaseLoader):
    """Reads each template once; `found` has what is wrong with those that are no texts, `read` the others."""

    def __init__(self, world: World, theme: Theme) -> None:
        self._world = world
        self._theme = theme
        self.found = Diagnostics()
        self.read: dict[str, tuple[str, str] | None] = {}
        self._asked: dict[str, tuple[Path, ...]] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        if template not in self.read:
            before = len(self._world.reads)
            self.read[template] = self._read(template)
            self._asked[template] = tuple(islice(self._world.reads, before, None))
        source = self.read[template]
        if source is None:
            raise TemplateNotFound(template)
        return *source, lambda: True

    def disregard(self, template: str) -> None:
        """Have the world know nothing of a template's files."""
        del self.read[template]
        self._world.disregard(self._asked.pop(template))

    def _read(self, template: str) -> tuple[str, str] | None:
        """Return the text of a template and its name as shown to people; None where there is none."""
        file = find_template(self._world, self._theme, template)
        if file is None:
            return None
        text = read_own_text(self._world, file, self.found)
        if text is None:
            raise UnreadableTemplate
        return text, self._world.name_of(file)
