"""Paragraphs are set in the direction in which they are read."""

from xml.etree import ElementTree

import pytest

from builder.layout.direction import RIGHT_TO_LEFT, mark_direction


def marked(html: str) -> list[str]:
    root = ElementTree.fromstring(f"<body>{html}</body>")
    mark_direction(root)
    return [element.tag for element in root.iter() if RIGHT_TO_LEFT in element.get("style", "")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>CAR-NK שלום</p>", []),
        ("<p>(2020) שלום CAR-NK</p><p>so</p>", ["p"]),
        ("<p><b>שלום</b> so</p>", ["p"]),
        ("<ul><li>one<ul><li>שלום</li></ul></li></ul>", ["li"]),
        ("<table><tr><td>مرحبا</td><td>b</td></tr></table>", ["td"]),
        ('<h2 style="color: red">שלום</h2>', ["h2"]),
    ],
)
def test_the_first_letter_decides(html: str, expected: list[str]) -> None:
    assert marked(html) == expected
