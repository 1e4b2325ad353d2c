"""Text stays in the boxes of a company's own file too, in a renderer that is not ours and may not shrink it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.content.load import load
from builder.deck.build import build_deck
from builder.deck.model import Deck
from builder.pipeline.reference import find_brand
from builder.pptx.reference.write import write_into
from builder.pptx.variant import without_autofit
from builder.resolve.pictures.fallbacks import with_fallbacks
from builder.resolve.resolve import resolve
from builder.theme.places import package_templates
from builder.theme.read import read_theme
from builder.world import World
from tests.fit.frames import frames_of
from tests.fit.judge import strays
from tests.fit.rendering import RenderedSlide, render
from tests.office import Substitute
from tests.pptx.reference import decks

pytestmark = [pytest.mark.render, pytest.mark.slow]


DEJAVU = Path("/usr/share/fonts/truetype/dejavu")

CASES = {
    "default": (decks.default, None),
    "wide": (decks.wide, None),
    "Arial": (lambda: decks.in_font("Arial"), None),
    "Times New Roman": (
        lambda: decks.in_font("Times New Roman"), Substitute("Times New Roman", "Liberation Serif"),
    ),
    "unknown and wider": (
        lambda: decks.in_font("Corporate", decks.wide()), Substitute("Corporate", "DejaVu Sans", DEJAVU),
    ),
    "unknown and narrower": (
        lambda: decks.in_font("Corporate", decks.wide()), Substitute("Corporate", "DejaVu Sans Condensed", DEJAVU),
    ),
}  # fmt: skip
"""Reference decks, and what their fonts are drawn with where they are not here."""


@pytest.fixture(scope="module", params=CASES)
def branded(
    request: pytest.FixtureRequest,
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    soffice: Path,
    pdftotext: Path,
) -> tuple[Deck, tuple[RenderedSlide, ...]]:
    """The CAR-NK deck in a reference deck, and its rendering."""
    make, substitute = CASES[request.param]
    if substitute and not substitute.folder.is_dir():
        pytest.skip("the fonts of DejaVu are not here")
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(root / "content", folder / "content")
    file = folder / "content" / "car-nk.yaml"
    (folder / "content" / "brand.pptx").write_bytes(decks.saved(make()))
    text = file.read_text(encoding="utf-8")
    assert text.count("\ndeck: {") == 1
    file.write_text(text.replace("\ndeck: {", "\ndeck: {reference: brand.pptx, "), encoding="utf-8")
    world = World(folder, (package_templates(),))
    theme = read_theme(world, "clinical", None).require()
    resolved = resolve(world, load(world, file).require(), theme.font_files).require()
    brand = find_brand(world, resolved.document).require()
    deck = build_deck(world, with_fallbacks(resolved, theme.font_files), theme, brand).require()
    data = without_autofit(write_into(deck, brand.members))
    pages = render(data, folder, soffice, pdftotext, substitute=substitute)
    if substitute:
        assert substitute.family.replace(" ", "").encode() in (folder / "deck.pdf").read_bytes()
    return deck, pages


def test_no_text_leaves_its_frame_or_its_slide(branded: tuple[Deck, tuple[RenderedSlide, ...]]) -> None:
    deck, rendered = branded
    assert len(rendered) == len(deck.slides)
    assert sum(len(page.words) for page in rendered) > 3_000
    found = {
        slide.title: stray
        for slide, page in zip(deck.slides, rendered, strict=True)
        if (stray := strays(page, frames_of(slide)))
    }
    assert found == {}
