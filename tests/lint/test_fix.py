"""What is mended, and that nothing else changes."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.content.load import load_content
from builder.content.nodes import Scalar, Sequence
from builder.content.source import Source
from builder.lint.finding import Edit
from builder.lint.fix import Fixed, apply_edits
from builder.lint.lint import lint
from builder.world import World

LAYOUT = """\
# a comment, with a  "quotation" of of its own
title:   'Of of "cells" and it''s use'   # and one behind
abstract: >-
  The “missing self” was seen in in the
  the cells at – 80 °C.

sections: # here too
  - {title: One, headline: "We saw \\"x y\\" and the the caf\\u00e9 ( now ) was open"}
  - title:   Two
    content:
    - text: |
          Doses of 5-10mg , and and a "quoted"
          word; 10 - 20 %.

          * a  # no comment
    - points: [one one two, "three , four"]
"""

MENDED = """\
# a comment, with a  "quotation" of of its own
title:   'Of “cells” and it''s use'   # and one behind
abstract: >-
  The “missing self” was seen in the cells at −80 °C.

sections: # here too
  - {title: One, headline: "We saw “x y” and the caf\\u00e9 (now) was open"}
  - title:   Two
    content:
    - text: |
          Doses of 5–10mg, and a “quoted”
          word; 10–20 %.

          * a  # no comment
    - points: [one two, "three, four"]
"""


def fix_text(folder: Path, text: str) -> Fixed:
    file = folder / "case.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    content = load_content(World(folder), file).require()
    return apply_edits(text, "case.yaml", content.root, lint(content, None).edits)


def test_comments_order_layout_and_quotes_stay(tmp_path: Path) -> None:
    assert fix_text(tmp_path, LAYOUT).text == MENDED


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    assert fix_text(tmp_path, MENDED).changes == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay(tmp_path: Path, end: str) -> None:
    assert fix_text(tmp_path, LAYOUT.replace("\n", end)).text == MENDED.replace("\n", end)


def test_changes_say_where_and_what(tmp_path: Path) -> None:
    changes = fix_text(tmp_path, LAYOUT).changes
    first = changes[0]
    assert (first.span.start.line, first.span.start.column, first.before, first.after) == (
        2,
        11,
        "Of of",
        "Of",
    )
    assert len(changes) == 19


def test_an_edit_that_would_change_the_tree_is_left_out(tmp_path: Path) -> None:
    text = "title: A case\nkey-messages: [it was so, it was was so]\nsections: [{title: One}]\n"
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")
    content = load_content(World(tmp_path), file).require()
    messages = content.root.entries[1].value
    assert isinstance(messages, Sequence)
    first = messages.items[0]
    assert isinstance(first, Scalar)
    harmful = Edit(first, 3, 6, "was, and: #")
    fixed = apply_edits(text, "case.yaml", content.root, [harmful, *lint(content, None).edits])
    assert fixed.text == text.replace("was was", "was")
    assert [change.after for change in fixed.changes] == ["was"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- - 80 °C", "- - 80 °C"),  # a list in a list, and no text
        ("- 'it was was ''so'''", "- 'it was ''so'''"),
        ('- "a\\ta a \\u0061a aa"', '- "a\\ta a \\u0061a aa"'),  # escapes are not written as they read
        ("- &x it was was so\n- *x", "- &x it was so\n- *x"),
        ("- it was\n  was so", "- it was so"),
    ],
)
def test_ways_to_write_a_value(tmp_path: Path, before: str, after: str) -> None:
    head = "title: A case\nkey-messages:\n"
    tail = "\nsections: [{title: One}]\n"
    file = tmp_path / "case.yaml"
    file.write_text(head + before + tail, encoding="utf-8")
    loaded = load_content(World(tmp_path), file)
    content = loaded.value
    assert content is not None
    fixed = apply_edits(head + before + tail, "case.yaml", content.root, lint(content, None).edits)
    assert fixed.text == head + after + tail


WORDS = st.sampled_from(
    [
        "was was",
        "was",
        "the the",
        "low ,",
        "( 5 mg )",
        "“a”",
        '"b"',
        "– 5 °C",
        "5-10mg",
        "it's",
        "# x",
        ": y",
        "é\U0001f9ec",
    ]
)
STYLES = st.sampled_from(["plain", "'", '"', "|", ">-", ">"])


def write_value(text: str, style: str) -> str:
    match style:
        case "'":
            return "'" + text.replace("'", "''") + "'"
        case '"':
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case "|" | ">-" | ">":
            words = text.split(" ")
            half = len(words) // 2
            return f"{style}\n    {' '.join(words[:half] or ['x'])}\n    {' '.join(words[half:])}"
        case _:
            return re.sub(r"[#:]", "-", text).lstrip("\"'-– ([") or "x"


@given(st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=8), STYLES), min_size=1, max_size=6))
def test_any_values_keep_their_tree(tmp_path_factory: pytest.TempPathFactory, values) -> None:
    items = "".join(f"- {write_value(' '.join(words), style)}  \n" for words, style in values)
    text = f"title: A case # c\nkey-messages: # d\n{items}# e\nsections: [{{title: One}}]\n"
    folder = tmp_path_factory.mktemp("fix")
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    content = load_content(World(folder), folder / "case.yaml").value
    if content is None:
        return
    fixed = apply_edits(text, "case.yaml", content.root, lint(content, None).edits)
    before, after = yaml.safe_load(text), yaml.safe_load(fixed.text)
    assert [len(before["key-messages"]), before["sections"]] == [
        len(after["key-messages"]),
        after["sections"],
    ]
    assert re.findall(r"# [cde]$", fixed.text, re.MULTILINE) == ["# c", "# d", "# e"]
    changed = [line for line in difflib.ndiff(text.split("\n"), fixed.text.split("\n")) if line[0] in "+-"]
    assert bool(changed) == bool(fixed.changes)
    assert Source.from_text("case.yaml", fixed.text).lines[0] == "title: A case # c"
