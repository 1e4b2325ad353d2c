"""What a stage returns: a value, when there is one, and every diagnostic it met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The result of a stage.

    Invariant: `value` is None only if `diagnostics` holds an error.
    """

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    def require(self) -> T:
        """Return the value.

        Raises:
            LookupError: the stage gave none; callers check `failed` first.
        """
        if self.value is None:
            raise LookupError("the stage gave no value")
        return self.value


class Diagnostics:
    """Collects the diagnostics of one stage."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def error(
        self, code: str, message: str, span: Span | None = None, *, help: str = "", label: str = ""
    ) -> None:
        """Add an error."""
        self._found.append(Diagnostic(code, message, span, help, label, Severity.ERROR))

    def warning(
        self, code: str, message: str, span: Span | None = None, *, help: str = "", label: str = ""
    ) -> None:
        """Add a warning."""
        self._found.append(Diagnostic(code, message, span, help, label, Severity.WARNING))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add those of another stage."""
        self._found.extend(diagnostics)

    @property
    def failed(self) -> bool:
        """Whether any diagnostic so far is an error."""
        return any(d.severity is Severity.ERROR for d in self._found)

    def outcome(self, value: T | None) -> Outcome[T]:
        """Return `value` with all diagnostics, in source order where they have one."""
        return Outcome(value, tuple(self._found))
