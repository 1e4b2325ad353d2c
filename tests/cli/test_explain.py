"""Every code has its page."""

from __future__ import annotations

import pytest

from builder.diagnostics.codes import CODES
from builder.diagnostics.rules import RULES
from builder.errors import ExitCode


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(run, code: str) -> None:
    result = run("explain", code.lower())
    assert result.exit_code == ExitCode.OK
    assert code in result.stdout.splitlines()[0]


def test_rules_are_listed_and_explained_by_name(run) -> None:
    listed = run("explain", "rules").stdout
    assert all(f"{rule.name} " in listed and rule.code in listed for rule in RULES)
    assert run("explain", "doubled-word").stdout == run("explain", "B571").stdout


def test_an_unknown_code_or_name_gets_a_suggestion(run) -> None:
    result = run("explain", "doubled-words")
    assert result.exit_code == ExitCode.USAGE
    assert "did you mean 'doubled-word'?" in result.stderr
