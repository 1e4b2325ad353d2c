"""Rules of markdown-it for footnotes: `^[text]` and `[^key]` in lines, `[^key]: text` as a block."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_CALL = re.compile(r"\[\^([^\[\]^\s]+)\]")
_DEFINITION = re.compile(_CALL.pattern + r":[ \t]*")
FURTHER_INDENT = 4
"""Columns by which pandoc wants the further paragraphs of a footnote indented."""


def inline_footnote(state: StateInline, silent: bool) -> bool:
    """Take `^[text]`; `^[text]^` is raised text in brackets."""
    start, limit = state.pos, state.posMax
    if not state.src.startswith("^[", start):
        return False
    end = state.md.helpers.parseLinkLabel(state, start + 1)
    if state.src[end + 1 : end + 2] == "^" and end > 0:
        return False
    if end < 0:
        return _take_unclosed(state, silent)
    if not silent:
        state.push("footnote_open", "", 1).meta["at"] = (start, end + 1)
        state.pos, state.posMax = start + 2, end
        state.md.inline.tokenize(state)
        state.push("footnote_close", "", -1)
    state.pos, state.posMax = end + 1, limit
    return True


def _take_unclosed(state: StateInline, silent: bool) -> bool:
    if not silent:
        state.push("footnote_unclosed", "", 0).meta["at"] = (state.pos, state.pos + 2)
    state.pos += 2
    return True


def footnote_call(state: StateInline, silent: bool) -> bool:
    """Take `[^key]`."""
    match = _CALL.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("footnote_call", "", 0)
        token.content = match[1]
        token.meta["at"] = match.span()
    state.pos = match.end()
    return True


def footnote_definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Take `[^key]: text`, up to a blank line or the next definition."""
    match = _definition_at(state, start_line)
    if match is None:
        return False
    if silent:
        return True
    after = start_line + 1
    while after < end_line and not state.isEmpty(after) and _definition_at(state, after) is None:
        after += 1
    first = start_line if match.end() < len(match.string) else start_line + 1
    opening = state.push("footnote_definition_open", "", 1)
    opening.map = [start_line, after]
    opening.meta = {"key": match[1], "goes_on": _goes_on(state, after, end_line)}
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start_line, after, state.blkIndent, False).lstrip()[match.end() :].strip()
    inline.map, inline.children = [first, after], []
    state.push("footnote_definition_close", "", -1)
    state.line = after
    return True


def _definition_at(state: StateBlock, line: int) -> re.Match[str] | None:
    return _DEFINITION.match(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])


def _goes_on(state: StateBlock, line: int, end_line: int) -> bool:
    """Return whether an indented paragraph follows after blank lines, which pandoc would take for the note's."""
    while line < end_line and state.isEmpty(line):
        line += 1
    return line < end_line and state.sCount[line] - state.blkIndent >= FURTHER_INDENT
