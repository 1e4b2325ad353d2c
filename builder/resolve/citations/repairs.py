"""What citeproc-py 0.11 renders otherwise than CSL 1.0.2 asks, put right by subclasses of its elements.

citeproc-py takes, for each element of a style, the last class of that name that is derived directly from its
base class (`CitationStylesXML.__init__`); importing this module is enough. Each class goes when the
processor does what its docstring says; `tests/resolve/citations/test_repairs.py` holds a case for each.
"""

from __future__ import annotations

import re
from typing import Any

from citeproc import model
from citeproc.model import CitationStylesElement
from citeproc.source import VariableError
from citeproc.string import String

from builder.resolve.citations.letter_case import folded, sentence_case, title_case

_NUMBERS = re.compile(r"[A-Z]*\d+[A-Z]*(?:\s*[,&–-]\s*[A-Z]*\d+[A-Z]*)*", re.IGNORECASE)


class Suppressed(VariableError):  # type: ignore[misc]
    """The author is left out on purpose; nothing stands in for it."""


class Date(model.Date, CitationStylesElement):  # type: ignore[misc]
    """Join the parts of a localised date with the locale's delimiter: "2020 Feb 6", not "2020Feb6"."""

    def render_single_date(self, date: Any, show_parts: Any = None, context: Any = None) -> Any:
        parts = self.parts(date, show_parts, None if context is self else context)
        return self.join(parts) if parts else None

    def process(self, item: Any, variable: Any = None, *args: Any, **kwargs: Any) -> Any:
        _call(item, variable or self.get("variable"))
        return super().process(item, variable, *args, **kwargs)


class Date_Part(model.Date_Part, CitationStylesElement):  # type: ignore[misc]  # noqa: N801 - the processor's name
    """Forget a style's changes to a localised date part after use; they belong to that one date."""

    def render(self, *args: Any, **kwargs: Any) -> Any:
        before = dict(self.attrib)
        try:
            return super().render(*args, **kwargs)
        finally:
            self.attrib.clear()
            self.attrib.update(before)


class Text(model.Text, CitationStylesElement):  # type: ignore[misc]
    """Case titles as CSL 1.0.2 says: in sentence case, words keep the capitals that their author gave them.

    What never changes in a style is looked up once: without that, APA takes twice the time.
    """

    def get_macro(self, name: str) -> Any:
        if "macro_element" not in self.__dict__:
            self.macro_element = super().get_macro(name)
        return self.macro_element

    def calls_variable(self) -> bool:
        if "calls" not in self.__dict__:
            self.calls = bool(super().calls_variable())
        return bool(self.calls)

    def _variable(self, item: Any, context: Any) -> Any:
        variable = self.get("variable")
        _call(item, variable)
        if variable == "locator" and item.locator.label == "page":
            return self._process(item.locator.identifier, "page-locator")  # ranges as the style has them
        return super()._variable(item, context)

    def case(self, text: Any, language: Any = None) -> Any:
        wanted = self.get("text-case")
        if wanted is None:
            return text
        if wanted == "sentence":
            return String(sentence_case(str(text)))
        if wanted == "title":
            return String(title_case(str(text))) if language == "en" else text
        return super().case(String(text), language)  # what a macro joined may hold plain strings, which fail


class _Numeric:
    """Hold ranges, lists and locators for numeric, as CSL 1.0.2 does."""

    def _is_numeric(self, item: Any) -> list[bool]:
        values = []
        for variable in self.get("is-numeric").split():  # type: ignore[attr-defined]
            locator = item.get("locator") if variable == "locator" else None
            value = locator.identifier if locator else item.reference.get(variable.replace("-", "_"), "")
            values.append(_NUMBERS.fullmatch(str(value).strip()) is not None)
        return values


class If(_Numeric, model.If, CitationStylesElement):  # type: ignore[misc]
    """See `_Numeric`."""


class Else_If(_Numeric, model.Else_If, CitationStylesElement):  # type: ignore[misc]  # noqa: N801
    """See `_Numeric`."""


class Locale(model.Locale, CitationStylesElement):  # type: ignore[misc]
    """Look up a term once."""

    def get_term(self, name: str, form: str | None = None, zero_padded: bool = False) -> Any:
        known = self.__dict__.setdefault("terms_by_name", {})
        wanted = (name, form, zero_padded)
        if wanted not in known:
            known[wanted] = super().get_term(name, form, zero_padded)
        return known[wanted]


