"""SECURITY.md states every limit, beside the code of its diagnostic."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder import limits
from tests.conftest import ROOT

ROWS = [row for row in (ROOT / "SECURITY.md").read_text("utf-8").splitlines() if row.startswith("| ")]
DESCRIBED = dict(
    re.findall(
        r'^([A-Z_]+) = .*\n"""((?:.|\n)*?)"""$', Path(limits.__file__).read_text("utf-8"), re.MULTILINE
    )
)


@pytest.mark.parametrize("name", [name for name in vars(limits) if name.isupper() and name != "MB"])
def test_a_limit_is_stated(name: str) -> None:
    value, codes = getattr(limits, name), re.findall(r"B\d{3}", DESCRIBED[name])
    assert codes
    stated = {f" {value:,} ", f" {value // limits.MB:,} MB"} if value >= limits.MB else {f" {value:,} "}
    for code in codes:
        assert any(code in row and any(number in row for number in stated) for row in ROWS), code
