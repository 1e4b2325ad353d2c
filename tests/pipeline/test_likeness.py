"""The briefing is expected to be another one where something that it shows was edited, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.diagnostics import Span
from builder.model.document import Document
from builder.pipeline.likeness import is_new_report
from tests.deck.samples import points, prose, resolved, section, words

DOCUMENT = resolved(section("First", points("One", "Two"), notes="Say it")).document
SECTION = DOCUMENT.sections[0]


def changed(**fields: object) -> Document:
    return replace(DOCUMENT, sections=(replace(SECTION, **fields),))  # type: ignore[arg-type]


def test_the_first_document_is_compared_with_nothing() -> None:
    assert not is_new_report(DOCUMENT)


@pytest.mark.parametrize(
    "after",
    [
        DOCUMENT,
        changed(notes=prose("Say something else")),
        changed(span=Span.at(DOCUMENT.file, 99, 1)),
        changed(content=tuple(replace(block, notes=prose("More")) for block in SECTION.content)),
    ],
)
def test_notes_and_lines_are_nothing_that_it_shows(after: Document) -> None:
    is_new_report(DOCUMENT)
    assert not is_new_report(after)


@pytest.mark.parametrize(
    "after",
    [
        changed(title=words("Another")),
        changed(content=(points("One", "Two", "Three"),)),
        changed(content=(*SECTION.content, *SECTION.content)),
        replace(DOCUMENT, sections=()),
        replace(DOCUMENT, lang="de-DE"),
    ],
)
def test_everything_else_is(after: Document) -> None:
    is_new_report(DOCUMENT)
    assert is_new_report(after)
    assert not is_new_report(after)
