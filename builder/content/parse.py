"""YAML text to the node tree.

The C scanner is used where PyYAML has it; what it refuses is read again by the Python one, so that a fault is
located alike on every machine.
"""

from __future__ import annotations

import yaml

from builder.content.characters import check_characters
from builder.content.nodes import Node
from builder.content.source import Source
from builder.content.syntax import explain_syntax
from builder.content.tree import Stop, TreeBuilder
from builder.diagnostics import Diagnostics, Outcome


def parse(source: Source) -> Outcome[Node]:
    """Return the node tree of a file; none after a fault of the YAML itself, which stands alone (B1xx)."""
    diagnostics = Diagnostics()
    if not check_characters(source, diagnostics):
        return diagnostics.outcome(None)
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _read_events(source, fast)
    except yaml.YAMLError:
        pass
    try:
        return _read_events(source, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return Outcome(None, (explain_syntax(source, error),))
    except yaml.YAMLError:
        diagnostics.error("B109", "YAML cannot read this file", source.span_at(0))
        return diagnostics.outcome(None)


def _read_events(source: Source, loader: type[yaml.SafeLoader]) -> Outcome[Node]:
    builder = TreeBuilder(source)
    try:
        builder.read(yaml.parse(source.text, Loader=loader))
    except Stop:
        return builder.diagnostics.outcome(None)
    return builder.diagnostics.outcome(builder.root)
