"""The CAR-NK briefing: every figure is a claim, and every claim is what the fact file of its editors says."""

from __future__ import annotations

import csv
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from builder.content.load import load
from builder.model.block import Chart
from builder.model.document import Document
from builder.model.inline import Text, plain_text
from builder.world import World

FACTS = Path(__file__).with_name("car_nk_facts.csv")
NO_FIGURES = re.compile(
    r"""
    \b(?:19|20)\d\d\b
    | \b(?:interleukin|claudin)-\d+\b | \b(?:caspase\ 9|receptor\ 2|isoform\ 2)\b
    | \bphase\ 1(?:(?:[/–]|\ or\ 1/)2)?\b | \b1-year\b
    | \b[Gg]rades?\ ≥?[1-4](?:\ and\ [1-4]|\ or\ higher)?
    | \b95%\ (?:CI|confidence|limits?)
    | \b(?:days?\ (?:30|100)|day\ 100|within\ 30\ days|within\ 3\ months)\b
    | \b(?:4-1BB|2B4|2A)\b
    | \b[A-Z][\w.]*-?\w*\d[\w.-]*                  # CD19, IL-15, CLDN18.2
    | \bTable\ of\ 13\ properties\b | \bi?Casp9\b | \bhnCD16\b
    """,
    re.VERBOSE,
)
"""Numbers that are no results: dates, names, grades, phases, levels of confidence, times at which was looked."""


@pytest.fixture(scope="module")
def document(root: Path) -> Document:
    outcome = load(World(root), Path("content/car-nk.yaml"))
    assert outcome.diagnostics == ()
    return outcome.require()


def test_each_claim_is_what_the_fact_file_says(document: Document) -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        facts = {row["id"]: row for row in csv.DictReader(file)}
    found = {
        claim.id: (
            plain_text(claim.value).replace("\u00a0", " "),
            claim.n,
            *(claim.interval or ("", "")),
            " ".join(item.key for item in claim.source),
        )
        for claim in document.claims
    }
    keys = ("value", "n", "low", "high", "source")
    assert found == {id: tuple(row[key] for key in keys) for id, row in facts.items()}


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text of the document that no claim wrote, with the block that it stands in."""
    path = getattr(value, "path", "") or path
    if isinstance(value, Text):
        yield path, "" if value.claim else value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part, path)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.name not in ("claims", "claim_uses"):
                yield from texts(getattr(value, field.name), path)


def test_every_figure_in_text_comes_from_a_claim(document: Document) -> None:
    loose = [(path, text) for path, text in texts(document) if re.search(r"\d", NO_FIGURES.sub("", text))]
    assert loose == []


def test_every_figure_in_an_alternative_text_comes_from_a_claim(root: Path) -> None:
    written = yaml.safe_load((root / "content/car-nk.yaml").read_text(encoding="utf-8"))
    alts = list(alternative_texts(written))
    assert len(alts) == 8
    loose = [alt for alt in alts if re.search(r"\d", NO_FIGURES.sub("", re.sub(r"\{[^}]*\}", "", alt)))]
    assert loose == []


def alternative_texts(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from alternative_texts(item)
    elif isinstance(node, dict):
        yield from ([node["alt"]] if "alt" in node else [])
        for value in node.values():
            yield from alternative_texts(value)


def test_every_value_of_a_chart_comes_from_a_claim(document: Document) -> None:
    charts = [
        block
        for section in document.sections
        for part in (section, *section.sections)
        for block in part.content
        if isinstance(block, Chart)
    ]
    assert len(charts) == 4
    for chart in charts:
        numbers = [
            value.number
            for name in (*chart.y, *(chart.error or ()), *([chart.n] if chart.n else []))
            for value in chart.column(name).values
        ]
        uses = [
            use for use in document.claim_uses if use.path == chart.path and use.span.path.endswith(".csv")
        ]
        assert len(uses) >= len(numbers) > 0
