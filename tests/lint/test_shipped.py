"""What the project ships is clean: its briefing, its example and what `diptych new` starts."""

from __future__ import annotations

from pathlib import Path

from builder.cli.new import starter_files
from builder.content.load import load_content
from builder.diagnostics import Diagnostic
from builder.lint.lint import lint
from builder.resolve.resolve import resolve
from builder.world import World


def lint_file(root: Path, file: Path) -> tuple[Diagnostic, ...]:
    world = World(root)
    loaded = load_content(world, file)
    content = loaded.require()
    resolved = resolve(world, content.document)
    return lint(content, resolved.value, loaded.diagnostics + resolved.diagnostics).diagnostics


def test_the_briefing_is_clean(root: Path) -> None:
    assert lint_file(root, root / "content" / "car-nk.yaml") == ()


def test_what_new_starts_is_clean(tmp_path: Path) -> None:
    for path, text in starter_files("talk").items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert lint_file(tmp_path, tmp_path / "content" / "talk.yaml") == ()


PASTED = """\
title: Pasted from the web
sections:
  - title: Article
    content:
      - text: |
          New grafts grow faster, and surgeons use them בזכות good tools.
          The main points are:
          ● Grafts come from two sources
          1. Strength
          2. Grafts bear a load after a week. Cost of care
          3. It is low.
          ✨ What comes next:
          1. More sites
          About us · Careers · Privacy policy
          © 2025 Graft Weekly
"""
"""Sentences of our own with the faults of an article that was pasted from a web page."""


def test_a_pasted_article_is_told_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "pasted.yaml"
    file.write_text(PASTED, encoding="utf-8")
    found = [(d.code, d.span.start.line, d.span.start.column) for d in lint_file(tmp_path, file) if d.span]
    assert sorted(found) == [
        ("B570", 6, 57),
        ("B573", 8, 11),
        ("B573", 12, 11),
        ("B573", 14, 11),
        ("B573", 15, 11),
        ("B574", 10, 47),
        ("B574", 13, 11),
    ]
