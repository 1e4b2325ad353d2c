"""Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors take from any checker.

Paths are relative to the project root, whose base is left to the reader; columns count UTF-16 code units, as SARIF
does unless told otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import quote

import builder
from builder.diagnostics.codes import CODES, find_page
from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.order import sort_diagnostics
from builder.diagnostics.render.text import ReadLines
from builder.diagnostics.rules import BY_CODE
from builder.diagnostics.span import Position, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
"""The name by which code hosts know the root of what was checked."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render_sarif(diagnostics: Iterable[Diagnostic], read_lines: ReadLines) -> str:
    """Return one run with the rules that found anything, and a result for each diagnostic. Each file is read once."""
    read_once = cache(read_lines)
    found = sort_diagnostics(diagnostics)
    levels = {diagnostic.code: _LEVELS[diagnostic.severity] for diagnostic in reversed(found)}
    codes = sorted(levels)
    run = {
        "tool": {
            "driver": {
                "name": "Diptych",
                "version": builder.__version__,
                "rules": [_describe_rule(code, levels[code]) for code in codes],
            }
        },
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that holds content/"}}},
        "results": [_describe_result(diagnostic, codes, read_once) for diagnostic in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _describe_rule(code: str, level: str) -> dict[str, Any]:
    page = find_page(code) or ""
    rule: dict[str, Any] = {"id": code}
    if code in BY_CODE:
        rule["name"] = BY_CODE[code].name
    return {
        **rule,
        "shortDescription": {"text": CODES.get(code, code)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": level},
    }


def _describe_result(diagnostic: Diagnostic, codes: list[str], read_lines: ReadLines) -> dict[str, Any]:
    parts = (diagnostic.message, diagnostic.label, diagnostic.help)
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(part for part in parts if part)},
    }
    if diagnostic.span is not None:
        result["locations"] = [{"physicalLocation": _describe_place(diagnostic.span, read_lines)}]
    return result


def _describe_place(span: Span, read_lines: ReadLines) -> dict[str, Any]:
    lines = read_lines(span.path)

    def column(at: Position) -> int:
        before = lines[at.line - 1][: at.column - 1] if at.line <= len(lines) else ""
        return at.column + sum(char > "\uffff" for char in before)

    return {
        "artifactLocation": {"uri": quote(span.path), "uriBaseId": ROOT},
        "region": {
            "startLine": span.start.line,
            "startColumn": column(span.start),
            "endLine": span.end.line,
            "endColumn": column(span.end),
        },
    }
