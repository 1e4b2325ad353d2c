"""Each rule fires where its cases say, at the very characters, and nowhere else.

A case is one line of prose, or `content:` with blocks, or `file:` with the whole of a content file.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.diagnostics.rules import BY_NAME, RULES
from builder.lint.registry import CHECKS
from tests.lint.samples import content, lint_text, make_pictures, places_of, prose, read_sample

CASES = Path(__file__).parent / "cases"
FEWEST = 4


def read_cases(name: str, verdict: str) -> list[str | dict[str, str]]:
    cases = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert set(cases) == {"fires", "silent"}
    found = cases[verdict]
    assert isinstance(found, list)
    return found


def every_case(verdict: str) -> list[object]:
    return [
        pytest.param(name, case, id=f"{name}-{index}")
        for name in CHECKS
        for index, case in enumerate(read_cases(name, verdict))
    ]


def as_file(case: str | dict[str, str]) -> str:
    if isinstance(case, str):
        return prose(case)
    ((form, text),) = case.items()
    return {"content": content, "file": str}[form](text)


@pytest.mark.parametrize(("name", "case"), every_case("fires"))
def test_rule_fires(tmp_path: Path, name: str, case: str | dict[str, str]) -> None:
    sample = read_sample(as_file(case))
    assert sample.marked
    make_pictures(tmp_path)
    found = lint_text(tmp_path, sample.text).diagnostics
    assert places_of(found, BY_NAME[name].code) == sample.marked


@pytest.mark.parametrize(("name", "case"), every_case("silent"))
def test_rule_is_silent(tmp_path: Path, name: str, case: str | dict[str, str]) -> None:
    text = as_file(case)
    assert read_sample(text).text == text
    make_pictures(tmp_path)
    assert places_of(lint_text(tmp_path, text).diagnostics, BY_NAME[name].code) == set()


@pytest.mark.parametrize("name", CHECKS)
def test_every_rule_has_cases_both_ways(name: str) -> None:
    assert all(len(read_cases(name, verdict)) >= FEWEST for verdict in ("fires", "silent"))


def test_no_cases_are_left_over_and_every_rule_is_known() -> None:
    assert {file.stem for file in CASES.glob("*.yaml")} == set(CHECKS)
    assert set(CHECKS) <= set(BY_NAME)


def test_names_and_codes_are_each_used_once() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_page_of_a_rule_names_it(root: Path, rule) -> None:
    page = (root / "builder/diagnostics/pages" / f"{rule.code}.md").read_text(encoding="utf-8")
    assert f"`{rule.name}`" in page


def test_a_sign_in_a_point_is_to_go_and_one_in_prose_is_to_be_a_point(tmp_path: Path) -> None:
    helps = [
        found.help
        for text in (content("- points: [• one, two]\n"), prose("• one"))
        for found in lint_text(tmp_path, text).diagnostics
        if found.code == "B573"
    ]
    assert [help.split()[0] for help in helps] == ["remove", "write"]
