"""Tell how far the pages of the report are: laid out, and painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Tell = Callable[[int, int, float], None]
"""Told of the page that was made last, of how many there will be, and of the share of the whole work that is done."""

CHARACTERS_PER_PAGE = 3_000
"""What a page of a briefing has, figures included, as long as its pages are not counted."""

MORE = 8
"""Where there are more pages than were expected, one more for each of so many is expected then."""

STYLING, PAINTING, READING = 0.6, 1.2, 0.9
"""What it takes to find the styles and boxes of a page, to paint it, and to mend and read it back, where laying it out
takes 1."""


def tell_nothing(_sheet: int, _sheets: int, _share: float) -> None:
    """Be told of a page or a slide and do nothing."""


class PageProgress:
    """Where the pages of one report are."""

    def __init__(self, tell: Tell, root: Any) -> None:
        self._tell = tell
        body = root.find("body")
        text = "" if body is None else "".join(body.itertext())
        self._pages = max(1, len(text) // CHARACTERS_PER_PAGE)
        self._page = 0
        self._say(0, 0)

    def lay_out(self, page: int) -> None:
        """Tell that a page was laid out; some are laid out again for the numbers of others."""
        self._page = max(self._page, page)
        if page > self._pages:
            self._pages = page + page // MORE
        self._say(self._page, STYLING * self._pages + self._page)

    def follow_painting(self, pages: list[Any]) -> None:
        """Tell of each page as it is painted; how many they are is known now."""
        self._pages = len(pages)
        for number, page in enumerate(pages, 1):
            page.paint = self._telling(number, page.paint)

    def _telling(self, number: int, paint: Callable[..., None]) -> Callable[..., None]:
        def paint_and_tell(*args: Any, **options: Any) -> None:
            paint(*args, **options)
            self._say(number, (STYLING + 1) * self._pages + PAINTING * number)

        return paint_and_tell

    def _say(self, page: int, done: float) -> None:
        of_a_page = STYLING + 1 + PAINTING + READING
        self._tell(page, self._pages, min(done / (self._pages * of_a_page), 1.0))


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 tell the `progress` of the fonts, if they have any, of each page that it lays out."""
    original = weasyprint.layout.make_all_pages

    def make_all_pages(context: Any, *args: Any) -> Iterator[Any]:
        progress: PageProgress | None = getattr(context.font_config, "progress", None)
        for number, page in enumerate(original(context, *args), 1):
            if progress:
                progress.lay_out(number)
            yield page

    weasyprint.layout.make_all_pages = make_all_pages
