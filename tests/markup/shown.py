"""Inline nodes shown again as HTML, and the places of a text that is a file of its own."""

from collections.abc import Callable
from html import escape

from builder.diagnostics import Span
from builder.markup import TextMap, TextRun
from builder.model.inline import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Subscript,
    Superscript,
    Text,
)

TAGS = {Emphasis: "em", Strong: "strong", Superscript: "sup", Subscript: "sub"}


def locate_in(text: str) -> Callable[[int, int], Span]:
    """Return the places of the characters of `text`, were it a file."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return TextMap("t.md", tuple(TextRun(start, number, 1) for number, start in enumerate(starts, 1))).locate


def as_html(nodes: Inlines) -> str:
    """Return nodes as the HTML that CommonMark's examples are written in; citations and references as `<cite>`."""
    parts: list[str] = []
    for node in nodes:
        match node:
            case Text(text=text):
                parts.append(escape(text, quote=False).replace('"', "&quot;"))
            case Code(text=text):
                parts.append(f"<code>{escape(text, quote=False).replace(chr(34), '&quot;')}</code>")
            case LineBreak():
                parts.append("<br />\n")
            case Link(href=href, content=content):
                parts.append(f'<a href="{escape(href, quote=False)}">{as_html(content)}</a>')
            case Citation(items=items):
                parts.append(f"<cite>{'; '.join(item.key for item in items)}</cite>")
            case CrossReference(label=label):
                parts.append(f"<ref>{label}</ref>")
            case Footnote(content=content):
                parts.append(f"<note>{as_html(content)}</note>")
            case Emphasis() | Strong() | Superscript() | Subscript():
                tag = TAGS[type(node)]
                parts.append(f"<{tag}>{as_html(node.content)}</{tag}>")
            case _:
                raise TypeError(node)
    return "".join(parts)
