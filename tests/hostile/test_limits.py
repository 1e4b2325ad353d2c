"""SECURITY.md states every limit."""

from __future__ import annotations

import pytest

from builder import limits
from tests.conftest import ROOT

TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
LIMITS = {name: value for name, value in vars(limits).items() if name.isupper() and name != "MB"}


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_stated(name: str) -> None:
    value = LIMITS[name]
    stated = {f"{value:,}", f"{value // limits.MB:,} MB"} if value >= limits.MB else {f"{value:,}"}
    assert any(f" {number} " in TEXT for number in stated)
