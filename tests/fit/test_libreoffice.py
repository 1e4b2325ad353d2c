"""Nothing overflows in a renderer that is not ours, even where it may not shrink text."""

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.new import command as new
from builder.content.load import load
from builder.deck.build import build_deck
from builder.deck.model import Deck, PlaceholderKind, PlaceholderText, Run, Slide, SlideShape
from builder.pptx.variant import without_autofit
from builder.pptx.write import write_deck
from builder.resolve.pictures.fallbacks import with_fallbacks
from builder.resolve.resolve import resolve
from builder.theme.places import package_templates
from builder.theme.read import read_theme
from builder.world import World
from tests.fit.frames import frames_of
from tests.fit.judge import strays
from tests.fit.rendering import RenderedSlide, render

pytestmark = pytest.mark.render

CONTENT = ("car-nk", "sample")


def _deck(root: Path, folder: Path, name: str) -> Deck:
    """Return the deck of CAR-NK, or of what `diptych new` writes, which has one of every block."""
    if name == "sample":
        root = folder
        with contextlib.chdir(folder):
            CliRunner().invoke(new, ["sample"], catch_exceptions=False)
    file = f"content/{name}.yaml"
    world = World(root, (package_templates(),))
    theme = read_theme(world, "clinical", None).require()
    resolved = resolve(world, load(world, root / file).require(), theme.font_files).require()
    return build_deck(world, with_fallbacks(resolved, theme.font_files), theme).require()


@pytest.fixture(scope="module", params=CONTENT)
def deck(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Deck:
    return _deck(root, tmp_path_factory.mktemp("content"), request.param)


@pytest.fixture(scope="module")
def rendered(
    deck: Deck, tmp_path_factory: pytest.TempPathFactory, soffice: Path, pdftotext: Path
) -> tuple[RenderedSlide, ...]:
    return render(without_autofit(write_deck(deck)), tmp_path_factory.mktemp("deck"), soffice, pdftotext)


def test_every_slide_is_rendered(deck: Deck, rendered: tuple[RenderedSlide, ...]) -> None:
    assert len(rendered) == len(deck.slides)


def test_no_text_leaves_its_frame_or_its_slide(deck: Deck, rendered: tuple[RenderedSlide, ...]) -> None:
    found = {
        slide.key: words
        for slide, page in zip(deck.slides, rendered, strict=True)
        if (words := strays(page, frames_of(slide)))
    }
    assert not found


def test_a_longer_text_is_seen_to_leave_its_frame(
    root: Path, tmp_path: Path, soffice: Path, pdftotext: Path
) -> None:
    """The negative control: the same check on a deck whose text was made longer behind its back."""
    honest = _deck(root, tmp_path, "sample")
    longer = replace(honest, slides=tuple(_longer(slide) for slide in honest.slides))
    pages = render(without_autofit(write_deck(longer)), tmp_path / "rendered", soffice, pdftotext)
    found = [strays(page, frames_of(slide)) for slide, page in zip(longer.slides, pages, strict=True)]
    assert sum(bool(words) for words in found) >= len(honest.slides) / 4


def _longer(slide: Slide) -> Slide:
    return replace(slide, shapes=tuple(_stretched(shape) for shape in slide.shapes))


def _stretched(shape: SlideShape) -> SlideShape:
    if not isinstance(shape, PlaceholderText) or shape.kind is not PlaceholderKind.BODY:
        return shape
    more = tuple(
        replace(paragraph, runs=(*paragraph.runs, *(Run(" and so on and so forth" * 12),)))
        for paragraph in shape.text.paragraphs
    )
    return replace(shape, text=replace(shape.text, paragraphs=more))