class Choose(model.Choose, CitationStylesElement):  # type: ignore[misc]
    """Look up once what never changes in a style; remember which branch was taken."""

    branch: Any = None

    def calls_variable(self) -> bool:
        if "calls" not in self.__dict__:
            self.calls = bool(super().calls_variable())
        return bool(self.calls)

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        self.branch = None
        for child in self.getchildren():
            try:
                text = child.render(item, context=context, delimiter=delimiter, **kwargs)
            except model.ConditionFailed:
                continue
            self.branch = child
            return text
        return None


class Group(model.Group, CitationStylesElement):  # type: ignore[misc]
    """Leave out a group whose variables are all empty, though a branch of a choice in it shows words of its own."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        shown, calls, filled = [], False, False
        for child in self.getchildren():
            choice = isinstance(child, model.Choose)
            inherited = {"delimiter": self.get("delimiter", "")} if choice else {}
            calls = calls or child.calls_variable()
            try:
                text = child.render(item, context=context, **inherited, **kwargs)
            except VariableError:
                continue
            if text is not None:
                shown.append(text)
                filled = filled or (child.branch if choice else child).calls_variable()
        if not shown or (calls and not filled):
            raise VariableError
        return self.join(shown)


class Key(model.Key, CitationStylesElement):  # type: ignore[misc]
    """Sort letters with accents among those without."""

    def sort_keys(self, items: Any, context: Any) -> list[Any]:
        keys = super().sort_keys(items, context)
        return [folded(str(key)) if key is not None and not isinstance(key, int) else key for key in keys]


class Number(model.Number, CitationStylesElement):  # type: ignore[misc]
    """Find variables with a hyphen in their name, such as `collection-number`."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        variable = self.get("variable")
        _call(item, variable)
        if variable in ("locator", "page-first"):
            return super().process(item, context, **kwargs)
        return self._process(item.reference[variable.replace("-", "_")], variable)


class Label(model.Label, CitationStylesElement):  # type: ignore[misc]
    """Case labels of English works as titles: "(Ed.)"; tell plurals of `number-of-pages` from the value."""

    def process(self, item: Any, variable: Any = None, *args: Any, **kwargs: Any) -> Any:
        text = super().process(item, variable, *args, **kwargs)
        english = str(item.reference.get("language", "")).lower().startswith("en")
        return String(title_case(str(text))) if english and self.get("text-case") == "title" else text

    def _is_plural(self, item: Any) -> bool:
        variable = self.get("variable")
        if not variable.startswith("number-of"):
            return bool(super()._is_plural(item))
        value = re.search(r"\d+", str(item.reference.get(variable.replace("-", "_"), "")))
        return value is not None and int(value[0]) > 1


class Names(model.Names, CitationStylesElement):  # type: ignore[misc]
    """Leave out names that a substitute has shown, and the author where the citation says `-@key`."""

    def process(self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any) -> Any:
        roles = self.get("variable").split()
        if item.get("suppress_author") and "author" in roles:
            raise Suppressed
        for role in roles:
            _call(item, role)
        return super().process(item, names_context, context, **kwargs)


class Name_Part(model.Name_Part, CitationStylesElement):  # type: ignore[misc]  # noqa: N801
    """Case initials and missing given names without failing."""

    def format_part(self, given: str | None, family: str | None) -> tuple[str | None, str | None]:
        part = given if self.get("name") == "given" else family
        if not part:
            return given, family
        formatted = self.wrap(self.format(self.case(String(part))))
        return (formatted, family) if self.get("name") == "given" else (given, formatted)


class Substitute(model.Substitute, CitationStylesElement):  # type: ignore[misc]
    """Show what stands in for missing names once: the title in an author's place is not repeated."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        for child in self.getchildren():
            called_before = item["called"]
            item["called"] = set()
            try:
                text = self._alternative(child, item, context, kwargs)
            except Suppressed:
                raise
            except VariableError:
                text = None
            called, item["called"] = item["called"], called_before | item["called"]
            if text:
                item["shown"] = item["shown"] | called
                return text
        return None

    def _alternative(self, child: Any, item: Any, context: Any, kwargs: Any) -> Any:
        if isinstance(child, model.Names) and child.name is None:
            return child.render(item, names_context=self.getparent(), context=context, **kwargs)
        return child.render(item, context=context, **kwargs)


def _call(item: Any, variable: str) -> None:
    """Remember that a variable is called.

    Raises:
        VariableError: a substitute has shown it.
    """
    if variable in item["shown"]:
        raise VariableError
    item["called"].add(variable)
