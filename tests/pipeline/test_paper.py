"""CAR-NK on every paper, with every page read back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.errors import ExitCode
from builder.model.block import Output
from builder.pipeline.build import Request, build

pytestmark = [pytest.mark.render, pytest.mark.slow]
LINE = "report: {paper: a4, toc: true}"


@pytest.mark.parametrize(
    "settings",
    [
        "paper: a5, toc: true",
        "paper: a5, toc: true, sides: two",
        "paper: letter, toc: true, lof: true, lot: true",
    ],
)
def test_nothing_is_lost_on_other_paper(root: Path, tmp_path: Path, settings: str) -> None:
    folder = tmp_path / "content"
    shutil.copytree(root / "content", folder)
    text = (folder / "car-nk.yaml").read_text(encoding="utf-8")
    assert LINE in text
    (folder / "car-nk.yaml").write_text(text.replace(LINE, f"report: {{{settings}}}"), encoding="utf-8")
    result = build(Request(folder / "car-nk.yaml", tmp_path / "output", "output", (Output.REPORT,)))
    assert [(loss.message, loss.span) for loss in result.losses] == []
    assert result.exit_code is ExitCode.OK
