"""Inlines, sentences and prose as HTML: the filters of every template."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from builder.compose.elements import element, join
from builder.compose.hanging import hang
from builder.compose.inlines import inlines, set_text
from builder.model.inline import Inlines, plain_text
from builder.model.prose import Paragraph, Prose, ProseNode


def sentence(content: Inlines) -> Markup:
    """Return `content` as HTML, with a full stop unless it ends as a sentence does."""
    ended = plain_text(content).rstrip().endswith((".", "!", "?", ":", "…"))
    return inlines(content) + ("" if ended else ".")


def prose(content: Prose) -> Markup:
    """Return paragraphs and lists as HTML."""
    return join(_prose_node(node) for node in content)


def _prose_node(node: ProseNode) -> Markup:
    if isinstance(node, Paragraph):
        leads_in = plain_text(node.content).rstrip().endswith(":")
        kind = "aside" if node.aside else "lead-in" if leads_in else ""
        return element("p", inlines(node.content), **({"class_": kind} if kind else {}))
    items = join(element("li", _item(item)) for item in node.items)
    if node.start is None:
        return element("ul", items)
    return element("ol", items, **({"start": str(node.start)} if node.start != 1 else {}))


def _item(content: Prose) -> Markup:
    """Return a list item's content; its first paragraph stands without `p`, as in a tight list."""
    if content and isinstance(content[0], Paragraph):
        return inlines(content[0].content) + prose(content[1:])
    return prose(content)


def css(text: str) -> Markup:
    """Return a style sheet as it may stand in a `style` element."""
    return Markup(text.replace("</", "<\\/"))


FILTERS: dict[str, Callable[..., object]] = {
    "css": css,
    "hang": hang,
    "inlines": inlines,
    "prose": prose,
    "sentence": sentence,
    "plain": plain_text,
    "typeset": set_text,
}
"""The filters of every template."""
