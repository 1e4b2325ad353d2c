"""Any text is linted without a crash, located inside of its file, and in time that grows with its length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.content.load import load_content
from builder.content.source import line_reader
from builder.diagnostics.render import RENDERERS
from builder.lint.fix import apply_edits
from builder.lint.lint import lint
from builder.resolve.resolve import resolve
from builder.world import World
from tests.lint.samples import lint_text, prose

PIECES = st.sampled_from(
    (
        "8 of 11", "63%", "(n = 11)", "[@Liu2020]", "{resp}", "@fig-a", "the", "the the", "TODO", "XX %", "● a", "1. a",
        "4. b", "באמצעות", "α", "сell", '"a"', "- 5 °C", "10 - 20 %", "5-10mg", "(CRS)", "cytokine release syndrome",
        "NCT123", "safer than", "HR 0.5", "$5", "€4 m", "`code`", "*a*", "^7^", "\\{", "\n", "\n\n", "\n- ", "\u2028",
        "\U0001f9ec", ",", ". ",
    )
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map(" ".join), st.text(max_size=40))
LONGEST_WORD = 3_500
"""Characters, a little below the limit of B116."""

ROLES = ("text", "points", "steps", "stats", "table", "callout", "quote", "timeline")


def as_block(kind: str, text: str) -> dict[str, object]:
    match kind:
        case "points":
            return {kind: [text, {"text": text, "points": [text]}]}
        case "steps" | "timeline":
            return {kind: [{"title": text or "t", "text": text, "date": text or "d"}]}
        case "stats":
            return {kind: [{"value": text or "v", "label": text or "l"}]}
        case "table":
            return {kind: {"columns": [text, "b"], "rows": [[text, text]]}, "caption": text}
        case "callout" | "quote":
            return {kind: {"text": text}, "title": text, "notes": text}
        case _:
            return {kind: text}


@given(
    st.lists(st.tuples(st.sampled_from(ROLES), TEXTS), min_size=1, max_size=4),
    st.sampled_from(["en", "de", "fr", "he"]),
)
def test_no_text_is_too_strange(tmp_path_factory: pytest.TempPathFactory, blocks, lang: str) -> None:
    document = {
        "title": "A case",
        "lang": lang,
        "claims": [{"id": "resp", "statement": "Responded", "value": "60%", "n": 11, "status": "editorial"}],
        "sections": [
            {"title": "One", "headline": blocks[0][1] or "h", "content": [as_block(*b) for b in blocks]}
        ],
    }
    folder = tmp_path_factory.mktemp("any")
    file = folder / "case.yaml"
    file.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    world = World(folder)
    loaded = load_content(world, file)
    content = loaded.value
    if content is None:
        return
    linted = lint(content, resolve(world, content.document).value, loaded.diagnostics)
    read_lines = line_reader(world)
    for diagnostic in linted.diagnostics:
        assert diagnostic.span is not None
        assert 1 <= diagnostic.span.start.line <= len(read_lines("case.yaml"))
        assert (
            diagnostic.span.start.column <= len(read_lines("case.yaml")[diagnostic.span.start.line - 1]) + 1
        )
    assert all(render(linted.diagnostics, read_lines) for render in RENDERERS.values() if linted.diagnostics)
    apply_edits(file.read_text(encoding="utf-8"), "case.yaml", content.root, linted.edits)


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        " ",
        "1",
        "1,111",
        "1 of ",
        "(",
        "[@",
        "*",
        "`",
        "{a",
        "1% ",
        "– ",
        "AB ",
        "median ",
        "<add ",
        "ש ",
        '"',
    ],
)
def test_time_grows_with_the_length(tmp_path: Path, piece: str) -> None:
    def cost(count: int) -> float:
        written = "x" + piece * count + "y"
        words = [written[at : at + LONGEST_WORD] for at in range(0, len(written), LONGEST_WORD)]
        text = prose(" ".join(words))
        start = time.process_time()
        lint_text(tmp_path, text)
        return time.process_time() - start

    cost(10)
    assert cost(8_000) < 2 + 40 * cost(1_000)
