"""Drafts as people write them, from business and from a clinic: what is told of each, and nothing else.

To write the text of a changed draft: `python -m tests.lint.test_drafts`, and read what it wrote.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.load import load_content
from builder.content.source import line_reader
from builder.diagnostics.render import render_text
from builder.lint.lint import lint
from builder.resolve.resolve import resolve
from builder.world import World

DRAFTS = Path(__file__).parent / "drafts"


def render_draft(file: Path) -> str:
    world = World(DRAFTS)
    loaded = load_content(world, file)
    content = loaded.require()
    resolved = resolve(world, content.document)
    found = lint(content, resolved.value, loaded.diagnostics + resolved.diagnostics)
    return render_text(found.diagnostics, line_reader(world))


@pytest.mark.parametrize("file", sorted(DRAFTS.glob("*.yaml")), ids=lambda file: file.stem)
def test_draft(file: Path) -> None:
    assert render_draft(file) == file.with_suffix(".txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for draft in sorted(DRAFTS.glob("*.yaml")):
        draft.with_suffix(".txt").write_text(render_draft(draft), encoding="utf-8")
