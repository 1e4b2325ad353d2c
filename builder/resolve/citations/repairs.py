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

from builder.resolve.citations.letter_case import sentence_case, title_case


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
    """Case titles as CSL 1.0.2 says: in sentence case, words keep the capitals that their author gave them."""

    def _variable(self, item: Any, context: Any) -> Any:
        _call(item, self.get("variable"))
        return super()._variable(item, context)

    def case(self, text: Any, language: Any = None) -> Any:
        wanted = self.get("text-case")
        if wanted == "sentence":
            return type(text)(sentence_case(str(text)))
        if wanted == "title" and language == "en":
            return type(text)(title_case(str(text)))
        return super().case(text, language)


class Number(model.Number, CitationStylesElement):  # type: ignore[misc]
    """Find variables with a hyphen in their name, such as `collection-number`."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        variable = self.get("variable")
        _call(item, variable)
        if variable in ("locator", "page-first"):
            return super().process(item, context, **kwargs)
        return self._process(item.reference[variable.replace("-", "_")], variable)


class Label(model.Label, CitationStylesElement):  # type: ignore[misc]
    """Tell the plural of `number-of-pages` from its value, and that of any number from a range."""

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
            raise VariableError
        for role in roles:
            _call(item, role)
        return super().process(item, names_context, context, **kwargs)


class Substitute(model.Substitute, CitationStylesElement):  # type: ignore[misc]
    """Show what stands in for missing names once: the title in an author's place is not repeated."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        for child in self.getchildren():
            called_before = item["called"]
            item["called"] = set()
            try:
                text = self._alternative(child, item, context, kwargs)
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
