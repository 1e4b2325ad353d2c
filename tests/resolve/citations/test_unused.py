import pytest

from builder.diagnostics import Severity
from builder.model.block import Output
from builder.model.document import SourceFile
from builder.model.inline import CitedItem

FILES = {
    "own.json": '[{"id": "A", "title": "a"},\n {"id": "B", "title": "b"},\n {"id": "C", "title": "c"}]',
    "own.yaml": "- {id: A, title: a}\n- id: B\n  title: b\n-\n  id: C\n  title: c\n",
    "own.bib": "@book{A, title={a}}\n@book{B, title={b}}\n@book{C, title={c}}\n",
}


def resolve(draft, inlines, cited, file, text, **fields):
    draft.write(file, text)
    bibliography = (SourceFile(file, inlines.span),)
    return draft.resolve(draft.text(inlines.cite(*cited)), bibliography=bibliography, **fields)


@pytest.mark.parametrize(("file", "line"), [("own.json", 3), ("own.yaml", 5), ("own.bib", 3)])
def test_what_nothing_cites_is_told_in_the_line_of_its_file(draft, inlines, file, line):
    (found,) = resolve(draft, inlines, "AB", file, FILES[file]).diagnostics
    assert (found.code, found.severity) == ("B513", Severity.WARNING)
    assert found.message == "nothing cites reference 'C'"
    assert (found.span.path, found.span.start.line) == (f"content/{file}", line)


def test_a_library_of_which_little_is_cited_is_left_in_peace(draft, inlines):
    assert resolve(draft, inlines, "A", "own.json", FILES["own.json"]).diagnostics == ()


def test_references_in_place_are_always_told(draft, inlines):
    own = tuple({"id": key, "title": key} for key in "ABCDE")
    spans = dict.fromkeys("ABCDE", inlines.span)
    document = {"bibliography": (), "references": own, "reference_spans": spans}
    found = draft.resolve(draft.text(inlines.cite("C")), **document).diagnostics
    assert [diagnostic.message[-3:] for diagnostic in found] == ["'A'", "'B'", "'D'", "'E'"]


def test_a_misspelt_citation_is_told_without_the_work_that_it_meant(draft, inlines):
    found = resolve(draft, inlines, ["A", "B", "CC"], "own.json", FILES["own.json"]).diagnostics
    assert [diagnostic.code for diagnostic in found] == ["B510"]


def test_only_works_that_are_cited_are_checked_for_their_identifiers(draft, inlines):
    text = '[{"id": "A", "DOI": "x"},\n {"id": "B", "DOI": "y"},\n {"id": "C", "DOI": "y"}]'
    (found,) = resolve(draft, inlines, "A", "own.json", text).diagnostics
    assert (found.code, found.span.start.line) == ("B515", 1)


@pytest.mark.parametrize(("nocite", "listed"), [(["C"], ["B", "C"]), (["*"], ["B", "A", "C"])])
def test_nocite_lists_works_in_the_report_after_those_that_it_cites(draft, inlines, nocite, listed):
    items = tuple(CitedItem(key, inlines.span) for key in nocite)
    outcome = resolve(draft, inlines, "B", "own.json", FILES["own.json"], nocite=items)
    resolved = outcome.require()
    unlisted = [f"nothing cites reference '{key}'" for key in "ABC" if key not in listed]
    assert [diagnostic.message for diagnostic in outcome.diagnostics] == unlisted
    assert [entry.key for entry in resolved.references_in(Output.REPORT)] == listed
    assert [entry.key for entry in resolved.references_in(Output.DECK)] == ["B"]


def test_nocite_of_an_unknown_work_is_told(draft, inlines):
    items = (CitedItem("Lui2020", inlines.span),)
    (found,) = draft.resolve(draft.text(inlines.cite("Liu2020")), nocite=items).diagnostics
    assert (found.code, found.help) == ("B510", "did you mean 'Liu2020'?")
