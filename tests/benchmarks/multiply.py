"""Make a content file many times as long, each copy of its sections with ids of its own, mostly with its own words."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import yaml

TITLES = ("title", "headline", "caption")
LABEL = re.compile(r"@([\w-]+)")
PARAGRAPH = re.compile(r"(\A|\n\n)(?=\w)")
WORDS = 5
"""A text of more words than this is told from that of other copies by a number, as no author says everything twice."""


def multiply(content: Path, times: int, target: Path, *, alike: bool = False) -> None:
    """Write `content` with its sections `times` over to `target`, which lies in the same folder or one like it.

    If the copies are to be `alike`, they differ in their ids only.
    """
    document = yaml.safe_load(content.read_text("utf-8"))
    sections = document["sections"]
    names = frozenset(_ids(sections))
    document["sections"] = [
        _renamed(section, number, names, alike)
        for number in range(1, times + 1)
        for section in copy.deepcopy(sections)
    ]
    target.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def _ids(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["id"]] if isinstance(node.get("id"), str) else []
        return own + [name for value in node.values() for name in _ids(value)]
    return [name for item in node for name in _ids(item)] if isinstance(node, list) else []


def _renamed(node: Any, number: int, names: frozenset[str], alike: bool) -> Any:
    """Return a copy of a part of the content; the first is as it was."""
    if number == 1:
        return node
    if isinstance(node, dict):
        return {key: _value(key, value, number, names, alike) for key, value in node.items()}
    if isinstance(node, list):
        return [_renamed(item, number, names, alike) for item in node]
    if isinstance(node, str):
        numbered = not alike and node.count(" ") >= WORDS
        text = PARAGRAPH.sub(rf"\1({number}) ", node) if numbered else node
        return LABEL.sub(lambda match: match[0] + (f"-{number}" if match[1] in names else ""), text)
    return node


def _value(key: str, value: Any, number: int, names: frozenset[str], alike: bool) -> Any:
    renamed = _renamed(value, number, names, alike)
    if key == "id" and isinstance(value, str):
        return f"{value}-{number}"
    if key in TITLES and isinstance(value, str) and not alike:
        return f"{renamed} ({number})"
    return renamed
