"""Hold a content file's node tree against its shape, and report every fault in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from builder.content.nodes import Mapping, Node, Scalar
from builder.content.places import find_key, find_node, find_steps
from builder.content.repair import repair
from builder.content.schema.blocks import COMMON_KEYS, KINDS, kinds_of
from builder.content.schema.document import DocumentShape
from builder.diagnostics import Diagnostics, Span
from builder.diagnostics.suggest import find_closest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from builder.content.schema.shape import Shape

_MOST_PASSES = 8


def check_shape(root: Node, diagnostics: Diagnostics) -> DocumentShape | None:
    """Return the shaped document, mended where it is at fault; None if nothing of it can be read.

    Faults are reported from the file as written, all at once (B2xx); those that mending would add are not.
    """
    node = root
    for attempt in range(_MOST_PASSES):
        shapes: dict[int, type[Shape]] = {}
        try:
            return DocumentShape.model_validate(node, context=shapes)
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
        if attempt == 0:
            for detail in details:
                _report(detail, root, shapes, diagnostics)
        node = repair(node, [(detail["type"], detail["loc"]) for detail in details])
    return None


def _report(
    detail: ErrorDetails, root: Node, shapes: dict[int, type[Shape]], diagnostics: Diagnostics
) -> None:
    steps = find_steps(root, detail["loc"])
    if detail["type"] == "missing":
        _report_missing(str(steps[-1]), find_node(root, steps[:-1]), diagnostics)
    elif detail["type"] == "extra_forbidden":
        parent = find_node(root, steps[:-1])
        key = find_key(root, steps)
        _report_unknown_key(str(steps[-1]), key or parent, shapes.get(id(parent)), diagnostics)
    else:
        context: dict[str, Any] = detail.get("ctx") or {
            "code": "B203",
            "message": "this value cannot stand here",
        }
        node = find_node(root, steps)
        key = find_key(root, steps)
        span = key.span if key is not None and isinstance(node, Scalar) and not node.value else node.span
        if context["code"] == "B210" and isinstance(node, Mapping):
            span = _kind_span(node, 1)
        help_line, label = str(context.get("help", "")), str(context.get("label", ""))
        diagnostics.error(context["code"], context["message"], span, help=help_line, label=label)


def _report_missing(key: str, parent: Node, diagnostics: Diagnostics) -> None:
    written = parent.find(key) if isinstance(parent, Mapping) else None
    span = _kind_span(parent, 0) if isinstance(parent, Mapping) else parent.span
    if key == "alt" and isinstance(parent, Mapping):
        kind = (kinds_of(parent) or ["block"])[0]
        span = written.key.span if written is not None else span
        diagnostics.error(
            "B211",
            f"{kind} without alternative text",
            span,
            help="add 'alt: …' beside it and say what can be seen, for readers who cannot see it",
        )
        return
    if written is not None:
        help_line = f"write it behind '{key}:', in quotes if it starts with '#'"
        diagnostics.error("B202", f"'{key}' has no value", written.key.span, help=help_line)
        return
    diagnostics.error("B202", f"'{key}' is missing here", span, help=f"add '{key}: …'")


def _report_unknown_key(key: str, place: Node, shape: type[Shape] | None, diagnostics: Diagnostics) -> None:
    known = shape.keys() if shape is not None else ()
    closest = find_closest(key, known)
    if closest is not None:
        help_line = f"did you mean '{closest}'?"
    elif key in COMMON_KEYS or key in KINDS:
        help_line = f"'{key}' is a key of blocks: check its indentation"
    else:
        help_line = "known here: " + ", ".join(known)
    diagnostics.error("B201", f"unknown key '{key}'", place.span, help=help_line)


def _kind_span(mapping: Mapping, index: int) -> Span:
    """Return the span of a block's kind key, or else of a mapping's first key."""
    kinds = kinds_of(mapping)
    if index < len(kinds):
        entry = mapping.find(kinds[index])
        if entry is not None:
            return entry.key.span
    return mapping.entries[0].key.span if mapping.entries else mapping.span
