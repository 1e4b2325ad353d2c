"""Find where abbreviations are used, and tell of those that are listed in vain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from builder.diagnostics import Diagnostics, Span
from builder.model.document import Abbreviation, Document
from builder.model.fields import field_names
from builder.model.resolved import Picture

_NOT_SHOWN = frozenset(
    {
        "path",
        "id",
        "claim",
        "claims",
        "claim_uses",
        "data_files",
        "file",
        "href",
        "keys",
        "target",
        "abbreviations",
        "references",
        "keywords",
    }
)


def short_form_pattern(short_forms: Iterable[str]) -> re.Pattern[str]:
    """Return what matches the short forms as words, the longest first; a plural "s" may follow."""
    longest_first = sorted(short_forms, key=len, reverse=True)
    forms = "|".join(re.escape(short).replace("\\-", "[-\u2011]") for short in longest_first)
    return re.compile(rf"(?<!\w)(?:{forms})(?=s?(?!\w))")


def check_abbreviations(
    document: Document, pictures: Mapping[str, Picture], diagnostics: Diagnostics
) -> None:
    """Warn of abbreviations that nothing uses (B540), and of two for one meaning (B541).

    Text anywhere counts as use: in data, in alternative text, in SVG pictures, in another's meaning.
    """
    texts = [*(item.long for item in document.abbreviations), *_texts_in(pictures)]
    _add_texts(document, texts)
    shown = "\n".join(texts)
    meanings: dict[str, Abbreviation] = {}
    for item in document.abbreviations:
        if short_form_pattern([item.short]).search(shown) is None:
            message = f"abbreviation '{item.short}' is listed, but not used"
            diagnostics.warning("B540", message, item.span, help="remove it from the list")
        first = meanings.setdefault(" ".join(item.long.casefold().split()), item)
        if first is not item:
            message = f"'{item.short}' and '{first.short}' are short for the same"
            help = "use one of the two everywhere, and remove the other from the list"
            diagnostics.warning("B541", message, item.span, help=help)


def _add_texts(value: object, texts: list[str]) -> None:
    """Add every text that a part of the document holds, but for names of things."""
    if isinstance(value, str):
        texts.append(value)
    elif isinstance(value, tuple):
        for part in value:
            _add_texts(part, texts)
    elif not isinstance(value, Span):
        for name in field_names(value):
            if name not in _NOT_SHOWN:
                _add_texts(getattr(value, name), texts)


def _texts_in(pictures: Mapping[str, Picture]) -> Iterator[str]:
    for picture in pictures.values():
        if picture.media_type == "image/svg+xml":
            yield re.sub(r"<[^>]*>", " ", picture.data.decode("utf-8", "replace"))
