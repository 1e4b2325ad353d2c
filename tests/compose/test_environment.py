from pathlib import Path

import pytest
from jinja2 import nodes

from builder.compose.environment import keep_used, make_environment, read_style_sheets, sources_of
from builder.compose.loader import find_template
from builder.compose.rendering import render_template
from builder.diagnostics import Diagnostic, Diagnostics
from builder.theme.places import package_templates
from builder.theme.read import read_theme
from builder.theme.theme import Theme
from builder.world import World
from tests.theme.themes import own_theme


@pytest.fixture
def world(tmp_path: Path) -> World:
    own_theme(tmp_path)
    return World(tmp_path, (package_templates(),))


@pytest.fixture
def theme(world: World) -> Theme:
    return read_theme(world, "own", None).require()


def write_template(theme: Theme, name: str, text: str) -> None:
    file = theme.folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def the_fault(world: World, theme: Theme, template: str) -> Diagnostic:
    write_template(theme, "report/x.html.j2", template)
    found = Diagnostics()
    assert render_template(make_environment(world, theme), "report/x.html.j2", {"word": "a"}, found) is None
    (fault,) = found
    assert fault.code == "B401"
    return fault


def test_a_theme_that_lacks_a_template_has_that_of_clinical(world: World, theme: Theme) -> None:
    assert (
        find_template(world, theme, "report/report.css") == package_templates() / "clinical/report/report.css"
    )
    write_template(theme, "report/report.css", "p {}")
    assert find_template(world, theme, "report/report.css") == theme.folder / "report/report.css"
    assert find_template(world, theme, "report/none.css") is None


def test_everything_is_escaped_whatever_the_template_is_called(world: World, theme: Theme) -> None:
    write_template(theme, "x.html.j2", "{{ word }}")
    write_template(theme, "x.txt", "{{ word }}")
    for name in ("x.html.j2", "x.txt"):
        assert (
            render_template(make_environment(world, theme), name, {"word": "<b>"}, Diagnostics())
            == "&lt;b&gt;"
        )


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("a\n{{ wrod }}\n", 2, "unknown name 'wrod'"),
        ("a\n\n{% if word %}\n", 3, "the template has a syntax error"),
        ("{{ word.__class__.__mro__ }}", 1, "the template asks for something that templates may not do"),
        ("a\n{% include 'report/none.html.j2' %}", 2, "there is no template 'report/none.html.j2'"),
        ("{{ word | nonesuch }}", 1, "unknown filter or test in the template"),
    ],
)
def test_faults_are_located(world: World, theme: Theme, template: str, line: int, message: str) -> None:
    fault = the_fault(world, theme, template)
    assert fault.message == message
    assert fault.span is not None
    assert (fault.span.path, fault.span.start.line) == ("templates/own/report/x.html.j2", line)


def test_a_fault_in_an_included_template_is_located_there(world: World, theme: Theme) -> None:
    write_template(theme, "report/inner.html.j2", "a\n{{ inner.word }}")
    fault = the_fault(world, theme, "{% include 'report/inner.html.j2' %}")
    assert fault.span is not None
    assert (fault.span.path, fault.span.start.line) == ("templates/own/report/inner.html.j2", 2)


def test_no_template_of_ours_turns_escaping_off(world: World, theme: Theme) -> None:
    environment = make_environment(world, theme)
    assert environment.sandboxed
    assert environment.autoescape is True
    files = sorted(package_templates().rglob("*.j2"))
    assert len(files) > 40
    for file in files:
        tree = environment.parse(file.read_text("utf-8"))
        modifiers = (nodes.EvalContextModifier, nodes.ScopedEvalContextModifier, nodes.MarkSafe)
        assert list(tree.find_all(modifiers)) == []
        assert "safe" not in {node.name for node in tree.find_all(nodes.Filter)}


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("{{ 'a' * (4 * 10 ** 9) }}", "B401"),
        ("{{ 'a' * 4000000000 }}", "B403"),
        ("{{ 1 / 0 }}", "B401"),
    ],
)
def test_a_template_of_a_stranger_ends(world: World, theme: Theme, template: str, code: str) -> None:
    write_template(theme, "report/x.html.j2", template)
    found = Diagnostics()
    assert render_template(make_environment(world, theme), "report/x.html.j2", {}, found) is None
    (fault,) = found
    assert (fault.code, fault.span.start.line) == (code, 1)


def test_a_style_sheet_of_a_stranger_is_not_written_out_without_end(world: World, theme: Theme) -> None:
    bomb = "".join(f"--a{n}: {f'var(--a{n - 1}) ' * 10};" for n in range(1, 9))
    write_template(theme, "x.css", f":root {{ --a0: aaaaaaaaaa; {bomb} }}")
    write_template(theme, "circle.css", ":root { --a: var(--b); --b: var(--a) }")
    found = Diagnostics()
    assert list(read_style_sheets(world, theme, ("x.css", "circle.css"), found)) == [
        "templates/own/circle.css"
    ]
    assert [fault.code for fault in found] == ["B405"]


def test_what_was_only_looked_at_is_no_input(world: World, theme: Theme) -> None:
    environment = make_environment(world, theme)
    environment.get_template("deck/slide.html.j2")
    used = set(world.reads)
    looked_at = sources_of(environment, ["deck/slide.html.j2", "deck/note.html.j2", "deck/none.html.j2"])
    assert looked_at["deck/none.html.j2"] is None
    assert len(world.reads) > len(used)
    assert keep_used(environment).keys() == {"deck/slide.html.j2"}
    assert set(world.reads) == used
    environment.get_template("deck/note.html.j2")
    assert len(world.reads) > len(used)
