"""Two decks to judge, the talk on CAR-NK cells and the test card, and how LibreOffice shows a deck."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from builder.content.load import load
from builder.deck.build import build_deck
from builder.deck.model import Deck
from builder.pipeline.build import open_world
from builder.pptx.write import write_deck
from builder.resolve.pictures.fallbacks import with_fallbacks
from builder.resolve.resolve import resolve
from builder.theme.read import read_theme
from tests.office import render_pdf

ROOT = Path(__file__).resolve().parents[2]
FILES = {"car-nk": ROOT / "content/car-nk.yaml", "card": ROOT / "tests/cards/everything.yaml"}
DPI = 60

Images = tuple[Image.Image, ...]
Render = Callable[[bytes], Images]


@dataclass(frozen=True, slots=True)
class Judged:
    """A deck as a model and as a file."""

    name: str
    deck: Deck
    data: bytes


@cache
def judged(name: str) -> Judged:
    return Judged(name, *deck_of(FILES[name]))


def deck_of(file: Path) -> tuple[Deck, bytes]:
    """Return the deck of a content file that must build without a word."""
    world = open_world(file)
    document = load(world, file).require()
    theme = read_theme(world, document.theme, document.theme_span).require()
    resolved = with_fallbacks(resolve(world, document, theme.font_files).require(), theme.font_files)
    outcome = build_deck(world, resolved, theme)
    assert outcome.diagnostics == ()
    return outcome.require(), write_deck(outcome.require())


@pytest.fixture(scope="session", params=FILES)
def example(request: pytest.FixtureRequest) -> Judged:
    return judged(request.param)


@pytest.fixture(scope="session")
def card() -> Judged:
    return judged("card")


@pytest.fixture(scope="session")
def render(soffice: Path, pdftoppm: Path, tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Return what draws each slide of a deck with LibreOffice; a deck is drawn once."""
    office = tmp_path_factory.mktemp("office")

    @cache
    def draw(data: bytes) -> Images:
        folder = tmp_path_factory.mktemp("drawn")
        (folder / "deck.pptx").write_bytes(data)
        pdf = render_pdf(folder / "deck.pptx", office, soffice)
        command = [pdftoppm, "-r", str(DPI), "-png", pdf, folder / "slide"]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return tuple(Image.open(file).convert("RGB") for file in sorted(folder.glob("slide-*.png")))

    return draw
