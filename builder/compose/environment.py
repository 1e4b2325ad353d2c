"""Jinja2, closed in: templates of the theme and of `clinical`, everything escaped, faults as diagnostics."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateAssertionError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from builder.compose.html import FILTERS
from builder.diagnostics import Diagnostics, Span
from builder.theme.places import DEFAULT_THEME, package_templates
from builder.theme.theme import Theme
from builder.world import OutsideProject, World

CODE = "B401"


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


class _Loader(BaseLoader):
    def __init__(self, world: World, theme: Theme) -> None:
        self._world = world
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        file = find_template(self._world, self._theme, template)
        if file is None:
            raise TemplateNotFound(template)
        return self._world.read_text(file), self._world.name_of(file), lambda: True


def make_environment(world: World, theme: Theme) -> Environment:
    """Return the environment that renders the templates of `theme`."""
    environment = SandboxedEnvironment(
        loader=_Loader(world, theme),
        autoescape=True,
        undefined=MissingName,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    return environment


def render_template(
    environment: Environment, name: str, context: dict[str, object], found: Diagnostics
) -> str | None:
    """Return the rendered template; None, with B401 at its line, if it has a fault."""
    try:
        return environment.get_template(name).render(context)
    except TemplateError as error:
        span = _find_span(error)
        found.error(CODE, _describe(error), span, help=_advise(error))
        return None


def _describe(error: TemplateError) -> str:
    match error:
        case TemplateNotFound():
            return f"there is no template '{error.name}'"
        case TemplateAssertionError():
            return "unknown filter or test in the template"
        case TemplateSyntaxError():
            return "the template has a syntax error"
        case UndefinedError():
            return error.message or "unknown name in the template"
        case SecurityError():
            return "the template asks for something that templates may not do"
        case _:
            return "the template cannot be rendered"


def _advise(error: TemplateError) -> str:
    match error:
        case TemplateNotFound():
            return "a theme's templates lie in its folder; those it lacks are taken from the theme 'clinical'"
        case TemplateAssertionError():
            return "templates/README.md lists the filters"
        case TemplateSyntaxError():
            return "check that every '{%' and '{{' is closed, and every block ended"
        case _:
            return "templates/README.md lists the names that a template may use"


def _find_span(error: TemplateError) -> Span | None:
    """Return the line at fault: Jinja2 puts template files and lines into tracebacks."""
    if isinstance(error, TemplateSyntaxError):
        return Span.at(error.filename or error.name or "", error.lineno, 1)
    frames = _frames(error.__traceback__)
    place = next((frame for frame in reversed(frames) if frame[0].endswith(".j2")), None)
    return Span.at(place[0], place[1], 1) if place else None


def _frames(traceback: TracebackType | None) -> list[tuple[str, int]]:
    frames: list[tuple[str, int]] = []
    while traceback is not None:
        frames.append((traceback.tb_frame.f_code.co_filename, traceback.tb_lineno))
        traceback = traceback.tb_next
    return frames
