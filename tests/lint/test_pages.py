"""The examples of the explain pages are true: the wrong one gives its code, the right one does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.diagnostics.codes import find_page
from builder.diagnostics.rules import BY_NAME
from builder.lint.registry import CHECKS
from tests.lint.samples import HEAD, content, lint_text, make_pictures

EXAMPLE = re.compile(r"^(Wrong|Right):\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def as_file(example: str) -> str:
    """Return an example as a whole content file."""
    if example.startswith("- title:"):
        return HEAD + "sections:\n" + re.sub("^", "  ", example, flags=re.MULTILINE)
    if example.startswith("- "):
        return content(example)
    head = "\n".join(
        line for line in HEAD.split("\n") if not line.startswith("date:") or "date:" not in example
    )
    return head + example + ("" if "sections:" in example else "sections: [{title: One}]\n")


@pytest.mark.parametrize("name", [name for name in CHECKS if name != "malformed-identifier"])
def test_examples(tmp_path: Path, name: str) -> None:
    code = BY_NAME[name].code
    make_pictures(tmp_path)
    found = {
        verdict: {d.code for d in lint_text(tmp_path, as_file(example)).diagnostics}
        for verdict, example in EXAMPLE.findall(find_page(code) or "")
    }
    assert code in found["Wrong"]
    assert code not in found["Right"]
