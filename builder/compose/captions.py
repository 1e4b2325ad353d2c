"""Captions on slides: the first sentence stands above what is shown, the rest among the notes below it."""

from __future__ import annotations

import re

from builder.model.inline import Inline, Inlines, Text, plain_text

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\]%”’])\.(?:\s+)(?=[A-Z0-9†‡“])")
"""A full stop after a word, before a new start; abbreviations such as "U.S." or "J. Doe" have capitals before it."""
_ENDS_BEFORE = re.compile(r"\.(?:\s+)(?=[A-Z0-9†‡“])")
"""The same at the beginning of a text, where what ends is a link or a citation before it."""


def split_caption(caption: Inlines) -> tuple[Inlines, Inlines]:
    """Return the first sentence of a caption, without its full stop, and all that follows."""
    for index, node in enumerate(caption):
        if not isinstance(node, Text):
            continue
        match = (index and _ENDS_BEFORE.match(node.text)) or _SENTENCE_END.search(node.text)
        if match:
            before = Text(node.text[: match.start()], node.span)
            after = Text(node.text[match.end() :], node.span)
            return (*caption[:index], before), (after, *caption[index + 1 :])
    return _without_full_stop(caption), ()


def caption_beyond(caption: Inlines, title: Inlines) -> Inlines:
    """Return what a caption says beyond the slide's title, which may be its first sentence."""
    first, rest = split_caption(caption)
    return rest if plain_text(first) == plain_text(title) else caption


def _without_full_stop(caption: Inlines) -> Inlines:
    if not caption or not isinstance(last := caption[-1], Text):
        return caption
    ending: Inline = Text(last.text.rstrip().removesuffix("."), last.span)
    return (*caption[:-1], ending)


def join_notes(notes: tuple[Inlines, ...]) -> Inlines:
    """Return notes one after the other, each once, a space between them."""
    joined: list[Inline] = []
    for note in dict.fromkeys(note for note in notes if note):
        joined += [*([Text(" ")] if joined else []), *note]
    return tuple(joined)
