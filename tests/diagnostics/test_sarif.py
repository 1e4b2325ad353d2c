"""SARIF, held against the standard's own JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from builder.diagnostics import Diagnostic, Position, Severity, Span
from builder.diagnostics.codes import CODES
from builder.diagnostics.render import render_sarif

SCHEMA = Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json"
LINES = {"content/my talk.yaml": ["title: \U0001f9ec\U0001f9ec of the the cell", "sections: []"]}


def read_lines(path: str) -> Sequence[str]:
    return LINES.get(path, ())


def render(*diagnostics: Diagnostic) -> dict[str, Any]:
    log = json.loads(render_sarif(diagnostics, read_lines))
    validator().validate(log)
    return log["runs"][0]


def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker())


DOUBLED = Diagnostic(
    "B571",
    "'the the': the same word twice",
    Span.at("content/my talk.yaml", 1, 14, 7),
    "remove one of the two",
    severity=Severity.WARNING,
)


def test_columns_count_utf16_code_units_and_paths_are_uris_below_the_root() -> None:
    run = render(DOUBLED)
    assert run["columnKind"] == "utf16CodeUnits"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    line = LINES["content/my talk.yaml"][0]
    start, end = place["region"]["startColumn"] - 1, place["region"]["endColumn"] - 1
    assert line.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "the the"
    assert place["artifactLocation"] == {"uri": "content/my%20talk.yaml", "uriBaseId": "%SRCROOT%"}


def test_rules_are_those_that_found_something_with_name_and_page() -> None:
    unknown = Diagnostic("B206", "cross-reference to unknown label 'x'", Span.at("a.yaml", 1, 1))
    run = render(DOUBLED, unknown, DOUBLED)
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule.get("name")) for rule in rules] == [("B206", None), ("B571", "doubled-word")]
    assert [(r["ruleId"], rules[r["ruleIndex"]]["id"], r["level"]) for r in run["results"]] == [
        ("B206", "B206", "error"),
        ("B571", "B571", "warning"),
    ]
    assert rules[1]["help"]["markdown"].startswith("# B571: doubled word")
    assert "helpUri" not in rules[1]


def test_nothing_found_and_faults_without_a_place_are_valid_too() -> None:
    assert render()["results"] == []
    assert "locations" not in render(Diagnostic("B901", "internal error"))["results"][0]


@pytest.mark.parametrize("severity", Severity)
def test_every_code_and_severity_is_valid(severity: Severity) -> None:
    span = Span("a.yaml", Position(1, 1), Position(2, 3))
    every = [Diagnostic(code, "fact", span, "help", "label", severity) for code in CODES]
    assert len(render(*every)["results"]) == len(CODES)


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(render_sarif([DOUBLED], read_lines))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(ValidationError):
        validator().validate(log)
