"""Diagnostics as people and programs see them."""

import json
from collections.abc import Sequence

import pytest

from builder.diagnostics import Diagnostic, Position, Severity, Span
from builder.diagnostics.render import RENDERERS, render_github, render_json, render_short, render_text

LINES = {
    "content/annual.yaml": [""] * 87 + ["  - text: As shown in @fig-revenu, sales rose."],
    "a.yaml": [
        "title: |",
        "\tCAR\u0301-NK 細胞 @x",
        "x" * 300 + "@here" + "y" * 300,
        "bell\x07 and \u202eback @x",
    ],
}
UNKNOWN = Diagnostic(
    "B206",
    "cross-reference to unknown label 'fig-revenu'",
    Span.at("content/annual.yaml", 88, 23, 11),
    "did you mean '@fig-revenue'?",
)


def read_lines(path: str) -> Sequence[str]:
    return LINES.get(path, ())


def test_text_is_as_the_design_shows_it() -> None:
    assert render_text([UNKNOWN], read_lines) == (
        "error[B206]: cross-reference to unknown label 'fig-revenu'\n"
        "  --> content/annual.yaml:88:23\n"
        "   |\n"
        "88 |   - text: As shown in @fig-revenu, sales rose.\n"
        "   |                       ^^^^^^^^^^^\n"
        "   = help: did you mean '@fig-revenue'?\n"
    )


def test_label_stands_behind_the_caret() -> None:
    diagnostic = Diagnostic("B601", "too tall", Span.at("a.yaml", 1, 1, 5), label="needs 3 mm more")
    assert render_text([diagnostic], read_lines).splitlines()[-1] == "  | ^^^^^ needs 3 mm more"


def underlined(line: int, column: int, end: Position) -> tuple[str, str]:
    span = Span("a.yaml", Position(line, column), end)
    shown = render_text([Diagnostic("B206", "m", span)], read_lines).splitlines()
    return shown[3].partition("| ")[2], shown[4].partition("| ")[2]


def test_caret_counts_cells_of_wide_combining_and_tab_characters() -> None:
    source, carets = underlined(2, 13, Position(2, 15))
    assert source == " CAR\u0301-NK 細胞 @x"
    assert carets == " " * len(" CAR-NK xxxx ") + "^^"


def test_caret_under_wide_characters_is_as_wide() -> None:
    assert underlined(2, 10, Position(2, 12))[1].strip() == "^^^^"


def test_span_over_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert underlined(1, 1, Position(2, 4)) == ("title: |", "^^^^^^^^")


def test_empty_span_and_span_behind_the_line_get_one_caret() -> None:
    assert underlined(1, 3, Position(1, 3))[1] == "  ^"
    assert underlined(1, 99, Position(1, 104))[1] == " " * 8 + "^"


def test_long_line_is_cut_around_the_span() -> None:
    source, carets = underlined(3, 301, Position(3, 306))
    start = carets.index("^")
    assert source[start : start + 5] == "@here"
    assert source.startswith("…x")
    assert source.endswith("y…")
    assert len(source) < 150


def test_characters_that_steer_a_terminal_are_not_printed() -> None:
    source, carets = underlined(4, 17, Position(4, 19))
    assert source == "bell\ufffd and \ufffdback @x"
    assert source[carets.index("^") :] == "@x"


def test_place_without_source_and_no_place_at_all() -> None:
    there = Diagnostic("B501", "file 'x' not found", Span.at("gone.yaml", 3, 1), "look")
    nowhere = Diagnostic("B901", "internal error", help="report it")
    assert render_text([there, nowhere], read_lines) == (
        "error[B901]: internal error\n   = help: report it\n"
        "\n"
        "error[B501]: file 'x' not found\n --> gone.yaml:3:1\n  = help: look\n"
    )


def test_colour_changes_no_character() -> None:
    import re

    coloured = render_text([UNKNOWN], read_lines, colour=True)
    assert coloured.startswith("\033[1;31merror[B206]")
    assert re.sub(r"\033\[[0-9;]*m", "", coloured) == render_text([UNKNOWN], read_lines)


def test_order_is_by_file_and_place_and_repeats_are_shown_once() -> None:
    places = [
        Span.at("b.yaml", 1, 1),
        Span.at("a.yaml", 10, 2),
        Span.at("a.yaml", 10, 1),
        Span.at("a.yaml", 9, 5),
    ]
    diagnostics = [Diagnostic("B201", "m", place) for place in places]
    shown = render_short([*diagnostics, *diagnostics], read_lines)
    assert [line.split(": ")[0] for line in shown.splitlines()] == [
        "a.yaml:9:5",
        "a.yaml:10:1",
        "a.yaml:10:2",
        "b.yaml:1:1",
    ]


@pytest.mark.parametrize("form", ["text", "sarif"])
def test_each_file_is_read_once(form: str) -> None:
    read = []

    def read_and_note(path: str) -> Sequence[str]:
        read.append(path)
        return read_lines(path)

    places = (Span.at("a.yaml", line, 1, 1) for line in (1, 2, 3))
    RENDERERS[form]([UNKNOWN, *(Diagnostic("B100", "no", place) for place in places)], read_and_note)
    assert sorted(read) == ["a.yaml", "content/annual.yaml"]


def test_short() -> None:
    expected = "content/annual.yaml:88:23: error[B206]: cross-reference to unknown label 'fig-revenu'\n"
    assert render_short([UNKNOWN], read_lines) == expected
    assert render_short([Diagnostic("B901", "m")], read_lines) == "error[B901]: m\n"


def test_json() -> None:
    assert json.loads(render_json([UNKNOWN], read_lines)) == [
        {
            "code": "B206",
            "severity": "error",
            "message": "cross-reference to unknown label 'fig-revenu'",
            "label": "",
            "help": "did you mean '@fig-revenue'?",
            "path": "content/annual.yaml",
            "line": 88,
            "column": 23,
            "end-line": 88,
            "end-column": 34,
        }
    ]
    assert json.loads(render_json([Diagnostic("B901", "m")], read_lines))[0]["path"] is None


def test_github_escapes_what_would_end_a_property_or_line() -> None:
    span = Span.at("content/a,b:c.yaml", 8, 3, 2)
    diagnostic = Diagnostic("B115", "50 % of\nit", span, "quote it", severity=Severity.WARNING)
    assert render_github([diagnostic], read_lines) == (
        "::warning file=content/a%2Cb%3Ac.yaml,line=8,col=3,title=B115,endColumn=5::50 %25 of%0Ait (quote it)\n"
    )


@pytest.mark.parametrize("form", ["text", "short", "github"])
def test_nothing_gives_nothing(form: str) -> None:
    assert RENDERERS[form]([], read_lines) == ""
