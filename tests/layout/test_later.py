"""Modules that are seldom needed are loaded when they are, and do what they do."""

from __future__ import annotations

import subprocess
import sys
import types

import pytest

from builder.layout.fonts import theme_fonts
from builder.layout.later import LaterModule, later
from builder.layout.weasy import SELDOM, weasyprint
from tests.deck.samples import clinical


def test_a_module_is_loaded_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    monkeypatch.delitem(sys.modules, "this.is.none", raising=False)
    with later(LaterModule("colorsys", "rgb_to_hls"), LaterModule("this.is.none")):
        import colorsys
        from colorsys import rgb_to_hls
    assert not {"colorsys", "this.is.none"} & sys.modules.keys()
    assert rgb_to_hls(1, 1, 1) == (0, 1, 0)
    assert colorsys.hls_to_rgb(0, 1, 0) == (1, 1, 1)
    assert isinstance(sys.modules["colorsys"], types.ModuleType)
    with pytest.raises(AttributeError):
        colorsys.no_such_thing  # noqa: B018 # asking is the test


def test_a_module_that_is_loaded_stays() -> None:
    with later(LaterModule("sys")):
        import sys as found
    assert found is sys is sys.modules["sys"]


def test_the_engine_does_without_them() -> None:
    names = "{module.__name__ for module in builder.layout.weasy.SELDOM}"
    asked = f"import builder.layout.weasy, sys; print({names} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert len(SELDOM) == 3
    assert done.stdout.strip() == "set()"


def test_fonts_are_subset_where_harfbuzz_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint.pdf.fonts, "harfbuzz_subset", None)
    html = weasyprint.HTML(string="<p style='font-family: Carlito'>some words")
    written = html.write_pdf(font_config=theme_fonts(clinical()), uncompressed_pdf=True)
    assert b"/FontFile2" in written
    assert len(written) < 60_000
