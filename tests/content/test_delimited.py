"""CSV with places."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.content.delimited import FieldFault, find_separator, read_rows
from builder.diagnostics import Span


def values(text: str) -> list[list[str]]:
    return [[field.value for field in row] for row in read_rows("t.csv", text, 99)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1\t\n", [["a", "b"], ["1", ""]]),
        ('a,b\n"x, y","say ""no"""\n', [["a", "b"], ["x, y", 'say "no"']]),
        ('a,b\n"two\nlines",c\n', [["a", "b"], ["two\nlines", "c"]]),
        ("a\n\n1\n\n", [["a"], ["1"]]),
        ('"a;b",c\n1,2\n', [["a;b", "c"], ["1", "2"]]),
        ("", []),
    ],
)
def test_rows(text: str, expected: list[list[str]]) -> None:
    assert values(text) == expected


def test_places() -> None:
    rows = read_rows("t.csv", 'a,b,c\n"x\ny ""@z""",2,é\n', 99)
    first, second, third = rows[1]
    assert first.span.start.line == 2
    assert first.find_map().locate(first.value.index("@"), first.value.index("@") + 2) == Span.at(
        "t.csv", 3, 5, 2
    )
    assert second.span == Span.at("t.csv", 3, 11, 1)
    assert third.span == Span.at("t.csv", 3, 13, 1)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ('a\n"x', Span.at("t.csv", 2, 1)),
        ('a\n"x""', Span.at("t.csv", 2, 1)),
        ('a\n"x"y\n', Span.at("t.csv", 2, 1, 3)),
    ],
)
def test_faults(text: str, span: Span) -> None:
    with pytest.raises(FieldFault) as caught:
        read_rows("t.csv", text, 99)
    assert caught.value.span == span


def test_separator_is_the_one_of_the_header() -> None:
    assert [find_separator(text) for text in ("a", "a,b;c,d", "a;b\n1,2,3,4", '"a,b,c";d\n')] == [
        ",",
        ",",
        ";",
        ";",
    ]


FIELDS = st.text(alphabet='ab ,"\n;é', max_size=6)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.lists(FIELDS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_reads_what_the_csv_module_writes(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([["h", "i"], *rows])
    assert values(written.getvalue()) == [["h", "i"], *rows]
