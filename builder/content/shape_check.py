"""Hold a content file's node tree against its shape, and report every fault in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from builder.content.nodes import Mapping, Node, Scalar
from builder.content.places import Loc, find_key, find_node, find_steps
from builder.content.repair import repair
from builder.content.schema.common import COMMON_KEYS
from builder.content.schema.document import DocumentShape
from builder.content.schema.forms import help_for_mapping
from builder.content.schema.homes import find_home
from builder.content.schema.one_kind import KINDS, kinds_of
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
            _Report(root, shapes, diagnostics).add_all(details)
        node = repair(node, [(detail["type"], detail["loc"]) for detail in details])
    return None


class _Report:
    """Puts pydantic's errors into our words; `shapes` gives the shape of each mapping by identity."""

    def __init__(self, root: Node, shapes: dict[int, type[Shape]], diagnostics: Diagnostics) -> None:
        self.root = root
        self.shapes = shapes
        self.diagnostics = diagnostics
        self.explained: set[tuple[Loc, str]] = set()

    def add_all(self, details: list[ErrorDetails]) -> None:
        """Report unknown keys first: one that is a misspelt required key explains why that key is missing."""
        for detail in details:
            if detail["type"] == "extra_forbidden":
                self._add_unknown_key(find_steps(self.root, detail["loc"]))
        for detail in details:
            if detail["type"] == "missing":
                self._add_missing(detail["loc"])
            elif detail["type"] != "extra_forbidden":
                self._add_fault(detail)

    def _add_unknown_key(self, steps: Loc) -> None:
        key, parent = str(steps[-1]), find_node(self.root, steps[:-1])
        shape = self.shapes.get(id(parent))
        known = shape.keys() if shape is not None else ()
        home = find_home(key, shape) if shape is not None else ""
        closest = None if home else find_closest(key, known)
        place = find_key(self.root, steps) or parent
        if home:
            help_line = home
        elif closest is not None:
            help_line = f"did you mean '{closest}'?"
            self.explained.add((steps[:-1], closest))
        elif isinstance(parent, Mapping) and shape is not None and shape.short_form and _is_one_line(parent):
            self.explained.add((steps[:-1], shape.short_form))
            self.diagnostics.error(
                "B203",
                "expected text, found a key with a value",
                parent.span,
                help=help_for_mapping(parent),
            )
            return
        elif key in COMMON_KEYS or key in KINDS:
            help_line = f"'{key}' is a key of blocks: check its indentation"
        else:
            help_line = "known here: " + ", ".join(known)
        self.diagnostics.error("B201", f"unknown key '{key}'", place.span, help=help_line)

    def _add_missing(self, loc: Loc) -> None:
        steps = find_steps(self.root, loc)
        parent = find_node(self.root, steps[:-1])
        key = str(loc[-1])
        if (steps[:-1], key) in self.explained:
            return
        if steps[-1] != key or not isinstance(parent, Mapping):
            message, help_line = "nothing is written here", "write text, or remove the line"
            self.diagnostics.error("B202", message, find_node(self.root, steps).span, help=help_line)
            return
        written = parent.find(key)
        span = written.key.span if written is not None else _kind_span(parent, 0)
        if key == "alt":
            message = f"{(kinds_of(parent) or ['block'])[0]} without alternative text"
            help_line = "add 'alt: …' beside it and say what can be seen, for readers who cannot see it"
            self.diagnostics.error("B211", message, span, help=help_line)
        elif written is not None:
            help_line = f"write it behind '{key}:', in quotes if it starts with '#'"
            self.diagnostics.error("B202", f"'{key}' has no value", span, help=help_line)
        else:
            self.diagnostics.error("B202", f"'{key}' is missing here", span, help=f"add '{key}: …'")

    def _add_fault(self, detail: ErrorDetails) -> None:
        context: dict[str, Any] = detail["ctx"]
        steps = find_steps(self.root, detail["loc"])
        node, key = find_node(self.root, steps), find_key(self.root, steps)
        span = key.span if key is not None and isinstance(node, Scalar) and not node.value else node.span
        if context["code"] == "B210" and isinstance(node, Mapping):
            span = _kind_span(node, 1)
        self.diagnostics.error(
            context["code"], context["message"], span, help=context["help"], label=context["label"]
        )


def _is_one_line(node: Node) -> bool:
    return (
        isinstance(node, Mapping)
        and len(node.entries) == 1
        and node.span.start.line == node.entries[0].value.span.start.line
    )


def _kind_span(mapping: Mapping, index: int) -> Span:
    """Return the span of a block's kind key, or else of a mapping's first key."""
    kinds = kinds_of(mapping)
    if index < len(kinds):
        entry = mapping.find(kinds[index])
        if entry is not None:
            return entry.key.span
    return mapping.entries[0].key.span if mapping.entries else mapping.span
