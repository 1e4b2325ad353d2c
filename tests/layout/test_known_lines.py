"""A line is broken once for each text, style and measure, and each box can change its own."""

from __future__ import annotations

from builder.layout.fonts import theme_fonts
from builder.layout.known_lines import KnownLines
from builder.layout.weasy import weasyprint
from tests.deck.samples import clinical, layouter

HTML = "<section class=slide><p>The same words in the same measure</p></section>"


class _Layout:
    def __init__(self, text: str) -> None:
        self.text = text


def test_a_line_has_a_layout_of_its_own() -> None:
    lines = KnownLines()
    lines.keep(("key",), object(), (_Layout("words"), 5))
    first, second = lines.find(("key",)), lines.find(("key",))
    assert first is not None
    assert second is not None
    first[0].text = "changed"
    assert second[0].text == "words"
    assert lines.find(("other",)) is None


def note_broken(monkeypatch) -> list[str]:
    """Return the list of the texts that are broken into lines from now on."""
    broken: list[str] = []
    create = weasyprint.text.line_break.create_layout

    def note(text: str, *args: object) -> object:
        broken.append(text)
        return create(text, *args)

    monkeypatch.setattr(weasyprint.text.line_break, "create_layout", note)
    return broken


def test_the_same_text_is_broken_once(monkeypatch) -> None:
    slides = layouter("p { margin: 0; width: 90px }")
    page = slides.lay_out(HTML)
    broken = note_broken(monkeypatch)
    slides.lay_out(HTML.replace("</p>", "</p><hr>"))
    assert not [text for text in broken if "measure" in text or "same" in text]
    assert len([line for box in page.root.walk() for line in box.lines]) > 2


def test_lines_that_are_asked_for_stay_when_others_are_forgotten(monkeypatch) -> None:
    monkeypatch.setattr("builder.layout.known_lines.LIMIT", 2)
    lines = KnownLines()
    for name in "abc":
        lines.keep((name,), object(), (_Layout(name), 5))
        assert lines.find(("a",))
    lines.keep(("d",), object(), (_Layout("d"), 5))
    assert lines.find(("a",))
    assert lines.find(("b",)) is None


def test_letters_of_drawings_are_set_once_for_all_texts_of_a_look(monkeypatch) -> None:
    text = '<text x="{}" y="9" font-family="Carlito" font-size="{}">{}</text>'
    drawing = "".join(text.format(*one) for one in ((0, 9, "aab"), (20, 9, "ba"), (40, 8, "a")))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="20">{drawing}</svg>'
    broken = note_broken(monkeypatch)
    source = weasyprint.HTML(string=f"<body>{svg}")
    source.write_pdf(font_config=theme_fonts(clinical()))
    assert sorted(text for text in broken if len(text) == 1) == ["a", "a", "b"]
