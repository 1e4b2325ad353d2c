"""The Markdown parser: CommonMark without HTML, code blocks by indentation and link definitions, plus our rules."""

from __future__ import annotations

from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import autolink, image, link
from markdown_it.token import Token

from builder.markup.footnote_rules import footnote_call, footnote_definition, inline_footnote
from builder.markup.rules import citation, claim, cross_reference, raised_or_lowered, with_place

KNOWN_TEXTS = 2048
"""Texts, of some 5 kB each as tokens, that are remembered for the next build of the same process."""


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """Take every target as a link, so that one that is not allowed is reported and not shown as text."""
        return True


@cache
def find_parser() -> MarkdownIt:
    """Return the parser, made once.

    Indented lines are paragraphs, because indentation belongs to YAML. Headings, quotations, rules, fences and tables
    are recognised so that they can be reported.
    """
    parser = _Parser("commonmark", {"html": False})
    parser.disable(["code", "reference", "html_block", "html_inline"])
    parser.enable("table")
    ruler = parser.inline.ruler
    ruler.at("link", with_place(link, "link_open"))
    ruler.at("image", with_place(image, "image"))
    ruler.at("autolink", with_place(autolink, "link_open"))
    ruler.before("link", "footnote_call", footnote_call)
    ruler.after("link", "citation", citation)
    ruler.after("autolink", "cross_reference", cross_reference)
    ruler.after("autolink", "claim", claim)
    ruler.after("emphasis", "superscript", raised_or_lowered("^", "sup"))
    ruler.before("superscript", "inline_footnote", inline_footnote)
    ruler.after("emphasis", "subscript", raised_or_lowered("~", "sub"))
    parser.block.ruler.before("reference", "footnote_definition", footnote_definition, {"alt": ["paragraph"]})
    return parser


@lru_cache(KNOWN_TEXTS)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text with blocks in it, which nobody changes."""
    return tuple(find_parser().parse(text))


@lru_cache(KNOWN_TEXTS)
def inline_tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text without blocks, which nobody changes."""
    return tuple(find_parser().parseInline(text)[0].children or ())
