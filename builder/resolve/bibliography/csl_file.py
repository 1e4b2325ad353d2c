"""CSL-JSON and CSL-YAML text in, raw CSL items with their places out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

import yaml

from builder.bounded_yaml import BeyondLimit, check_bounds
from builder.diagnostics import Diagnostics, Span

_JSON_ID = re.compile(r'"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)')
_LONGEST_NUMBER = 15
# Every scalar stays text, so that no date or number is reinterpreted; libyaml's parser where it was compiled in.
_TextLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_json(text: str, name: str, diagnostics: Diagnostics) -> list[tuple[Mapping[str, object], Span]]:
    """Return the items of a CSL-JSON file."""
    try:
        content = json.loads(text, parse_int=_number, parse_float=_number, parse_constant=str)
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
    ids = ((_text_of(match[1]), match.start(1), match.end(1)) for match in _JSON_ID.finditer(text))
    return _located(content, ids, text, name, diagnostics)


def _number(written: str) -> int | float | str:
    """Return a JSON number; the text of one that no year, page or volume has."""
    if len(written) > _LONGEST_NUMBER:
        return written
    return float(written) if re.search("[.eE]", written) else int(written)


def _text_of(written: str) -> str:
    try:
        return str(json.loads(written, parse_int=_number))
    except ValueError:  # a control character between the quotation marks
        return written


def read_yaml(text: str, name: str, diagnostics: Diagnostics) -> list[tuple[Mapping[str, object], Span]]:
    """Return the items of a CSL-YAML file: a list, or a mapping with a list called `references`."""
    loader = _TextLoader(text)
    try:
        check_bounds(text, _TextLoader)
        root = loader.get_single_node()
        content = None if root is None else loader.construct_document(root)
    except BeyondLimit as fault:
        span = Span.at(name, fault.line, fault.column)
        diagnostics.error("B511", f"bibliography {fault.message}", span, help="export it again")
        return []
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        span = Span.at(name, mark.line + 1, mark.column + 1) if mark else Span.at(name, 1, 1)
        help = "check indentation and quotes here"
        diagnostics.error("B511", "bibliography is not valid YAML", span, help=help)
        return []
    finally:
        loader.dispose()
    if isinstance(content, Mapping):
        content = content.get("references", content)
    return _located(content, _yaml_ids(root, text), text, name, diagnostics)


def _yaml_ids(root: yaml.Node | None, text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the id of each item of the list, in order, and its place without quotes."""
    if isinstance(root, yaml.MappingNode):
        root = _value_of(root, "references")
    for item in root.value if isinstance(root, yaml.SequenceNode) else ():
        id = _value_of(item, "id") if isinstance(item, yaml.MappingNode) else None
        if isinstance(id, yaml.ScalarNode):
            start = id.start_mark.index
            start += text[start : start + 1] in ("'", '"')
            yield id.value, start, start + len(id.value)


def _value_of(mapping: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in mapping.value if key.value == name), None)


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
