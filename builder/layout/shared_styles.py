"""Share computed styles between elements, and between documents that have style sheets and page size in common.

Why: WeasyPrint computes the style of each element with an id, of all below it, and of six pseudo-elements of each,
property by property, and anew for each document. Of slides, which are small and many, that is a quarter of their
layout; of a long report it is half of the memory.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Key: TypeAlias = tuple[Any, ...]

LIMIT = 4_000
"""Computed styles, of some 20 kB each, above which all are forgotten before the next document."""


class SharedStyles:
    """The computed styles of the documents so far, by all that they are computed of.

    Keys hold the identities of parents and of values. Both stay the same, for what is kept here holds them. Styles
    that hand on the same to what is inside of them are one as parents.
    """

    def __init__(self) -> None:
        self.by_key: dict[Key, Any] = {}
        self.by_rules: dict[Key, dict[str | None, Any]] = {}
        self.page_sizes: dict[str, Any] = {}
        self.sheets: dict[int, Any] = {}
        self._asking: set[int] = set()
        self._parents: dict[Key, Any] = {}
        self._kinds: dict[int, int] = {}

    def begin_document(self) -> None:
        """Be ready for the styles of another document, whose page has no size yet."""
        if len(self.by_key) > LIMIT:
            self.forget()
        self.page_sizes.update(box=None, area=None)

    def forget(self) -> None:
        """Have all styles computed anew: what the engine complains of in one of them, it tells while it computes it."""
        self.by_key, self.by_rules, self.sheets = {}, {}, {}
        self._asking, self._parents, self._kinds = set(), {}, {}

    def keep(self, key: Key, handed_on: Key, style: Any, *, asking: bool) -> None:
        """Keep a style computed of `key`, of which what is inside of it depends on `handed_on` alone.

        `asking`: it took from its parent what is not handed on.
        """
        self.by_key[key] = style
        if asking:
            self._asking.add(id(style))
        self._kinds[id(style)] = id(self._parents.setdefault(handed_on, style))

    def kind_of(self, style: Any) -> int:
        """Return a number that is the same for all styles that are one as parents."""
        return self._kinds.get(id(style), id(style))

    def has_asked(self, style: Any) -> bool:
        """Return whether a style took from its parent what is not handed on."""
        return id(style) in self._asking


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 look for an element's computed style in the `shared_styles` of its fonts, if they have any.

    Two things are of one document alone: the styles of pages, whose counters are written into them, and what the
    layout takes over to the page from the first two elements, `overflow`. Documents that are `unpainted` are all of
    one page, into whose style the layout writes the same ones, and `overflow` for each.

    A value with variables in it that turns out to be none is told of in each style: style sheets serve many documents.
    """
    css = weasyprint.css
    css.Pending._reported_error = property(lambda _: False, lambda _, told: None)
    inherited = frozenset(css.INHERITED) | {"page"}

    def is_handed_on(name: str) -> bool:
        return name in inherited or name.startswith(("__", "text_decoration_"))

    def asks_parent(name: str, value: Any) -> bool:
        """Return whether a value may be taken from the parent though it is not handed on."""
        return (value == "inherit" or isinstance(value, css.Pending)) and not is_handed_on(name)

    class StyleFor(css.StyleFor):  # type: ignore[misc, name-defined] # WeasyPrint has no types
        def set_computed_styles(
            self, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None,
            base_url: Any = None, target_collector: Any = None,
        ) -> None:  # fmt: skip
            shared: SharedStyles | None = getattr(self.font_config, "shared_styles", None)
            compute = super().set_computed_styles
            if shared is None or (
                isinstance(element, tuple) and not getattr(self.font_config, "unpainted", False)
            ):
                compute(element, parent, root, pseudo_type, base_url, target_collector)
                return
            self.initial_page_sizes = shared.page_sizes
            computed = self.get_computed_styles()
            above = computed.get((parent, None))
            if not _is_shown(pseudo_type, above):
                return
            cascaded = self.get_cascaded_styles().get((element, pseudo_type), {})
            outside = (shared.kind_of(above), id(computed.get((root, None))), pseudo_type, base_url)
            own = [(name, value[0], _key(name, *value)) for name, value in cascaded.items()]
            alone = id(above) if any(asks_parent(name, value) for name, value, _ in own) else None
            key = (*outside, alone, *(part for _, _, part in own))
            known = shared.by_key.get(key)
            if known is None:
                compute(element, parent, root, pseudo_type, base_url, target_collector)
                handed_on = (*outside, *(part for name, _, part in own if is_handed_on(name)))
                shared.keep(key, handed_on, computed[element, pseudo_type], asking=alone is not None)
                return
            computed[element, pseudo_type] = known
            if element is root or parent is root:
                known.pop("overflow", None)
            if target_collector and known["anchor"]:
                target_collector.collect_anchor(known["anchor"])

    css.StyleFor = StyleFor


def _is_shown(pseudo_type: str | None, parent: Any) -> bool:
    """Return whether a pseudo-element of an element with this style is ever asked for: few are list items or notes."""
    match pseudo_type:
        case "marker":
            return "list-item" in parent["display"]
        case "footnote-call" | "footnote-marker":
            return bool(parent["float"] == "footnote")
        case "note-call" | "note-marker" | "note-callback":
            return bool(parent["position"][0] == "note()")
    return True


def _key(name: str, value: Any, weight: tuple[Any, ...]) -> Key:
    """Return what tells a cascaded value from others: values of style sheets by identity.

    Words and numbers, such as the language of an element and the number of an item, are made anew for each document
    and told by what they say.
    """
    precedence, layer, specificity = weight
    return name, value if _is_plain(value) else id(value), precedence, layer, tuple(specificity)


def _is_plain(value: Any) -> bool:
    """Return whether a value is made of words and whole numbers alone."""
    return type(value) in (str, int) or (type(value) is tuple and all(_is_plain(part) for part in value))
