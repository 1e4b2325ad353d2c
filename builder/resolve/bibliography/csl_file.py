"""CSL-JSON and CSL-YAML text in, raw CSL items with their places out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

import yaml

from builder.diagnostics import Diagnostics, Span

_JSON_ID = re.compile(r'"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)')
_YAML_ID = re.compile(
    r"""^[ \t]*(?:-[ \t]+)?["']?id["']?[ \t]*:[ \t]+(["']?)(.+?)\1[ \t]*(?:#.*)?$""", re.MULTILINE
)
# Every scalar stays text, so that no date or number is reinterpreted; libyaml's parser where it was compiled in.
_TextLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_json(text: str, name: str, diagnostics: Diagnostics) -> list[tuple[Mapping[str, object], Span]]:
    """Return the items of a CSL-JSON file."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        span = Span.at(name, error.lineno, error.colno)
        help = "check the comma, quote or bracket before this place"
        diagnostics.error("B511", "bibliography is not valid JSON", span, help=help)
        return []
    except RecursionError:
        diagnostics.error(
            "B511", "bibliography is nested too deeply", Span.at(name, 1, 1), help="expected a list"
        )
        return []
    ids = ((str(json.loads(match[1])), match.start(1), match.end(1)) for match in _JSON_ID.finditer(text))
    return _located(content, ids, text, name, diagnostics)


def read_yaml(text: str, name: str, diagnostics: Diagnostics) -> list[tuple[Mapping[str, object], Span]]:
    """Return the items of a CSL-YAML file: a list, or a mapping with a list called `references`."""
    try:
        content = yaml.load(text, Loader=_TextLoader)  # noqa: S506 - builds text, lists and mappings only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        span = Span.at(name, mark.line + 1, mark.column + 1) if mark else Span.at(name, 1, 1)
        help = "check indentation and quotes here"
        diagnostics.error("B511", "bibliography is not valid YAML", span, help=help)
        return []
    if isinstance(content, Mapping):
        content = content.get("references", content)
    ids = ((match[2], match.start(2), match.end(2)) for match in _YAML_ID.finditer(text))
    return _located(content, ids, text, name, diagnostics)


def _located(
    content: object,
    ids: Iterable[tuple[str, int, int]],
    text: str,
    name: str,
    diagnostics: Diagnostics,
) -> list[tuple[Mapping[str, object], Span]]:
    if not isinstance(content, list):
        message = "expected a list of references in the bibliography"
        help = 'see the CSL-JSON that Zotero exports: [{"id": ..., "type": ...}, ...]'
        diagnostics.error("B511", message, Span.at(name, 1, 1), help=help)
        return []
    found = iter(ids)
    items = []
    for entry in content:
        if not isinstance(entry, Mapping) or entry.get("id") in (None, ""):
            message = "expected a reference with an 'id' in the bibliography"
            diagnostics.error("B511", message, Span.at(name, 1, 1), help="give each reference an 'id'")
            continue
        items.append((entry, _next_place(str(entry["id"]), found, text, name)))
    return items


def _next_place(id: str, found: Iterator[tuple[str, int, int]], text: str, name: str) -> Span:
    for written, start, end in found:
        if written == id:
            line = text.count("\n", 0, start) + 1
            return Span.at(name, line, start - (text.rfind("\n", 0, start) + 1) + 1, end - start)
    return Span.at(name, 1, 1)
