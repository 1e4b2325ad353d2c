"""What is allowed is not told; what is allowed in vain is."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.lint.lint import Linted
from tests.lint.samples import HEAD, lint_text

REASON = "reason: The poem says so"
WHOLE = f"lint: {{allow: [{{rule: doubled-word, {REASON}}}]}}\n"
SECTIONS = """\
sections:
  - title: First
    content:
      - text: |
          It was for for nine.

          It was by by ten.
      - text: It was at at twelve.
  - title: Second
    content:
      - points: [It was on on time]
"""


def lines(linted: Linted, code: str = "B571") -> list[int]:
    return sorted(d.span.start.line for d in linted.diagnostics if d.code == code and d.span)


def test_without_an_allowance_all_is_told(tmp_path: Path) -> None:
    assert lines(lint_text(tmp_path, HEAD + SECTIONS)) == [10, 12, 13, 16]


def test_the_whole_document_is_allowed(tmp_path: Path) -> None:
    linted = lint_text(tmp_path, HEAD + WHOLE + SECTIONS)
    assert [d for d in linted.diagnostics if d.code != "B513"] == []
    assert linted.edits == ()


@pytest.mark.parametrize(
    ("after", "indent", "left"),
    [
        ("      - text: |\n          It was for for nine.\n\n          It was by by ten.\n", 8, [15, 18]),
        ("  - title: First\n", 4, [18]),
        ("  - title: Second\n", 4, [10, 12, 13]),
    ],
)
def test_a_block_or_a_section_is_allowed(tmp_path: Path, after: str, indent: int, left: list[int]) -> None:
    allow = " " * indent + f"allow:\n{' ' * indent}  - {{rule: doubled-word, {REASON}}}\n"
    text = HEAD + SECTIONS.replace(after, after + allow)
    linted = lint_text(tmp_path, text)
    assert lines(linted) == left
    assert lines(linted, "B591") == []


def test_one_allowance_needs_no_list(tmp_path: Path) -> None:
    text = HEAD + WHOLE.replace("[{", "{").replace("}]", "}") + SECTIONS
    assert lines(lint_text(tmp_path, text)) == []


def test_a_block_in_flow_style_is_allowed(tmp_path: Path) -> None:
    block = f"      - {{text: It was at at one, allow: [{{rule: doubled-word, {REASON}}}]}}\n"
    assert lines(lint_text(tmp_path, HEAD + SECTIONS + block)) == [10, 12, 13, 16]


def test_an_allowance_that_covers_nothing_is_told_where_it_stands(tmp_path: Path) -> None:
    text = HEAD + WHOLE.replace("doubled-word", "stray-script") + SECTIONS
    assert lines(lint_text(tmp_path, text), "B591") == [6]


def test_faults_of_earlier_stages_can_be_allowed_too(tmp_path: Path) -> None:
    text = HEAD + WHOLE.replace("doubled-word", "unused-citation") + "sections: [{title: One}]\n"
    assert lint_text(tmp_path, text).diagnostics == ()


def test_a_binding_rule_cannot_be_allowed(tmp_path: Path) -> None:
    text = HEAD + WHOLE.replace("doubled-word", "unknown-citation")
    linted = lint_text(tmp_path, text + "sections: [{title: One, content: [{text: Nothing is cited.}]}]\n")
    assert lines(linted, "B590") == [6]


def test_with_errors_nothing_is_allowed_in_vain(tmp_path: Path) -> None:
    text = HEAD + WHOLE + "sections: [{title: One, content: [{text: 'See [@None].'}]}]\n"
    linted = lint_text(tmp_path, text)
    assert lines(linted, "B510") == [7]
    assert lines(linted, "B591") == []


def test_a_claim_is_allowed(tmp_path: Path) -> None:
    allow = "allow: [{rule: impossible-percentage, reason: The paper prints it so}]"
    claims = f"""\
claims:
  - {{id: one, statement: Responses, value: 60%, n: 11, source: Liu2020,
     {allow}}}
  - {{id: two, statement: Responses, value: 60%, n: 11, source: Liu2020}}
sections: [{{title: One, content: [{{text: "{{one}} and {{two}}."}}]}}]
"""
    linted = lint_text(tmp_path, HEAD + claims)
    assert lines(linted, "B568") == [9]
    assert lines(linted, "B591") == []
