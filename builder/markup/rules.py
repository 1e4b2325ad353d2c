"""Inline rules that CommonMark lacks, as rules of markdown-it: `^sup^`, `~sub~`, `[@key]`, `@label`, `{claim}`.

A token that a fault may be reported on carries the offsets of its source as `token.meta["at"]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from markdown_it.rules_inline import StateInline

from builder.markup.citations import has_citation
from builder.markup.labels import CLAIM, LABEL

Rule: TypeAlias = Callable[[StateInline, bool], bool]

_BRACKET = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_BEFORE_ADDRESS = "/.+@=&"


def citation(state: StateInline, silent: bool) -> bool:
    """Take `[@Liu2020, p. 3; @Marin2024]`."""
    match = _BRACKET.match(state.src, state.pos, state.posMax)
    if match is None or not has_citation(match[1]):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[1]
        token.meta["at"] = match.span()
    state.pos = match.end()
    return True


def cross_reference(state: StateInline, silent: bool) -> bool:
    """Take `@fig-car`; punctuation after it is not part of it, and an e-mail address is none."""
    if state.src[state.pos] != "@":
        return False
    before = state.src[state.pos - 1] if state.pos else " "
    match = LABEL.match(state.src, state.pos + 1, state.posMax)
    if match is None or before.isalnum() or before in _BEFORE_ADDRESS:
        return False
    if not silent:
        token = state.push("cross_reference", "", 0)
        token.content = match[0]
        token.meta["at"] = (state.pos, match.end())
    state.pos = match.end()
    return True


def claim(state: StateInline, silent: bool) -> bool:
    """Take `{liu-response}` and `{liu-response.n}`."""
    match = CLAIM.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("claim", "", 0)
        token.content = match[0]
        token.meta["at"] = match.span()
    state.pos = match.end()
    return True


def raised_or_lowered(marker: str, name: str) -> Rule:
    """Return the rule that takes text between two `marker`, without white space, as `name`."""

    def rule(state: StateInline, silent: bool) -> bool:
        start, limit = state.pos, state.posMax
        if silent or state.src[start] != marker:
            return False
        end = _find_closing(state, marker)
        if end is None:
            return False
        state.push(f"{name}_open", name, 1)
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.push(f"{name}_close", name, -1)
        state.pos, state.posMax = end + 1, limit
        return True

    return rule


def _find_closing(state: StateInline, marker: str) -> int | None:
    """Return where the text that a marker opens here is closed, or None; `state` is left as it was."""
    start = state.pos
    state.pos = start + 1
    while state.pos < state.posMax and state.src[state.pos] not in (marker, " ", "\t", "\n"):
        state.md.inline.skipToken(state)
    end, state.pos = state.pos, start
    closed = start + 1 < end < state.posMax and state.src[end] == marker
    if marker in (state.src[start - 1 : start], state.src[end + 1 : end + 2]):
        return None  # doubled, as in ~~struck~~, which is no markup here
    inside = state.src[start + 1 : end]
    return end if closed and not any(space in inside for space in " \t\n") else None


def with_place(rule: Rule, *token_types: str) -> Rule:
    """Return `rule` made to note where the first token of such a type that it pushes stands."""

    def located(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[count:]:
            if token.type in token_types:
                token.meta["at"] = (start, state.pos)
                break
        return True

    return located
