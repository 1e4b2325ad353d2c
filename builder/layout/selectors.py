"""Mend a fault of cssselect2 0.10.1 in selectors that go on and on; see `mend`."""

from __future__ import annotations

from typing import Any


def mend(weasyprint: Any) -> None:
    """Have a selector of more than some 90 steps, or as many brackets, refused like one that is not understood.

    cssselect2 writes a selector as an expression of Python, whose compiler takes no more brackets inside each other
    (not reported upstream at version 0.10.1), and reads brackets by recursion.
    """
    validation, svg = weasyprint.css.validation, weasyprint.svg.css
    original, refused = validation.compile_selector_list, validation.SelectorError

    def compile_selector_list(*args: Any, **options: Any) -> Any:
        try:
            return original(*args, **options)
        except (SyntaxError, RecursionError):
            raise refused("a selector is too long") from None

    validation.compile_selector_list = compile_selector_list
    svg.cssselect2.compile_selector_list = compile_selector_list
