"""YAML of strangers, within limits: a bibliography, a theme's tokens.

What a content file holds is read with more care by `builder.content`.
"""

from __future__ import annotations

from typing import Any

import yaml

from builder.limits import DEEPEST_YAML, MOST_YAML_VALUES

Loader = Any
"""A loader class of PyYAML's, with the scanner in C or in Python."""


class BeyondLimit(Exception):
    """YAML that is nested too deeply, or that repeats too much; `line` and `column` count from 1."""

    def __init__(self, message: str, mark: Any) -> None:
        super().__init__(message)
        self.message = message
        self.line, self.column = mark.line + 1, mark.column + 1


def check_bounds(text: str, loader: Loader) -> None:
    """Check that `text` can be composed, and what it repeats by aliases be written out, without harm.

    Why: PyYAML's own composer calls itself for each level, and a crash of the interpreter's stack cannot be caught.

    Raises:
        BeyondLimit: there is too much of it. yaml.YAMLError: it is no YAML.
    """
    bounds = _Bounds()
    for event in yaml.parse(text, Loader=loader):
        bounds.take(event)


class _Bounds:
    """Counts values, those that an alias repeats each time."""

    def __init__(self) -> None:
        self._open: list[tuple[str | None, int]] = []
        self._sizes: dict[str, int] = {}
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._sizes:
                raise BeyondLimit("repeats a value inside itself, or one that is not there", event.start_mark)
            self._count += self._sizes[event.anchor]
        elif isinstance(event, yaml.ScalarEvent):
            self._count += 1
            if event.anchor:
                self._sizes[event.anchor] = 1
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open.append((event.anchor, self._count))
            self._count += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = self._open.pop()
            if anchor:
                self._sizes[anchor] = self._count - before
        if len(self._open) > DEEPEST_YAML:
            raise BeyondLimit(
                f"has more than {DEEPEST_YAML} lists and mappings inside each other", event.start_mark
            )
        if self._count > MOST_YAML_VALUES:
            raise BeyondLimit(f"has more than {MOST_YAML_VALUES:,} values", event.start_mark)
