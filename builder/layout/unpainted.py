"""Lay out a document whose boxes are read and never painted, as those of slides are.

Why: backgrounds, links, anchors, bookmarks and metadata, which only painting asks for, take a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any


def lay_out_unpainted(weasyprint: Any, source: Any, style_sheets: Sequence[object], fonts: Any) -> list[Any]:
    """Return the page boxes of an HTML document; `fonts` must be told that they are `unpainted`.

    Why presentational hints: WeasyPrint takes the `start` and `value` of lists for such.
    """
    engine = weasyprint.document
    counters = weasyprint.css.counters.CounterStyle()
    options = {**weasyprint.DEFAULT_OPTIONS, "stylesheets": style_sheets, "presentational_hints": True}
    context = engine.Document._build_layout_context(source, fonts, counters, {}, options)
    root = engine.build_formatting_structure(
        source.etree_element, context.style_for, context.get_image_from_uri, source.base_url,
        context.target_collector, counters, context.footnotes,
    )  # fmt: skip
    return list(engine.layout_document(source, root, context))


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 place no backgrounds where the fonts are `unpainted`.

    Images are still asked for, because it complains of those that are not there.
    """
    original = weasyprint.layout.layout_backgrounds

    def layout_backgrounds(page: Any, find_image: Callable[..., Any]) -> None:
        if getattr(page.style.font_config, "unpainted", False):
            _ask_for_images(page, find_image)
        else:
            original(page, find_image)

    weasyprint.layout.layout_backgrounds = layout_backgrounds


def _ask_for_images(box: Any, find_image: Callable[..., Any]) -> None:
    for child in box.all_children():
        _ask_for_images(child, find_image)
    known = box.style.__dict__
    if "images" not in known:
        known["images"] = tuple(_images(box.style))
    for address in known["images"]:
        find_image(url=address)


def _images(style: Any) -> Iterator[str]:
    """Yield the addresses of the images that boxes of a style are painted with."""
    values = [style["border_image_source"], style["mask_border_source"]]
    if style["visibility"] != "hidden":
        values += style["background_image"]
    return (value for kind, value in values if kind == "url")
