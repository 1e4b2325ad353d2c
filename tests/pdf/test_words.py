"""What is heard of a document is what it says: poppler finds the words of the HTML in the tag tree, in their order."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from builder.cli.new import starter_files
from builder.compose.prints import PrintDeck, compose_print
from builder.deck.printed import print_deck
from builder.layout.report import lay_out_report
from builder.model.block import Output
from builder.model.prints import Print
from builder.pdf.prints import write_print
from builder.pdf.write import write_report
from tests.compose.briefings import Briefing, read_briefing
from tests.pdf.structure import Tag, read_structure

pytestmark = pytest.mark.render

INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup"}
UNHEARD = {"article", "head", "img", "script", "style", "svg", "title"}
"""What is no text, and what becomes an artifact: articles, and whatever runs in the margins."""

GENERATED = re.compile(r"[•–]|\d+\.?|slide", re.IGNORECASE)
"""Words that style sheets add: marks and numbers of items, pages of the contents, slides that show a figure."""


PRINTS = [what for what in Print if what.of is Output.DECK]


@pytest.fixture(scope="module")
def car_nk(root: Path) -> Briefing:
    return read_briefing(root / "content" / "car-nk.yaml")


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """Return what `diptych new` writes, with one of every block."""
    folder = tmp_path_factory.mktemp("new")
    for name, text in starter_files("talk").items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return read_briefing(folder / "content" / "talk.yaml")


@pytest.fixture(scope="module")
def new_deck(new: Briefing) -> PrintDeck:
    return print_deck(new.world, new.resolved, new.theme).require()


@pytest.mark.parametrize("name", ["car_nk", "new"])
def test_the_words_of_the_briefing_are_heard_in_order(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, pdfinfo: Path
) -> None:
    briefing: Briefing = request.getfixturevalue(name)
    composed = briefing.compose()
    pages = lay_out_report(composed, briefing.theme).require()
    data = write_report(pages, briefing.resolved.document.file).require()
    assert find_difference(composed.html, data, tmp_path, pdfinfo) is None


@pytest.mark.parametrize("what", PRINTS)
def test_the_words_of_prints_are_heard_in_order(
    what: Print, new: Briefing, new_deck: PrintDeck, tmp_path: Path, pdfinfo: Path
) -> None:
    html, data = write(new, what, new_deck)
    assert find_difference(html, data, tmp_path, pdfinfo) is None


def test_the_words_of_a_long_script_are_heard_in_order(
    car_nk: Briefing, tmp_path: Path, pdfinfo: Path
) -> None:
    """The script has every slide, and every note; poppler is slow with what has more pages."""
    deck = print_deck(car_nk.world, car_nk.resolved, car_nk.theme).require()
    html, data = write(car_nk, Print.SCRIPT, deck)
    assert find_difference(html, data, tmp_path, pdfinfo) is None


def test_words_that_run_together_are_found(
    new: Briefing, new_deck: PrintDeck, tmp_path: Path, pdfinfo: Path
) -> None:
    html, data = write(new, Print.SLIDES, new_deck)
    changed, count = re.subn("(>[^<]*[a-z]) ([a-z][^<]*</p>)", r"\1\2", html, count=1)
    assert count == 1
    assert find_difference(changed, data, tmp_path, pdfinfo) is not None


def write(briefing: Briefing, what: Print, deck: PrintDeck) -> tuple[str, bytes]:
    """Return the HTML of a print, and the print."""
    settings = (briefing.world, briefing.resolved, briefing.theme, what, deck)
    return compose_print(*settings).require().html, write_print(*settings).require()


def find_difference(html: str, data: bytes, folder: Path, pdfinfo: Path) -> tuple[str, str] | None:
    """Return what is written first and not heard, and what is heard there; style sheets may add words.

    A figure may be heard later than it is written, where it would leave its page half empty; so captions come last.
    """
    file = folder / "words.pdf"
    file.write_bytes(data)
    body = etree.fromstring(html, etree.HTMLParser()).find("body")
    body.extend(list(body.iter("figcaption")))
    written = "".join(_written(body)).replace("\u00ad", "").casefold().split()
    tree = read_structure(pdfinfo, file)
    _drop_figures(tree)
    tree.kids += list(_take_captions(tree))
    heard = tree.text.casefold().split()
    assert len(heard) > 200
    place = 0
    for number, word in enumerate(heard):
        if place < len(written) and word == written[place]:
            place += 1
        elif not GENERATED.fullmatch(word):
            return " ".join(written[place : place + 9]), " ".join(heard[number : number + 9])
    return None if place == len(written) else (" ".join(written[place:]), "")


def _written(element: etree._Element) -> Iterator[str]:
    """Yield the text of an element; spaces part blocks, and notes come last in theirs."""
    if element.tag in UNHEARD or (element.tag == "div" and element.get("class") == "running"):
        return
    edge = "" if element.tag in INLINE and element.get("class") != "footnote" else " "
    yield edge + (element.text or "")
    for kid in element.iterchildren(tag=etree.Element):
        yield from _written(kid)
        yield kid.tail or ""
    yield edge


def _drop_figures(tag: Tag) -> None:
    """Leave out what is drawn in figures, which have an alternative text."""
    tag.kids = [kid for kid in tag.kids if isinstance(kid, str) or kid.type != "Figure"]
    for kid in tag.kids:
        if isinstance(kid, Tag):
            _drop_figures(kid)


def _take_captions(tag: Tag) -> Iterator[Tag]:
    """Take the captions of figures from where they are."""
    for kid in [kid for kid in tag.kids if isinstance(kid, Tag) and kid.type != "Table"]:
        if kid.type == "Caption":
            tag.kids.remove(kid)
            yield kid
        else:
            yield from _take_captions(kid)
