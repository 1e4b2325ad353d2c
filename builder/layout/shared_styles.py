"""Share computed styles between documents that have style sheets and page size in common: the slides of a deck.

Why: WeasyPrint computes the style of each element anew for each document, property by property; for slides, which
are small and many, that is a quarter of their layout.
"""

from __future__ import annotations

from typing import Any

LIMIT = 4_000
"""Computed styles, of some 20 kB each, above which all are forgotten before the next document."""


class SharedStyles:
    """The computed styles of the documents so far, by all that they are computed of.

    Keys hold the identities of parents and of values. Both stay the same, for what is kept here holds them.
    """

    def __init__(self) -> None:
        self.by_key: dict[tuple[Any, ...], Any] = {}
        self.page_sizes: dict[str, Any] = {}

    def begin_document(self) -> None:
        """Be ready for the styles of another document, whose page has no size yet."""
        if len(self.by_key) > LIMIT:
            self.by_key = {}
        self.page_sizes.update(box=None, area=None)


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 look for an element's computed style in the `shared_styles` of its fonts, if they have any.

    Two things are of one document alone: the styles of pages, whose counters are written into them, and what the
    layout takes over to the page from the first two elements, `overflow`.
    """
    css = weasyprint.css

    class StyleFor(css.StyleFor):  # type: ignore[misc, name-defined] # WeasyPrint has no types
        def set_computed_styles(
            self, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None,
            base_url: Any = None, target_collector: Any = None,
        ) -> None:  # fmt: skip
            shared: SharedStyles | None = getattr(self.font_config, "shared_styles", None)
            compute = super().set_computed_styles
            if shared is None or isinstance(element, tuple):
                compute(element, parent, root, pseudo_type, base_url, target_collector)
                return
            self.initial_page_sizes = shared.page_sizes
            computed = self.get_computed_styles()
            cascaded = self.get_cascaded_styles().get((element, pseudo_type), {})
            above = (id(computed.get((parent, None))), id(computed.get((root, None))))
            key = (*above, pseudo_type, base_url, *(_key(name, *value) for name, value in cascaded.items()))
            known = shared.by_key.get(key)
            if known is None:
                compute(element, parent, root, pseudo_type, base_url, target_collector)
                shared.by_key[key] = computed[element, pseudo_type]
                return
            computed[element, pseudo_type] = known
            if element is root or parent is root:
                known.pop("overflow", None)
            if target_collector and known["anchor"]:
                target_collector.collect_anchor(known["anchor"])

    css.StyleFor = StyleFor


def _key(name: str, value: Any, weight: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what tells a cascaded value from others: values of style sheets by identity.

    Words, such as the language of an element, are made anew for each document and told by what they say.
    """
    precedence, layer, specificity = weight
    words = isinstance(value, str) or (isinstance(value, tuple) and all(type(part) is str for part in value))
    return name, value if words else id(value), precedence, layer, tuple(specificity)
