"""Runs are marked with the language of their script, where that is not the document's."""

import pytest

from builder.deck.model import ExternalLink, Paragraph, ParagraphAlign, ParagraphStyle, Run
from builder.pptx.drawing.scripts import by_language
from tests.pptx.drawing.test_text import written
from tests.pptx.markup import find

CASES = {
    "plain": ("Cells – naïve ones, 4 µm", "en-US", [("Cells – naïve ones, 4 µm", "en-US")]),
    "empty": ("", "en-US", [("", "en-US")]),
    "a Greek letter is a symbol": ("IFN-γ and Δψ", "en-US", [("IFN-γ and Δψ", "en-US")]),
    "a Greek word": ("in Αθήνα, too", "en-US", [("in ", "en-US"), ("Αθήνα", "el-GR"), (", too", "en-US")]),
    "Hebrew": ("(שלום עולם) now", "en-US", [("(שלום עולם", "he-IL"), (") now", "en-US")]),
    "only Arabic, with figures": ("مرحبا 2020", "de-DE", [("مرحبا 2020", "ar-SA")]),
    "Chinese": ("in 北京", "en-GB", [("in ", "en-GB"), ("北京", "zh-CN")]),
    "Japanese has Chinese signs": ("日本語です", "en-US", [("日本語です", "ja-JP")]),
    "Korean": ("한국어", "en-US", [("한국어", "ko-KR")]),
    "the document's own": ("北京市", "zh-TW", [("北京市", "zh-TW")]),
    "Latin letters in Hebrew": ("שלום CAR", "he-IL", [("שלום ", "he-IL"), ("CAR", "en-US")]),
}


@pytest.mark.parametrize("name", CASES)
def test_text_is_cut_where_its_script_changes(name: str) -> None:
    text, lang, expected = CASES[name]
    assert list(by_language(text, lang)) == expected


def test_each_stretch_is_a_run_with_its_language() -> None:
    element = written(Paragraph((Run("in 北京 now"),)))
    runs = [
        (run.get("lang"), text.text)
        for run, text in zip(find(element, "a:r/a:rPr"), find(element, "a:r/a:t"), strict=True)
    ]
    assert runs == [("en-GB", "in "), ("zh-CN", "北京"), ("en-GB", " now")]


def test_a_link_stays_one_run() -> None:
    element = written(Paragraph((Run("go to 北京市政府 now", link=ExternalLink("https://example.org")),)))
    assert len(find(element, "a:r")) == 1


def test_a_paragraph_that_is_read_from_the_right_says_so() -> None:
    style = ParagraphStyle(align=ParagraphAlign.RIGHT, rtl=True)
    (properties,) = find(written(Paragraph((Run("שלום"),), style=style)), "a:pPr")
    assert dict(properties.attrib) == {"algn": "r", "rtl": "1"}
