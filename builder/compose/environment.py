"""Jinja2, closed in: templates of the theme and of `clinical`, and everything escaped."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from builder.compose.compiled import COMPILED
from builder.compose.html import FILTERS
from builder.diagnostics import Diagnostics, Span
from builder.theme.own_text import read_own_text
from builder.theme.places import DEFAULT_THEME, package_templates
from builder.theme.sheet_extent import find_excess
from builder.theme.theme import Theme
from builder.world import OutsideProject, World

Sources: TypeAlias = Mapping[str, tuple[str, str] | None]
"""Templates by name: each one's text and the file that it is from, as shown to people; None where there is none."""


class MissingName(StrictUndefined):
    """A name that the template's context does not have: an error wherever it is used."""

    @property
    def _undefined_message(self) -> str:
        return f"unknown name '{self._undefined_name}'"


def find_template(world: World, theme: Theme, name: str) -> Path | None:
    """Return the file `name` of the theme, or of the theme `clinical` where the theme has none."""
    for folder in (theme.folder, package_templates() / DEFAULT_THEME):
        try:
            if world.is_file(folder / name):
                return folder / name
        except OutsideProject:
            continue
    return None


def read_style_sheets(world: World, theme: Theme, names: Iterable[str], found: Diagnostics) -> dict[str, str]:
    """Return the texts of the theme's files `names`, as far as there are such, by their names as shown to people."""
    sheets: dict[str, str] = {}
    for file in (file for name in names if (file := find_template(world, theme, name))):
        name, text = world.name_of(file), read_own_text(world, file, found) or ""
        if excess := find_excess(text):
            found.error(
                "B405",
                f"the style sheet has {excess}",
                Span.at(name, 1, 1),
                help="look where it repeats itself",
            )
        else:
            sheets[name] = text
    return sheets


class UnreadableTemplate(TemplateError):
    """A template that is not text; what is wrong with it has been told."""


class _Environment(SandboxedEnvironment):
    """The sandbox, told whether the templates in it are this program's own, in which a fault is ours.

    Why not `**`: one multiplication of numbers with millions of digits cannot be interrupted.
    """

    intercepted_binops = frozenset({"**"})
    is_own = False

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        raise SecurityError(f"{operator} is not for templates")


class _Loader(BaseLoader):
    def __init__(self, world: World, theme: Theme) -> None:
        self._world = world
        self._theme = theme
        self.found = Diagnostics()
        self.read: dict[str, tuple[str, str] | None] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        if template not in self.read:
            self.read[template] = self._read(template)
        source = self.read[template]
        if source is None:
            raise TemplateNotFound(template)
        return *source, lambda: True

    def _read(self, template: str) -> tuple[str, str] | None:
        """Return the text of a template and its name as shown to people; None where there is none."""
        file = find_template(self._world, self._theme, template)
        if file is None:
            return None
        text = read_own_text(self._world, file, self.found)
        if text is None:
            raise UnreadableTemplate
        return text, self._world.name_of(file)


def make_environment(world: World, theme: Theme) -> Environment:
    """Return the environment that renders the templates of `theme`."""
    environment = closed_environment(_Loader(world, theme))
    environment.is_own = theme.folder.is_relative_to(package_templates().resolve())
    return environment


def closed_environment(loader: BaseLoader) -> _Environment:
    """Return an environment in which everything is escaped, and templates reach nothing but what they are given."""
    environment = _Environment(
        loader=loader,
        autoescape=True,
        undefined=MissingName,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    environment.filters.update(FILTERS)
    return environment


def sources_of(environment: Environment, names: Iterable[str] = ()) -> Sources:
    """Return the templates that were asked for so far, and those of these names, as far as they are texts."""
    assert isinstance(environment.loader, _Loader)
    for name in names:
        with contextlib.suppress(TemplateError):
            environment.loader.get_source(environment, name)
    return dict(environment.loader.read)


def is_own(environment: Environment) -> bool:
    """Return whether all templates are this program's own."""
    return isinstance(environment, _Environment) and environment.is_own


def faults_of(environment: Environment) -> Diagnostics:
    """Return what was wrong with files that should have been templates."""
    assert isinstance(environment.loader, _Loader)
    return environment.loader.found
