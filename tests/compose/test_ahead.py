"""Templates that were compiled ahead are not compiled again, and those of other texts are."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from builder.compose.ahead import compile_ahead
from builder.compose.compiled import COMPILED, Compiled
from builder.compose.environment import closed_environment
from builder.compose.slides import SlideComposer
from builder.diagnostics import Diagnostics
from tests.deck.samples import clinical, resolved, section, world


def test_nothing_is_left_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    compile_ahead(world(), lambda: False)
    monkeypatch.setattr(Environment, "compile", None)
    found = Diagnostics()
    composer = SlideComposer(world(), resolved(section("T")), clinical(), found)
    assert composer.compose_sample("content", compact=False) is not None
    compile_ahead(world(), lambda: False)
    assert not tuple(found)


def test_it_stops_once_it_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.compose.ahead.COMPILED", Compiled())
    compiled: list[str] = []
    compile_one = Environment.compile

    def note(self: Environment, source: str, name: str, filename: str) -> object:
        compiled.append(name)
        return compile_one(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", note)
    compile_ahead(world(), lambda: len(compiled) == 3)
    assert len(compiled) == 3


def test_a_changed_template_is_another_one() -> None:
    texts = {"one.j2": "{{ 1 }} first"}
    assert closed_environment(DictLoader(texts)).get_template("one.j2").render() == "1 first"
    texts["one.j2"] = "{{ 1 }} second"
    environment = closed_environment(DictLoader(texts))
    assert environment.bytecode_cache is COMPILED
    assert environment.get_template("one.j2").render() == "1 second"
