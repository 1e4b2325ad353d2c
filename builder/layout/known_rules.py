"""Find the computed styles of an element by the rules that it meets, where another element met the same ones.

Why: WeasyPrint goes through the declarations of some eight rules for each element and its pseudo-elements, and sorts
out which of them win; what comes of it is nearly always known from an element like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from builder.layout.shared_styles import Key, SharedStyles

HINTS = frozenset(
    (
        "align", "border", "clear", "color", "frame", "frameborder", "noshade", "nowrap", "rules", "type", "valign",
        "wrap",
    )
)  # fmt: skip
"""Attributes without any of which no rule of WeasyPrint's style sheet of presentational hints is met."""


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 style only elements that none was like, where the fonts have `shared_styles`."""
    css = weasyprint.css

    class StyleFor(css.StyleFor):  # type: ignore[misc, name-defined] # WeasyPrint has no types
        def __init__(
            self, html: Any, sheets: Sequence[Any], with_hints: Any, font_config: Any, target_collector: Any
        ) -> None:
            shared: SharedStyles | None = getattr(font_config, "shared_styles", None)
            if shared is None:
                super().__init__(html, sheets, with_hints, font_config, target_collector)
                return
            walk = _Walk(self, html, [sheet for sheet, *_ in sheets], shared, hints=weasyprint.PH_STYLESHEET)
            new = SimpleNamespace(
                etree_element=html.etree_element,
                base_url=html.base_url,
                wrapper_element=SimpleNamespace(iter_subtree=walk.new_elements),
            )
            super().__init__(new, sheets, with_hints, font_config, target_collector)
            walk.finish()

    css.StyleFor = StyleFor


class _Walk:
    """Goes through the elements of one document and gives those that are known their styles."""

    def __init__(
        self, style_for: Any, html: Any, sheets: list[Any], shared: SharedStyles, *, hints: Any
    ) -> None:
        self._style_for, self._html, self._shared = style_for, html, shared
        attributes = {name for element in html.etree_element.iter() for name in element.attrib}
        self._sheets = [sheet for sheet in sheets if sheet is not hints or attributes & HINTS]
        self._common = (*map(id, sheets), html.base_url)
        self._first: dict[Key, Any] = {}
        self._alike: list[tuple[Any, Any]] = []
        shared.sheets.update((id(sheet), sheet) for sheet in sheets)

    def new_elements(self) -> Iterator[Any]:
        """Yield the elements that have to be styled, parents before children.

        Those of which attributes say something, such as `style`, are among them, and the root and what is in it, whose
        styles the layout changes.
        """
        computed, said = self._style_for.get_computed_styles(), self._style_for.get_cascaded_styles()
        root, by_rules = self._html.etree_element, self._shared.by_rules
        for element in self._html.wrapper_element.iter_subtree():
            node, parent = element.etree_element, element.parent and element.parent.etree_element
            if parent is None or parent is root or (node, None) in said:
                yield element
                continue
            keys = self._keys(element, computed[parent, None], computed[root, None])
            known = by_rules.get(keys[0]) or by_rules.get(keys[1])
            first = self._first.get(keys[0], self._first.get(keys[1]))
            if known is not None:
                computed.update({(node, pseudo_type): style for pseudo_type, style in known.items()})
            elif first is not None:
                computed[node, None] = computed[first, None]
                self._alike.append((node, first))
            else:
                yield element
                self._first[keys[self._shared.has_asked(computed[node, None])]] = node

    def _keys(self, element: Any, above: Any, root: Any) -> tuple[Key, Key]:
        """Return what tells the elements that have the style of this one from others.

        That is the first key, unless they took from their parent what is not handed on; then it is the second.
        """
        rules: list[int] = []
        for sheet in self._sheets:
            if found := sheet.matcher.match(element):
                rules.append(-id(sheet))
                rules += (order for _, order, _, _ in found)
        rest = (id(root), *self._common, *rules)
        return (self._shared.kind_of(above), *rest), (-id(above), *rest)

    def finish(self) -> None:
        """Give elements the pseudo-elements of the first one like them, and keep what was new."""
        computed = self._style_for.get_computed_styles()
        known: dict[Any, dict[str | None, Any]] = {node: {} for node in self._first.values()}
        for (node, pseudo_type), style in computed.items():
            if node in known:
                known[node][pseudo_type] = style
        for node, first in self._alike:
            computed.update({(node, pseudo_type): style for pseudo_type, style in known[first].items()})
        for key, node in self._first.items():
            if not computed[node, None]["anchor"]:
                self._shared.by_rules[key] = known[node]
