"""repeated-definition: a short form that the prose explains a second time."""

from __future__ import annotations

from collections.abc import Iterator

from builder.lint.definitions import find_definitions
from builder.lint.finding import Finding, found_in
from builder.lint.passages import Role
from builder.lint.subject import Subject
from builder.model.block import Output, TextBlock


def check(subject: Subject) -> Iterator[Finding]:
    """Find definitions in prose of what prose before them has defined.

    The abstract stands for itself, as do captions, boxes and slides, which are read alone.
    """
    first: dict[str, int] = {}
    for passage in subject.passages_of({Role.PROSE}):
        block = subject.blocks.get(passage.block)
        if not isinstance(block, TextBlock) or block.only is Output.DECK:
            continue
        for found in find_definitions(passage.shown):
            line = passage.span(found.start, found.end).start.line
            if first.setdefault(found.short, line) != line:
                message = f"'{found.short}' was explained already, in line {first[found.short]}"
                help = f"write '{found.short}' alone"
                yield found_in(passage, found.start, found.end, message, help)
