"""Each case is a content file with, beside it, the diagnostics that it gives.

To write the text of a new or changed case: `python tests/content/test_cases.py`, and read what it wrote.
"""

from pathlib import Path

import pytest

from builder.content.load import load
from builder.content.source import line_reader
from builder.diagnostics.codes import CODES
from builder.diagnostics.render import render_text
from builder.world import World

CASES = Path(__file__).parent / "cases"
LATER_STAGES = {"B206", "B254", "B255", "B256", "B257", "B258"}


def render_case(file: Path) -> str:
    world = World(CASES)
    return render_text(load(world, file).diagnostics, line_reader(world))


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yaml")), ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    expected = file.with_suffix(".txt").read_text(encoding="utf-8")
    assert render_case(file) == expected


def test_every_code_of_this_stage_has_a_case() -> None:
    codes = {code for code in CODES if code[:2] in ("B1", "B2")} - LATER_STAGES
    shown = "".join(file.read_text(encoding="utf-8") for file in CASES.glob("*.txt"))
    assert {code for code in codes if f"[{code}]" not in shown} == set()


if __name__ == "__main__":
    for case in sorted(CASES.glob("*.yaml")):
        case.with_suffix(".txt").write_text(render_case(case), encoding="utf-8")
