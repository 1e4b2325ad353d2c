"""Languages of text: what a run is marked with where its script is not the document's (ECMA-376 part 1, 21.1.2.3.9)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

LANGUAGES = {
    "Arab": "ar-SA", "Armn": "hy-AM", "Beng": "bn-IN", "Bopo": "zh-TW", "Cyrl": "ru-RU", "Deva": "hi-IN",
    "Ethi": "am-ET", "Geor": "ka-GE", "Grek": "el-GR", "Gujr": "gu-IN", "Guru": "pa-IN", "Hang": "ko-KR",
    "Hani": "zh-CN", "Hebr": "he-IL", "Hira": "ja-JP", "Kana": "ja-JP", "Khmr": "km-KH", "Knda": "kn-IN",
    "Laoo": "lo-LA", "Latn": "en-US", "Mlym": "ml-IN", "Sinh": "si-LK", "Taml": "ta-IN", "Telu": "te-IN",
    "Thai": "th-TH",
}  # fmt: skip
"""The language that most often uses a script, by its ISO 15924 code: it chooses font, spelling and line breaks."""

_OWN = {
    "zh": "Hani Bopo", "ja": "Hani Hira Kana", "ko": "Hang Hani", "he": "Hebr", "yi": "Hebr", "el": "Grek",
    "th": "Thai", "hy": "Armn", "ka": "Geor", "hi": "Deva", "mr": "Deva", "ne": "Deva", "bn": "Beng", "ta": "Taml",
    "te": "Telu",
} | dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug"), "Arab") | dict.fromkeys(
    ("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"), "Cyrl"
)  # fmt: skip
"""The scripts of a language, by its primary subtag; all others are written in Latin letters."""

_LATIN_END = "\u0370"
_LONGEST_SYMBOL = 2
"""So many Greek letters are a symbol, such as β or Δψ, and no word."""


@lru_cache(maxsize=4096)
def by_language(text: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return `text` in stretches of one language, each with its tag; `lang` is the document's.

    Signs, figures and spaces belong to the language around them, to the document's between two languages.
    """
    own = frozenset(_OWN.get(lang.split("-")[0].lower(), "Latn").split())
    if "Latn" in own and max(text, default="") < _LATIN_END:
        return ((text, lang),)
    stretches = _settled(_stretches(text, own, lang), lang)
    return tuple(
        ("".join(part for part, _ in group), key)
        for key, group in groupby(stretches, key=lambda pair: pair[1])
    )


def _stretches(text: str, own: frozenset[str], lang: str) -> list[tuple[str, str | None]]:
    """Return the stretches of one language, None for that of what every language shares."""
    from fontTools.unicodedata import script

    scripts = [script(character) for character in text]
    han = "ja-JP" if {"Hira", "Kana"} & set(scripts) else "ko-KR" if "Hang" in scripts else "zh-CN"

    def language(index: int) -> str | None:
        code = scripts[index]
        if code in own:
            return lang
        return han if code == "Hani" else LANGUAGES.get(code)

    return [
        (
            "".join(text[index] for index in group),
            lang if key == "el-GR" and len(group) <= _LONGEST_SYMBOL else key,
        )
        for key, group in ((key, list(found)) for key, found in groupby(range(len(text)), key=language))
    ]


def _settled(stretches: list[tuple[str, str | None]], lang: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches with the language of those that every language shares."""
    for index, (part, own) in enumerate(stretches):
        before = stretches[index - 1][1] if index else None
        after = stretches[index + 1][1] if index + 1 < len(stretches) else None
        around = before if before == after or after is None else after if before is None else None
        yield part, own or around or lang
