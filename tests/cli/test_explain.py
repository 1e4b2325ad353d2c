"""Every code has its page."""

from __future__ import annotations

import pytest

from builder.diagnostics.codes import CODES
from builder.errors import ExitCode


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(run, code: str) -> None:
    result = run("explain", code.lower())
    assert result.exit_code == ExitCode.OK
    assert code in result.stdout.splitlines()[0]
