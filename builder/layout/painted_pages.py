"""Let go of what a page was painted from as soon as nothing asks for it, so that memory never holds all pages twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps
from typing import Any


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 join the instructions of a page once it is painted, and part with its boxes once tagged.

    Of the elements that tag it, their bytes are kept. A page can be painted once.
    """
    pages, tags, pydyf = weasyprint.document.Page, weasyprint.pdf.tags, weasyprint.pdf.pydyf
    paint, build, page_box = pages.paint, tags._build_box_tree, weasyprint.formatting_structure.boxes.PageBox
    to_bytes = pydyf._to_bytes

    class Written(pydyf.Object):  # type: ignore[misc, name-defined] # pydyf has no types
        """An object that is bytes already; the class has the attributes that objects seldom have otherwise."""

        offset, generation, free, data = 0, 0, "n", b""

        def __init__(self, number: int, data: bytes) -> None:
            self.number, self.data = number, data

    @wraps(paint)
    def paint_and_join(page: Any, stream: Any, *args: Any, **options: Any) -> None:
        if not page._page_box.children:
            raise ValueError("a page can be painted once")
        paint(page, stream, *args, **options)
        stream.stream = [b"\n".join(map(to_bytes, stream.stream))]

    @wraps(build)
    def build_and_let_go(box: Any, parent: Any, pdf: Any, *args: Any) -> Iterator[Any]:
        before = len(pdf.objects)
        yield from build(box, parent, pdf, *args)
        if isinstance(box, page_box):
            box.children = ()
            pdf.objects[before:] = [Written(one.number, one.data) for one in pdf.objects[before:]]

    pages.paint, tags._build_box_tree = paint_and_join, build_and_let_go
