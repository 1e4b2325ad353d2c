"""Render a theme's template, with every way for it to fail as a diagnostic at its line."""

from __future__ import annotations

from types import TracebackType

from jinja2 import (
    Environment,
    TemplateAssertionError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError

from builder.bounds import TimeIsOver, bounded
from builder.compose.environment import faults_of, is_own
from builder.compose.loader import UnreadableTemplate
from builder.diagnostics import Diagnostics, Span
from builder.limits import LARGEST_HTML_CHARACTERS, LONGEST_TEMPLATE_S, MB, MOST_TEMPLATE_BYTES

CODE = "B401"
TOO_MUCH = "B403"
SIMPLIFY = "look for loops inside loops, and for a template that includes itself"
_ADVICE = "templates/README.md lists the names that a template may use"


def render_template(
    environment: Environment, name: str, context: dict[str, object], found: Diagnostics
) -> str | None:
    """Return the rendered template; None with a diagnostic at its line.

    Diagnostics: B401, it has a fault; B403, it takes too much time, memory or room; B404, it is not text.
    """
    try:
        with bounded(LONGEST_TEMPLATE_S, MOST_TEMPLATE_BYTES):
            html = environment.get_template(name).render(context)
    except UnreadableTemplate:
        found.extend(faults_of(environment))
        return None
    except TemplateError as error:
        found.error(CODE, _describe(error), _find_span(error), help=_advise(error))
        return None
    except (TimeIsOver, MemoryError) as error:
        found.error(TOO_MUCH, f"the template takes {_excess(error)}", _find_span(error), help=SIMPLIFY)
        return None
    except Exception as error:
        if is_own(environment):
            raise
        found.error(CODE, "the template calculates with what cannot be", _find_span(error), help=_ADVICE)
        return None
    if len(html) > LARGEST_HTML_CHARACTERS:
        found.error(
            TOO_MUCH, f"the template makes more than {LARGEST_HTML_CHARACTERS // MB} MB", help=SIMPLIFY
        )
        return None
    return html


def _excess(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return f"more than {MOST_TEMPLATE_BYTES // MB:,} MB of memory"
    return f"more than {LONGEST_TEMPLATE_S} seconds"


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
            return _ADVICE


def _find_span(error: Exception) -> Span | None:
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
