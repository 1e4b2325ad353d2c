"""Run the rules over a content file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.content.load import Content
from builder.diagnostics import Diagnostic
from builder.diagnostics.rules import BY_NAME
from builder.lint.allowed import Allowance, apply_allowances, find_idle, read_allowances
from builder.lint.finding import Edit
from builder.lint.registry import CHECKS
from builder.lint.subject import Subject
from builder.lint.walk import read_passages
from builder.model.resolved import ResolvedDocument


@dataclass(frozen=True, slots=True)
class Linted:
    """What is to be told of a content file.

    Attributes:
        diagnostics: those of earlier stages and of the rules that nothing allows, and what is allowed in vain.
        edits: what would mend those of them that can be mended.
        allowances: what the author allows; what later stages find is subject to it too.
    """

    diagnostics: tuple[Diagnostic, ...]
    edits: tuple[Edit, ...]
    allowances: tuple[Allowance, ...]


def lint(content: Content, resolved: ResolvedDocument | None, earlier: Iterable[Diagnostic] = ()) -> Linted:
    """Return what is to be told of a content file, given what `earlier` stages found.

    Without a resolved document, pictures are not looked at.
    """
    pictures = resolved.pictures if resolved is not None else {}
    subject = Subject(content.document, read_passages(content.root), pictures)
    found = list(_run(subject))
    allowances = read_allowances(content.root, content.lines)
    every = (*earlier, *(diagnostic for diagnostic, _ in found))
    told = apply_allowances(allowances, every)
    edits = tuple(edit for diagnostic, edit in found if edit is not None and diagnostic in told)
    return Linted((*told, *find_idle(allowances, every)), edits, allowances)


def _run(subject: Subject) -> Iterator[tuple[Diagnostic, Edit | None]]:
    for name, check in CHECKS.items():
        code = BY_NAME[name].code
        for found in check(subject):
            diagnostic = Diagnostic(code, found.message, found.span, found.help, found.label, found.severity)
            yield diagnostic, found.edit
