"""Footnotes in running text: what a call means, and what is wrong with one (pandoc's `^[…]` and `[^key]`)."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.diagnostics import Diagnostics, Span
from builder.diagnostics.suggest import suggest
from builder.model.inline import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Link,
    Strong,
    Subscript,
    Superscript,
    Text,
)


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one text.

    Attributes:
        allowed: whether it may have any. defining: whether a definition is being read, which may hold none.
    """

    diagnostics: Diagnostics
    allowed: bool = False
    defining: bool = False
    _definitions: dict[str, tuple[Inlines, Span]] = field(default_factory=dict)
    _called: set[str] = field(default_factory=set)

    def define(self, key: str, content: Inlines, span: Span) -> None:
        """Take a definition, `[^key]: …` (B244 for a second one of the key)."""
        first = self._definitions.setdefault(key, (content, span))
        if first[1] != span:
            self.diagnostics.error(
                "B244",
                f"footnote '{key}' is defined twice",
                span,
                label=f"first in line {first[1].start.line}",
                help="give one of the two another key, where it is called too",
            )
        self._check_content(content, span)

    def note(self, content: Inlines, span: Span) -> Inline:
        """Return the node of `^[content]`."""
        self._check_content(content, span)
        return Footnote(content, span) if self._may_stand(content, span) else Superscript(content)

    def call(self, key: str, span: Span) -> Inline:
        """Return the node of `[^key]`; each call is a footnote of its own, as pandoc has it."""
        written = Text(f"[^{key}]", span)
        if not self._may_stand((), span):
            return written
        self._called.add(key)
        if key not in self._definitions:
            otherwise = (
                f"write '[^{key}]: …' on a line of its own in this text, or '\\[' if the bracket is meant"
            )
            help = suggest(key, self._definitions, otherwise)
            self.diagnostics.error("B242", f"footnote '{key}' is not defined in this text", span, help=help)
            return written
        return Footnote(self._definitions[key][0], span)

    def refuse_unclosed(self, span: Span) -> Inline:
        """Report `^[` without an end (B246), and return it as text."""
        help = "end it with ']', or write '\\^[' if the signs are meant"
        self.diagnostics.error("B246", "footnote without an end", span, help=help)
        return Text("^[", span)

    def report_uncalled(self) -> None:
        """Report the definitions that nothing calls (B243): nobody would read them."""
        for key, (_, span) in self._definitions.items():
            if key not in self._called:
                help = f"write '[^{key}]' where it belongs, or remove it"
                self.diagnostics.error("B243", f"nothing calls footnote '{key}'", span, help=help)

    def refuse_further_paragraph(self, key: str, span: Span) -> None:
        """Report a definition that goes on after a blank line (B247)."""
        help = "make it one paragraph: the indented text below it would be taken for the text itself"
        self.diagnostics.error("B247", f"footnote '{key}' has a second paragraph", span, help=help)

    def _may_stand(self, content: Inlines, span: Span) -> bool:
        if not self.allowed:
            message = "footnote where none can stand"
            help = (
                "only the value of 'text', 'abstract' and 'disclosure' can have footnotes; say it in the text"
            )
        elif self.defining or _holds_footnote(content):
            message, help = (
                "footnote inside a footnote",
                "make one of the two, or put the inner one in brackets",
            )
        else:
            return True
        self.diagnostics.error("B245", message, span, help=help)
        return False

    def _check_content(self, content: Inlines, span: Span) -> None:
        if all(isinstance(node, Text) and not node.text.strip() for node in content):
            help = "write its text, or remove it"
            self.diagnostics.error("B246", "footnote without text", span, help=help)


def _holds_footnote(content: Inlines) -> bool:
    return any(
        isinstance(node, Footnote)
        or (
            isinstance(node, Emphasis | Strong | Superscript | Subscript | Link)
            and _holds_footnote(node.content)
        )
        for node in content
    )
