"""The node tree, built from PyYAML's events: one document, no tags, and limits on depth and size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import yaml

from builder.content import taken
from builder.content.characters import check_length, check_value
from builder.content.nodes import Entry, Mapping, Node, Scalar, Sequence
from builder.content.scalar_map import map_scalar
from builder.content.source import Source
from builder.diagnostics import Diagnostics, Position, Span
from builder.limits import DEEPEST_YAML, MOST_CONTENT_VALUES

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:\s+|$)(?:#.*\n\s*)*)*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


class Stop(Exception):
    """A fault after which the rest of the file cannot be read."""


class _Frame:
    """A collection that is being read."""

    def __init__(self, event: yaml.CollectionStartEvent, start: Position) -> None:
        self.is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.is_flow = bool(event.flow_style)
        self.anchor: str | None = event.anchor
        self.start = start
        self.nodes: list[Node] = []
        self.size = 1


class TreeBuilder:
    """Builds the tree from events, without recursion, so that depth is a limit and not a crash."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics = Diagnostics()
        self.root: Node | None = None
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._unused: dict[str, Span] = {}

    def read(self, events: Iterable[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    taken.report_second_document(self._span(event), self.diagnostics)
                    raise Stop
            elif isinstance(event, yaml.AliasEvent):
                self._read_alias(event)
            elif isinstance(event, yaml.ScalarEvent):
                self._read_scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
        for name, span in self._unused.items():
            taken.report_anchor(name, span, self.diagnostics)

    def _read_scalar(self, event: yaml.ScalarEvent) -> None:
        at, start = self._skip_properties(event)
        style = event.style or ""
        if style in ("|", ">"):
            header = _BLOCK_HEADER.match(self.source.text, at)
            end = at + (len(header[0]) if header else 1)
            span = Span.at(self.source.path, start.line, start.column, end - at)
            taken.check_block_header(event.value, self.source.text[at:end], span, self.diagnostics)
        else:
            end = max(_index(event.end_mark), at)
            span = Span(self.source.path, start, max(_position(event.end_mark), start))
        mapped = partial(map_scalar, self.source, event.value, start, slice(at, end), style)
        scalar = Scalar(event.value, span, not style, mapped)
        if not style:
            taken.check_comment(self.source, end, self.diagnostics)
        check_value(scalar, self.diagnostics)
        check_length(scalar, self.diagnostics)
        if event.anchor is not None:
            self._unused[event.anchor] = self._anchor_span(event)
        self._add(scalar, event.anchor, 1)

    def _skip_properties(self, event: yaml.NodeEvent) -> tuple[int, Position]:
        """Return where a node starts behind its anchor and tag; a tag is a fault (B112)."""
        mark = event.start_mark
        tag = getattr(event, "tag", None)
        if event.anchor is None and tag is None:
            return _index(mark), _position(mark)
        if tag is not None:
            taken.report_tag(self.source, _index(mark), self.diagnostics)
        match = _PROPERTIES.match(self.source.text, _index(mark))
        index = match.end() if match is not None else _index(mark)
        return index, self.source.span_at(index).start

    def _read_alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        found = self._anchors.get(name)
        if found is None:
            taken.report_alias(name, self._span(event), self.diagnostics)
            raise Stop
        self._unused.pop(name, None)
        self._add(found[0], None, found[1])

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        _, start = self._skip_properties(event)
        self._stack.append(_Frame(event, start))
        if len(self._stack) > DEEPEST_YAML:
            self.diagnostics.error(
                "B111",
                f"more than {DEEPEST_YAML} lists and mappings inside each other",
                Span.at(self.source.path, start.line, start.column),
                help="use fewer levels",
            )
            raise Stop
        if event.anchor is not None:
            self._unused[event.anchor] = self._anchor_span(event)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        frame = self._stack.pop()
        end = _position(event.end_mark)
        if not frame.is_flow and frame.nodes:
            end = max(frame.nodes[-1].span.end, frame.start)
        span = Span(self.source.path, frame.start, end)
        nodes = frame.nodes
        node = Mapping(self._pair(nodes), span) if frame.is_mapping else Sequence(tuple(nodes), span)
        self._add(node, frame.anchor, frame.size)

    def _pair(self, nodes: list[Node]) -> tuple[Entry, ...]:
        """Return keys with their values; reports keys that are not text (B114) or come twice (B110)."""
        entries: dict[str, Entry] = {}
        pairs: Iterator[Node] = iter(nodes)
        for key, value in zip(pairs, pairs, strict=True):
            if not isinstance(key, Scalar):
                self.diagnostics.error(
                    "B114",
                    "a key is a list or a mapping",
                    key.span,
                    help="put the value in quotes if it is text",
                )
                continue
            first = entries.get(key.value)
            if first is not None:
                line = first.key.span.start.line
                self.diagnostics.error(
                    "B110",
                    f"key '{key.value}' is written twice",
                    key.span,
                    label=f"first in line {line}",
                    help="remove one of the two, or make them one",
                )
                continue
            entries[key.value] = Entry(key, value)
        return tuple(entries.values())

    def _add(self, node: Node, anchor: str | None, size: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (node, size)
        if not self._stack:
            self.root = node
            return
        frame = self._stack[-1]
        frame.nodes.append(node)
        frame.size += size
        if frame.size > MOST_CONTENT_VALUES:
            message = f"more than {MOST_CONTENT_VALUES:,} values, repeated ones counted each time"
            help_line = "move data to CSV files, and repeat values less often"
            self.diagnostics.error("B111", message, node.span, help=help_line)
            raise Stop

    def _anchor_span(self, event: yaml.NodeEvent) -> Span:
        at = self.source.text.find("&", _index(event.start_mark))
        return self.source.span_at(at, len(event.anchor or "") + 1)

    def _span(self, event: yaml.Event) -> Span:
        return Span(self.source.path, _position(event.start_mark), _position(event.end_mark))


def _index(mark: Any) -> int:
    """Return a mark's offset in the text; the C scanner and the Python one have a class of marks each."""
    return int(mark.index)


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)
