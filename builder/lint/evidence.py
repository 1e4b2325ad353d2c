"""Where the numbers of a document have a source, and which numbers those are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from builder.lint.figures import numbers_in
from builder.lint.markup import CITED, CLAIMED, REFERRED
from builder.lint.passages import Passage, Role
from builder.model.block import Block, Chart, Stats
from builder.model.claims import Claim
from builder.model.inline import plain_text

ATTRIBUTED = re.compile(
    r"\bsources?:|\baccording to\b|\bdata on file\b|\bour own\b|\binternal\b|\bcompany (?:data|accounts)"
    r"|\bown (?:data|count|analysis|calculation|survey|figures)|\b(?:annual|quarterly) (?:report|accounts)\b"
    r"|\bwe (?:counted|measured|surveyed|asked|interviewed|calculated|estimate)|\bauthors?[’'] (?:data|calculation)"
    r"|\b(?:invented|made[- ]up|hypothetical|illustrative|simulated|fictitious)\b",
    re.IGNORECASE,
)
"""Words that say where numbers are from, or that they are of nobody's."""

_SOURCED = re.compile(f"[{CITED}{CLAIMED}{REFERRED}]")


def is_sourced(text: str) -> bool:
    """Return whether a stretch of masked text cites, inserts a claim, points to a figure, or says whose it is."""
    return _SOURCED.search(text) is not None or ATTRIBUTED.search(text) is not None


class Evidence:
    """What is known of the sources of one content file."""

    def __init__(
        self, passages: Sequence[Passage], blocks: Mapping[str, Block], claims: Sequence[Claim]
    ) -> None:
        self._sourced: dict[tuple[int, int], bool] = {}
        captions = (p for p in passages if p.block and p.role in (Role.CAPTION, Role.HEADING))
        by_caption = {p.block for p in captions if is_sourced(p.shown)}
        self._blocks = frozenset(path for path, block in blocks.items() if block.source) | by_caption
        parts = (p for p in passages if p.part and is_sourced(p.shown))
        self._parts = frozenset(passage.part for passage in parts) | frozenset(_sourced_stats(blocks))
        self._sections = frozenset(self._find_sections(passages))
        self._numbers = frozenset(self._find_numbers(passages, blocks, claims))

    def covers(self, passage: Passage, start: int, end: int) -> bool:
        """Return whether a paragraph of a passage has a source of its own."""
        key = (id(passage), start)
        if key not in self._sourced:
            self._sourced[key] = is_sourced(passage.shown[start:end])
        return self._sourced[key]

    def covers_block(self, passage: Passage) -> bool:
        """Return whether the block of a passage has a source as a whole, or the part of it that the passage is in."""
        return passage.block in self._blocks or (passage.part != "" and passage.part in self._parts)

    def has_block(self, path: str) -> bool:
        """Return whether a block has a source as a whole."""
        return path in self._blocks

    def has_section(self, path: str) -> bool:
        """Return whether anything in a section, those inside of it too, has a source."""
        return path in self._sections

    def knows(self, numbers: Iterable[str]) -> bool:
        """Return whether each of the numbers has a source anywhere in the document, rounded or as it is."""
        return all(number in self._numbers or self._is_rounded(number) for number in numbers)

    def _find_sections(self, passages: Sequence[Passage]) -> Iterator[str]:
        for passage in passages:
            if passage.section and (self.covers_block(passage) or is_sourced(passage.shown)):
                yield from _with_parents(passage.section)
        for path in self._blocks:
            yield from _with_parents(path.partition("/content/")[0])

    def _is_rounded(self, number: str) -> bool:
        decimals = len(number.partition(".")[2])
        return any(_rounds_to(longer, number, decimals) for longer in self._numbers if "." in longer)

    def _find_numbers(
        self, passages: Sequence[Passage], blocks: Mapping[str, Block], claims: Sequence[Claim]
    ) -> Iterator[str]:
        for passage in passages:
            if self.covers_block(passage):
                yield from numbers_in(passage.shown)
            else:
                for start, end in passage.paragraphs:
                    if self.covers(passage, start, end):
                        yield from numbers_in(passage.shown[start:end])
        for block in blocks.values():
            if isinstance(block, Chart) and block.path in self._blocks:
                yield from _numbers_of_data(block)
        for claim in claims:
            yield from numbers_in(f"{plain_text(claim.value)} {claim.n} {plain_text(claim.statement)}")


def _with_parents(path: str) -> Iterator[str]:
    """Yield the path of a section and of the sections around it: sections/2/sections/0, sections/2."""
    parts = path.split("/")
    yield from ("/".join(parts[:end]) for end in range(2, len(parts) + 1, 2))


def _numbers_of_data(chart: Chart) -> Iterator[str]:
    for column in chart.data:
        for datum in column.values:
            yield from numbers_in(datum.text)


def _sourced_stats(blocks: Mapping[str, Block]) -> Iterator[str]:
    for path, block in blocks.items():
        if isinstance(block, Stats):
            yield from (f"{path}/{index}" for index, stat in enumerate(block.items) if stat.source)


@lru_cache(maxsize=8192)
def _rounds_to(longer: str, number: str, decimals: int) -> bool:
    return len(longer.partition(".")[2]) > decimals and round(float(longer), decimals) == float(number)


def sources_of(block: Block) -> int:
    """Return how many works a block names as its source."""
    return len({item.key for item in block.source})
