"""Jinja2, closed in: templates of the theme and of `clinical`, and everything escaped."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from builder.compose.compiled import COMPILED
from builder.compose.html import FILTERS
from builder.compose.loader import Sources, TemplateLoader, find_template
from builder.diagnostics import Diagnostics, Span
from builder.errors import FileAccessError
from builder.theme.own_text import read_own_text
from builder.theme.places import package_templates
from builder.theme.sheet_extent import find_excess
from builder.theme.theme import Theme
from builder.world import World


class MissingName(StrictUndefined):
    """A name that the template's context does not have: an error wherever it is used."""

    @property
    def _undefined_message(self) -> str:
        return f"unknown name '{self._undefined_name}'"


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


class _Environment(SandboxedEnvironment):
    """The sandbox, told whether the templates in it are this program's own, in which a fault is ours.

    Why not `**`: one multiplication of numbers with millions of digits cannot be interrupted.
    """

    intercepted_binops = frozenset({"**"})
    is_own = False

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.used: set[str] = set()

    def _load_template(self, name: str, globals: Any) -> Template:
        self.used.add(name)
        return super()._load_template(name, globals)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        raise SecurityError(f"{operator} is not for templates")


def make_environment(world: World, theme: Theme) -> Environment:
    """Return the environment that renders the templates of `theme`."""
    environment = closed_environment(TemplateLoader(world, theme))
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
    assert isinstance(environment.loader, TemplateLoader)
    for name in names:
        with contextlib.suppress(TemplateError, FileAccessError):
            environment.loader.get_source(environment, name)
    return dict(environment.loader.read)


def keep_used(environment: Environment) -> Sources:
    """Return the templates that were used; of those that were only looked at the world knows nothing any more."""
    assert isinstance(environment, _Environment)
    assert isinstance(environment.loader, TemplateLoader)
    for name in environment.loader.read.keys() - environment.used:
        environment.loader.disregard(name)
    return dict(environment.loader.read)


@contextlib.contextmanager
def using(environment: Environment) -> Iterator[set[str]]:
    """Give the names of the templates that are used in the block, as they come to be known."""
    assert isinstance(environment, _Environment)
    outside, environment.used = environment.used, set()
    try:
        yield environment.used
    finally:
        environment.used |= outside


def use(environment: Environment, names: Iterable[str]) -> None:
    """Count templates as used, which those that are remembered were."""
    assert isinstance(environment, _Environment)
    environment.used.update(names)


def is_own(environment: Environment) -> bool:
    """Return whether all templates are this program's own."""
    return isinstance(environment, _Environment) and environment.is_own


def faults_of(environment: Environment) -> Diagnostics:
    """Return what was wrong with files that should have been templates."""
    assert isinstance(environment.loader, TemplateLoader)
    return environment.loader.found
