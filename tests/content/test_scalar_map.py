"""The places of a scalar's characters, whichever way it is written."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.content.nodes import Mapping, Scalar
from builder.content.parse import parse
from builder.content.source import Source
from builder.diagnostics import Span


def read_value(text: str) -> tuple[Source, Scalar]:
    """Return the value of the first key of a file."""
    source = Source.from_text("t.yaml", text)
    outcome = parse(source)
    assert outcome.diagnostics == ()
    assert isinstance(outcome.value, Mapping)
    value = outcome.value.entries[0].value
    assert isinstance(value, Scalar)
    return source, value


def written_at(source: Source, span: Span) -> str:
    return source.lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1]


@pytest.mark.parametrize(
    "text",
    [
        "a: see @fig-x now\n",
        "a: 'it''s in @fig-x'\n",
        'a: "\\u00e9\\t\\"see\\" @fig-x \\x41"\n',
        "a: one\n  two @fig-x\n  three\n",
        "a: one\n\n\n  two @fig-x\n",
        "a: 'one\n\n  two'' \\ @fig-x\n  three '\n",
        'a: "one \\\n    two\n\n   \\ three @fig-x \\\n\n   four"\n',
        "a: |\n  one\n   two\n\n  three @fig-x\n",
        "a: |2\n   one\n  two @fig-x\n",
        "a: |+\n\n  one @fig-x\n\n\n",
        "a: >\n  one\n  two @fig-x\n\n  three\n",
        "a: >-\n\n  one\n    more\n    more\n  two\n\n\n  three @fig-x\n",
        "a: >\n\n\n   @fig-x\n",
        "a: &name # why\n  see @fig-x\nb: *name\n",
        "a:\n  |\n   see\n   @fig-x",
        "{a: see @fig-x, b: c}\n",
        "a: 😀 細胞 @fig-x\n",
        'a: "😀\\U0001F600 @fig-x"\n',
    ],
)
def test_reference_is_found_where_it_stands(text: str) -> None:
    source, value = read_value(text)
    at = value.value.index("@fig-x")
    assert written_at(source, value.find_map().locate(at, at + 6)) == "@fig-x"


TEXTS = st.text(alphabet="ab é:#-'\"\\\n\t@😀", max_size=40)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(TEXTS, st.sampled_from(["|", ">", "'", '"', ""]), st.sampled_from([20, 80]))
def test_every_character_that_is_written_as_it_reads_is_found(text: str, style: str, width: int) -> None:
    written = yaml.dump({"a": text, "b": "x"}, default_style=style or None, width=width, allow_unicode=True)
    source, value = read_value(written)
    assert value.value == text
    text_map = value.find_map()
    for at, char in enumerate(text):
        span = text_map.locate(at, at + 1)
        if span.end.column - span.start.column == 1 and char not in " \n\t":
            assert written_at(source, span) == char
    is_coarse = len(text_map.runs) == 1 and text_map.runs[0].step == 0
    assert not is_coarse or not text.strip("\n")


def test_c_and_python_scanners_give_the_same_tree(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    if not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without its C scanner")
    files = [*(root / "content").glob("*.yaml"), *(root / "tests/content/cases").glob("*.yaml")]
    for file in files:
        source = Source.from_text(file.name, file.read_bytes().decode("utf-8", errors="replace"))
        fast = parse(source)
        with monkeypatch.context() as patch:
            patch.delattr(yaml, "CSafeLoader")
            assert parse(source) == fast
