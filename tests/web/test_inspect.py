from builder.web.inspect import NARROW, WIDE, inspect_page

PAGE = b"""<!doctype html><html><head><title>Title</title><style>p {}</style></head><body>
<p>First <em>part</em><sup>2</sup></p><p>second</p>
<div><svg class="wide" aria-label="two bars"><text>Wide</text><text>name</text></svg>
<svg class="narrow" aria-label="two bars"><text>Narrow</text></svg></div>
<div><svg class="wide" aria-label="alone"><text>Alone</text></svg></div>
<img src="data:," alt="a cell"><img src="data:," alt=""></body></html>"""


def lines(window: str) -> list[str]:
    return [line for line in inspect_page(PAGE, window).text.split("\n") if line.strip()]


def test_parts_stand_on_lines_of_their_own_and_what_is_within_them_does_not() -> None:
    assert lines(WIDE)[:2] == ["First part2", "second"]


def test_each_window_shows_its_drawing_or_the_only_one() -> None:
    assert lines(WIDE)[2:] == ["Wide", "name", "Alone"]
    assert lines(NARROW)[2:] == ["Narrow", "Alone"]


def test_alternative_texts_are_those_of_pictures_and_drawings_that_are_shown() -> None:
    assert inspect_page(PAGE, WIDE).alts == ("two bars", "alone", "a cell")


def test_characters_are_read_as_utf8() -> None:
    assert "β ≥ 3" in inspect_page("<p>β ≥ 3</p>".encode(), WIDE).text


def test_an_attribute_may_be_as_long_as_a_photograph() -> None:
    data = f'<img alt="long" src="data:,{"A" * 11_000_000}"><p>after</p>'.encode()
    reading = inspect_page(data, WIDE)
    assert reading.alts == ("long",)
    assert "after" in reading.text
