"""Run a CSL style over the works that the document cites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, TypeAlias

import citeproc
from citeproc.source import Locator, Reference
from citeproc.string import String

from builder.model.inline import CitationMark, Inlines
from builder.resolve.bibliography.work import Work
from builder.resolve.citations import repairs  # noqa: F401 - importing it is what puts the repairs in place
from builder.resolve.citations.disambiguation import with_initials, year_suffixes
from builder.resolve.citations.markup import Formatter
from builder.resolve.citations.prepare import prepare
from builder.resolve.citations.style import Style

Listed: TypeAlias = tuple[Inlines, str, str]
"""An entry of the list of references, and a work's forms for slides: with its title, and brief."""


class Cite(citeproc.CitationItem):  # type: ignore[misc]
    """One work as a citation or the list of references names it.

    `called` and `shown` are the variables that the repaired elements have met.
    """

    def __init__(self, reference: Reference, number: int, **args: object) -> None:
        super().__init__(reference.key, **args)
        self.update(own_reference=reference, own_number=number, called=set(), shown=set())

    @property
    def reference(self) -> Reference:
        return self["own_reference"]

    @property
    def number(self) -> int:
        return int(self["own_number"])

    def get_field(self, field: str) -> object:
        return self.reference.get(field)


class Processor:
    """A style with the works that it numbers, sorts and tells apart.

    Attributes:
        order: the works' indexes in the order of the list of references.
        failed: the works that the style could not show; they have their title instead.
        listed: what others made of entries, by the works' indexes and letters; marks: of works cited together.
    """

    def __init__(self, style: Style, works: Sequence[Work], report_count: int, language: str) -> None:
        self._style = citeproc.CitationStylesStyle(
            BytesIO(style.xml), locale=_locale(style.locale, language), validate=False
        )
        root = self._style.root
        root.formatter = Formatter
        # The processor keeps its state on element proxies, which live only as long as something holds them.
        self._citation, self._bibliography = root.citation, root.bibliography
        self._elements = list(root.iter())
        self._layouts = (self._citation.layout, self._bibliography.layout)
        self._citation.cites = []
        supplements = b"supplement-number" in style.xml
        self._references = [prepare(work.key, work.item, language, supplements) for work in works]
        if style.numeric:
            self.order = self._sorted(range(report_count)) + self._sorted(range(report_count, len(works)))
        else:
            self.order = self._sorted(range(len(works)))
        self.numbers = {index: place + 1 for place, index in enumerate(self.order)}
        self._cited_as: dict[int, Reference] = {}
        self._entries: dict[int, str] = {}
        self._cites: dict[tuple[int, tuple[str, str] | None, bool], str] = {}
        self.failed: set[int] = set()
        self.listed: dict[tuple[int, str], Listed] = {}
        self.marks: dict[tuple[tuple[object, ...], ...], CitationMark] = {}
        if not style.numeric:
            self._tell_apart()
            self._cites.clear()  # works have letters and initials now

    @property
    def citation(self) -> Mapping[str, str]:
        """The attributes of the style's `citation` element."""
        return dict(self._citation.attrib)

    @property
    def layout(self) -> Mapping[str, str]:
        """The attributes of the layout of citations."""
        return dict(self._layouts[0].attrib)

    @property
    def punctuation_in_quotes(self) -> bool:
        """Whether the locale puts commas and full stops before a closing quotation mark."""
        return str(self._style.root.get_locale_option("punctuation-in-quote")).lower() == "true"

    def range_delimiter(self) -> str:
        """Return what stands between the ends of a range of citation numbers."""
        return str(self._style.root.get_single_term("citation-range-delimiter") or "–")

    def entry(self, index: int) -> str:
        """Return a work's entry in the list of references, as marked text."""
        if index not in self._entries:
            layout = self._layouts[1]
            rendered = self._rendered(layout, Cite(self._references[index], self.numbers[index]))
            self._entries[index] = str(layout.format(layout.wrap(rendered)))
        return self._entries[index]

    def cite(self, index: int, locator: tuple[str, str] | None = None, suppress_author: bool = False) -> str:
        """Return one work as a citation shows it, without the citation's brackets, as marked text."""
        key = (index, locator, suppress_author)
        if key not in self._cites:
            args: dict[str, object] = {"locator": Locator(*locator)} if locator else {}
            cite = Cite(self._cited_as.get(index, self._references[index]), self.numbers[index], **args)
            cite["suppress_author"] = suppress_author
            self._cites[key] = self._rendered(self._layouts[0], cite)
        return self._cites[key]

    def sort_cited(self, indexes: Sequence[int]) -> list[int]:
        """Return works cited together in the order that the style asks for."""
        sort = self._citation.sort
        if sort is None:
            return list(indexes)
        listed = sorted(indexes, key=lambda index: self.numbers[index])
        cites = [Cite(self._references[index], self.numbers[index]) for index in listed]
        return [self.order[cite.number - 1] for cite in sort.sort(cites, self._layouts[0])]

    def _sorted(self, indexes: range) -> list[int]:
        """Return works in the order of the style, or as they are if it fails at that (see `_rendered`)."""
        cites = [Cite(self._references[index], index + 1) for index in indexes]
        try:
            return [cite.number - 1 for cite in self._style.sort_bibliography(cites)]
        except Exception:
            return list(indexes)

    def _rendered(self, layout: Any, cite: Cite) -> str:
        """Return a work as a layout shows it.

        Why: a style from anywhere can bring the processor to raise anything, and that is no reason to end the run.
        """
        layout.repressed = {}
        cite.update(called=set(), shown=set())
        try:
            rendered = str(layout.render_children(cite) or "")
        except Exception:
            rendered = ""
        if not rendered and not cite.get("suppress_author"):
            self.failed.add(self.order[cite.number - 1])
            return str(cite.reference.get("title", cite.reference.key))
        return rendered

    def _tell_apart(self) -> None:
        """Give works that would be cited alike initials or a letter after the year."""
        rule = self._citation.get("givenname-disambiguation-rule", "")
        if self._citation.get("disambiguate-add-givenname") == "true" and rule.startswith("primary-name"):
            self._cited_as = with_initials(self._references)
        if self._citation.get("disambiguate-add-year-suffix") == "true":
            for index, suffix in year_suffixes(self.order, self.cite).items():
                for reference in (self._references[index], self._cited_as.get(index, {})):
                    reference["year_suffix"] = String(suffix)


def _locale(wanted: str, language: str) -> str:
    return wanted if wanted and wanted.split("-")[0] == language.split("-")[0] else language
