"""Stage 5, compose the web page: the resolved document through the theme's templates to one HTML document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from builder.compose.briefing import KIND_TEMPLATES, briefing_context, picture_address
from builder.compose.environment import make_environment, read_style_sheets
from builder.compose.loader import find_template
from builder.compose.rendering import render_template
from builder.compose.tokens import color_tokens, font_tokens
from builder.compose.web.charts import draw_web_charts
from builder.compose.web.dark import dark_colors
from builder.compose.web.notes import with_calls
from builder.compose.web.return_links import ReturnLinks
from builder.diagnostics import Diagnostics, Outcome
from builder.model.block import Block, Output
from builder.model.resolved import Picture, ResolvedDocument
from builder.theme.theme import Theme
from builder.world import World

TEMPLATE = "html/page.html.j2"
STYLE_SHEET = "html/page.css"
FONT_FACES = "/* diptych: font faces */"
"""Stands in the style sheets for the fonts until the file is written."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""What the page allows itself (Content Security Policy, level 3): nothing from elsewhere, no script."""


@dataclass(frozen=True, slots=True)
class ComposedPage:
    """The web page before its pictures and fonts are put in.

    Attributes:
        html: a whole document. pictures: what its `diptych:` addresses stand for.
    """

    html: str
    pictures: Mapping[str, Picture]


def compose_page(world: World, resolved: ResolvedDocument, theme: Theme) -> Outcome[ComposedPage]:
    """Return the briefing as a web page.

    Diagnostics: B401, a template has a fault; B605, a name has no room in a chart.
    """
    found = Diagnostics()
    resolved, footnotes = with_calls(resolved)
    context = {
        **briefing_context(resolved),
        "footnotes": footnotes,
        "charts": draw_web_charts(resolved.document, theme, found),
        "pictures": resolved.pictures,
        "citations": ReturnLinks(resolved.references_in(Output.REPORT)),
        "paper": theme.slot_color("lt1"),
        "dark_paper": dark_colors(theme)[theme.slots["lt1"]],
        "policy": POLICY,
        "styles": _styles(world, theme, found),
        "template_of": _template_finder(world, theme),
    }
    html = render_template(make_environment(world, theme), TEMPLATE, context, found)
    if html is None:
        return found.outcome(None)
    pictures = {picture_address(path): picture for path, picture in resolved.pictures.items()}
    return found.outcome(ComposedPage(html, pictures))


def _styles(world: World, theme: Theme, found: Diagnostics) -> tuple[str, ...]:
    """Return the fonts' place, the tokens for light and for dark screens, and the theme's style sheet.

    Paper is always light, and so is `--picture-paper`, for which pictures were drawn.
    """
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{color_tokens(dark_colors(theme))}}}\n"
    pictures = f":root {{ --picture-paper: #{theme.slot_color('lt1')} }}\n"
    tokens = color_tokens(theme.colors) + font_tokens(theme) + pictures + dark
    return (FONT_FACES, tokens, *read_style_sheets(world, theme, (STYLE_SHEET,), found).values())


def _template_finder(world: World, theme: Theme) -> Callable[[Block], str]:
    """Return what names the template of a block: the page's own, or the one for paper where there is none."""

    def template_of(block: Block) -> str:
        kind = KIND_TEMPLATES[type(block).__name__]
        own = f"html/blocks/{kind}.html.j2"
        return own if find_template(world, theme, own) else f"report/blocks/{kind}.html.j2"

    return template_of
