"""Stage 7, write the web page: everything that it shows inside one file."""

from __future__ import annotations

from builder.compose.web.page import FONT_FACES, ComposedPage
from builder.store import Store
from builder.theme.theme import Theme
from builder.web.fonts import font_faces
from builder.web.pictures import data_address


def write_page(page: ComposedPage, theme: Theme, store: Store | None) -> bytes:
    """Return the page as UTF-8 with its fonts and pictures inside; nothing comes from the clock."""
    html = page.html.replace(FONT_FACES, font_faces(theme, page.html, store), 1)
    for address, picture in page.pictures.items():
        html = html.replace(f'"{address}"', f'"{data_address(picture, theme, store)}"')
    return html.encode()
