from lxml import etree

from builder.pptx.xml import document, join, tag, text


def test_values_are_escaped_and_none_is_left_out() -> None:
    markup = tag("a", tag("b", text('<&>"')), None, x='"<&>\n\t', y=None, on=True, off=False, n=3)
    root = etree.fromstring(markup)
    assert dict(root.attrib) == {"x": '"<&>\n\t', "on": "1", "off": "0", "n": "3"}
    assert root[0].text == '<&>"'


def test_characters_that_xml_cannot_hold_are_dropped() -> None:
    assert etree.fromstring(tag("a", text("x\x00\x0b\ufffe\ud800y"), name="x\x01y")).text == "xy"


def test_an_element_without_content_closes_itself() -> None:
    assert tag("a:p", join([])) == "<a:p/>"


def test_a_document_is_declared_as_utf_8() -> None:
    data = document(tag("a", text("β")))
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
    assert etree.fromstring(data).text == "β"
