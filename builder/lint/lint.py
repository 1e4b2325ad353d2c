"""Run the rules over a content file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.content.load import Content
from builder.diagnostics import Diagnostic, Severity
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


def lint(content: Content, resolved: ResolvedDocument | None, earlier: Sequence[Diagnostic] = ()) -> Linted:
    """Return what is to be told of a content file, given what `earlier` stages found.

    Without a resolved document, pictures and the bibliography are not looked at. With errors nothing is said to be
    allowed in vain, for what an allowance is for may stand in the part that was not read.
    """
    pictures = resolved.pictures if resolved is not None else {}
    works = resolved.works if resolved is not None else frozenset()
    subject = Subject(content.document, read_passages(content.root), pictures, works)
    allowances = read_allowances(content.root, content.lines)
    found: list[tuple[Diagnostic, Diagnostic, tuple[Edit, ...]]] = [(d, d, ()) for d in earlier]
    found.extend(_run(subject))
    placed = [diagnostic for _, diagnostic, _ in found]
    let_be = frozenset(placed) - frozenset(apply_allowances(allowances, placed))
    told = [(diagnostic, edits) for diagnostic, at_holder, edits in found if at_holder not in let_be]
    faulty = any(diagnostic.severity is Severity.ERROR for diagnostic in earlier)
    idle = () if faulty else find_idle(allowances, placed)
    return Linted(
        (*(diagnostic for diagnostic, _ in told), *idle),
        tuple(edit for _, edits in told for edit in edits),
        allowances,
    )


def _run(subject: Subject) -> Iterator[tuple[Diagnostic, Diagnostic, tuple[Edit, ...]]]:
    """Yield what each rule finds: as it is told, at the place that can allow it, and what mends it."""
    for name, check in CHECKS.items():
        code = BY_NAME[name].code
        for found in check(subject):
            told = Diagnostic(code, found.message, found.span, found.help, found.label, found.severity)
            yield told, replace(told, span=found.holder) if found.holder else told, found.edits
