"""Make citation marks: several works cited together, sorted, collapsed and linked as the style says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.model.inline import CitationMark, CitedItem, Superscript
from builder.resolve.citations.locator import parse_locator
from builder.resolve.citations.markup import linked, to_inlines
from builder.resolve.citations.processor import Processor
from builder.resolve.citations.rendered import read_rendered


@dataclass(frozen=True, slots=True)
class _Cited:
    """A work in one citation: what the style shows, and the author's words around it; `bare` without a locator."""

    index: int
    before: str
    shown: str
    after: str
    bare: bool

    @property
    def text(self) -> str:
        return f"{self.before}{self.shown}{self.after}"

    def linked(self, place: int) -> str:
        """Return the text with the style's part as the link with this index."""
        return f"{self.before}{linked(self.shown, place)}{self.after}"


@dataclass(frozen=True, slots=True)
class Citer:
    """Cites works by their keys.

    Attributes:
        indexes: of the processor's works, by key.
    """

    processor: Processor
    indexes: Mapping[str, int]
    numeric: bool

    def mark(self, items: tuple[CitedItem, ...]) -> CitationMark:
        """Return the mark of works that all exist; where they were written tells nothing of it."""
        key = tuple((item.key, item.prefix, item.locator, item.suppress_author) for item in items)
        marks = self.processor.marks
        if key not in marks:
            marks[key] = self._mark(items)
        return marks[key]

    def _mark(self, items: tuple[CitedItem, ...]) -> CitationMark:
        unique = list({(item.key, item.locator, item.prefix): item for item in items}.values())
        order = self.processor.sort_cited([self.indexes[item.key] for item in unique])
        ordered = sorted(unique, key=lambda item: order.index(self.indexes[item.key]))
        body = "".join(self._collapsed([self._cited(item) for item in ordered], ordered))
        layout = self.processor.layout
        marked = f"{layout.get('prefix', '')}{body}{layout.get('suffix', '')}"
        chars = read_rendered(marked, self.processor.punctuation_in_quotes)
        content = to_inlines(chars, [f"#ref-{item.key}" for item in ordered])
        raised = layout.get("vertical-align") == "sup"
        return CitationMark(
            (Superscript(content),) if raised else content, tuple(item.key for item in ordered)
        )

    def _cited(self, item: CitedItem) -> _Cited:
        index = self.indexes[item.key]
        locator = parse_locator(item.locator) if item.locator else None
        shown = self.processor.cite(index, locator, item.suppress_author)
        rest = (
            f", {_with_dashes(item.locator)}"
            if item.locator and not self._shows(index, locator, shown)
            else ""
        )
        prefix = f"{item.prefix.strip()} " if item.prefix.strip() else ""
        return _Cited(index, prefix, shown, rest, bare=not (prefix or rest or item.locator))

    def _shows(self, index: int, locator: tuple[str, str] | None, shown: str) -> bool:
        return locator is not None and shown != self.processor.cite(index)

    def _collapsed(self, cited: list[_Cited], items: list[CitedItem]) -> Iterator[str]:
        collapse = self.processor.citation.get("collapse", "")
        runs = self._numbered_runs(cited) if collapse == "citation-number" else [[each] for each in cited]
        place, delimiter = 0, self.processor.layout.get("delimiter", "")
        if self.numeric and any(each.before or each.after for each in cited):
            delimiter = "; "  # "1, p. 3,2" cannot be read
        previous = ""
        for run in runs:
            marks = [each.linked(place + offset) for offset, each in enumerate(run)]
            author = "" if self.numeric else self._author_part(run[0], items[place])
            if place and author and author == previous and collapse.startswith("year"):
                within = self.processor.citation.get("cite-group-delimiter", ", ")
                yield within + linked(run[0].text.removeprefix(author), place)
            else:
                yield (delimiter if place else "") + self._joined(marks, delimiter)
            previous, place = author, place + len(run)

    def _joined(self, marks: list[str], delimiter: str) -> str:
        if len(marks) > 2:
            return f"{marks[0]}{self.processor.range_delimiter()}{marks[-1]}"
        return delimiter.join(marks)

    def _numbered_runs(self, cited: list[_Cited]) -> list[list[_Cited]]:
        runs: list[list[_Cited]] = []
        numbers = self.processor.numbers
        for each in cited:
            follows = runs and each.bare and runs[-1][-1].bare
            if follows and numbers[each.index] == numbers[runs[-1][-1].index] + 1:
                runs[-1].append(each)
            else:
                runs.append([each])
        return runs

    def _author_part(self, cited: _Cited, item: CitedItem) -> str:
        """Return what stands before the year, where the style cites author and year."""
        locator = parse_locator(item.locator) if item.locator else None
        without = self.processor.cite(cited.index, locator, suppress_author=True)
        shown = cited.text
        return shown.removesuffix(without) if without and shown.endswith(without) and shown != without else ""


def _with_dashes(locator: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "–", locator)
