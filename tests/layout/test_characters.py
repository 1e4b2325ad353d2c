"""HTML is read as before, and what finds a stretch of characters is made once."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import tinyhtml5
from tinyhtml5 import inputstream

from builder.layout import weasy
from builder.layout.characters import Patterns

HTML = """<!doctype html><title>a &amp; b</title><!-- one - two --><style>p > a { content: "]^-" }</style>
<p id=x class='a "b' title="it's &lt;">three<br>four \u0000 \u2028 five<table><tr><td>cell<td>^]-\\</table>
<svg viewBox="0 0 1 1"><![CDATA[ x ]]></svg><script>if (a < b) "-->"</script><textarea>
 </textarea>"""


def read(patterns: dict[object, object], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(inputstream, "characters_until_regex", patterns)
    return ElementTree.tostring(tinyhtml5.parse(HTML.replace("\\u0000", "\\0")), encoding="unicode")


def test_the_same_elements_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(Patterns(), monkeypatch) == read({}, monkeypatch)


def test_a_pattern_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    patterns = Patterns()
    read(patterns, monkeypatch)
    made = dict(patterns)
    read(patterns, monkeypatch)
    assert len(made) > 5
    assert patterns == made


def test_the_engine_reads_with_them() -> None:
    assert isinstance(weasy.weasyprint.tinyhtml5.inputstream.characters_until_regex, Patterns)
