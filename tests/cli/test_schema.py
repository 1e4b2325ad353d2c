"""The schema is printed whole, for editors."""

from __future__ import annotations

import json

from builder.errors import ExitCode


def test_the_schema_is_json_and_knows_the_document(run) -> None:
    result = run("schema")
    assert result.exit_code == ExitCode.OK
    schema = json.loads(result.stdout)
    assert {"title", "sections"} <= set(schema["required"])
