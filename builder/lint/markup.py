"""Markdown text with its markup masked, character for character, so that patterns see words and keep their places."""

from __future__ import annotations

import re

from builder.markup.labels import CLAIM

HIDDEN = "\ue000"
"""Stands for each character of markup, code and addresses."""

CITED = "\ue001"
"""Stands for each character of a citation."""

CLAIMED = "\ue002"
"""Stands for each character of a claim that is inserted, `{liu-response}`."""

REFERRED = "\ue003"
"""Stands for each character of a cross-reference."""

_MARKUP = re.compile(
    r"(?P<code>(?<!`)`+[^`]+`+)"
    rf"|(?P<inserted>(?<!\\){CLAIM.pattern})"
    r"|(?P<citation>\[(?=[^\[\]]*@)[^\[\]@]*(?<!\w)-?@\w[^\[\]]*\])"
    r"|(?P<target>\]\((?:[^()\s]|\([^()\s]*\))*\)|<?https?://[^\s<>)\]]+>?)"
    r"|(?P<reference>(?<![\w@])@[A-Za-z][\w:-]*\w)"
    r"|(?P<mark>\*+|(?<!\w)_+(?=\w)|(?<=[\w.,;:!?)])_+(?!\w)|\\(?=[^\w\s]))"
)
_MASKS = {"citation": CITED, "inserted": CLAIMED, "reference": REFERRED}


def mask_markup(text: str) -> str:
    """Return `text`, of the same length, with its markup masked."""
    return _MARKUP.sub(_mask, text) if _MAY_HOLD.search(text) else text


_MAY_HOLD = re.compile(r"[`{@*_\\]|\]\(|://")


def _mask(match: re.Match[str]) -> str:
    return next((mask for name, mask in _MASKS.items() if match[name]), HIDDEN) * len(match[0])
