"""What the author allows: rules that are switched off, for the whole document or for a section, block or claim.

```yaml
lint:
  allow:
    - {rule: topic-headline, reason: Each headline is the question that the section answers}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.content.nodes import Mapping, Node, Scalar
from builder.content.nodes import Sequence as List
from builder.diagnostics import Diagnostic, Severity, Span
from builder.diagnostics.rules import BY_NAME, Rule

_HOLDERS = frozenset({"claims", "sections", "content", "columns", "slide"})


@dataclass(frozen=True, slots=True)
class Allowance:
    """A rule switched off; `lines` are those of the section, block or claim that says so, None for the document."""

    rule: Rule
    span: Span
    lines: range | None = None

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Return whether it lets `diagnostic` be."""
        if diagnostic.code != self.rule.code or self.rule.binding:
            return False
        span = diagnostic.span
        here = span is not None and span.path == self.span.path
        return self.lines is None or (span is not None and here and span.start.line in self.lines)


def read_allowances(root: Mapping, lines: Sequence[str]) -> tuple[Allowance, ...]:
    """Return what a content file allows; `lines` are its lines."""
    lint = root.find("lint")
    top = _of(lint.value, None) if lint is not None else ()
    return (*top, *_within(root, lines))


def apply_allowances(
    allowances: Iterable[Allowance], diagnostics: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that nothing allows."""
    allowances = tuple(allowances)
    return tuple(d for d in diagnostics if not any(allowance.covers(d) for allowance in allowances))


def find_idle(allowances: Iterable[Allowance], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield a warning for each allowance that none of what was `found` needs (B591), or that nothing can (B590)."""
    found = tuple(found)
    for allowance in allowances:
        rule = allowance.rule
        if rule.binding:
            message = f"'{rule.name}' cannot be allowed: an output would be wrong with it"
            help = "mend what it finds, and remove this"
            yield Diagnostic("B590", message, allowance.span, help, severity=Severity.WARNING)
        elif not rule.of_layout and not any(allowance.covers(diagnostic) for diagnostic in found):
            message = f"'{rule.name}' is allowed here, but finds nothing here"
            help = "remove it, so that new faults are told"
            yield Diagnostic("B591", message, allowance.span, help, severity=Severity.WARNING)


def _within(node: Node, lines: Sequence[str]) -> Iterator[Allowance]:
    """Yield the allowances of the sections, blocks and claims below a node."""
    if isinstance(node, List):
        for item in node.items:
            if isinstance(item, Mapping):
                if item.find("allow") is not None:
                    yield from _of(item, _lines_of(item, lines))
                yield from _within(item, lines)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.value in _HOLDERS:
                yield from _within(entry.value, lines)


def _of(holder: Node, lines: range | None) -> Iterator[Allowance]:
    entry = holder.find("allow") if isinstance(holder, Mapping) else None
    value = entry.value if entry is not None else None
    for item in value.items if isinstance(value, List) else (value,):
        rule = item.find("rule") if isinstance(item, Mapping) else None
        if rule is not None and isinstance(rule.value, Scalar) and rule.value.value in BY_NAME:
            yield Allowance(BY_NAME[rule.value.value], rule.value.span, lines)


def _lines_of(node: Mapping, lines: Sequence[str]) -> range:
    """Return the numbers of the lines of a mapping: up to the first that is indented less than its keys.

    Why: a node's span ends where its last value begins, if that is a block of text.
    """
    start = node.span.start
    after = next(
        (
            number
            for number, line in enumerate(lines[start.line :], start.line + 1)
            if line.strip() and len(line) - len(line.lstrip(" ")) < start.column - 1
        ),
        len(lines) + 1,
    )
    return range(start.line, after)
