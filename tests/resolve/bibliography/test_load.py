import json

import pytest

from builder.diagnostics import Diagnostics, Position
from builder.model.document import SourceFile
from builder.resolve.bibliography.load import load_bibliography
from builder.resolve.files import FileReader

YAML = """\
references:
- id: Liu2020   # the first trial
  type: article-journal
  author:
  - {family: Liu, given: E}
  title: "CAR-NK: a trial"
  volume: 012
  issued: 2020-02-06
- type: book
  id: 'no'
  title: yes
  issued: {year: 2019, month: 3}
"""


def load(draft, inlines, *files, **fields):
    diagnostics = Diagnostics()
    sources = tuple(SourceFile(name, inlines.span) for name in files)
    document = draft.document(bibliography=sources, **fields)
    works = load_bibliography(FileReader(draft.world(), document.file, diagnostics), document)
    return works, list(diagnostics)


def test_csl_yaml_keeps_text_as_text_and_knows_places(draft, inlines):
    draft.write("b.yaml", YAML)
    works, found = load(draft, inlines, "b.yaml")
    assert found == []
    assert list(works) == ["Liu2020", "no"]
    assert works["Liu2020"].item["volume"] == "012"
    assert works["Liu2020"].item["issued"] == {"date-parts": [[2020, 2, 6]]}
    assert works["no"].item["title"] == "yes"
    assert works["no"].item["issued"] == {"date-parts": [[2019, 3]]}
    assert works["Liu2020"].span.start == Position(2, 7)
    assert works["no"].span.start.line == 10


def test_csl_json_knows_the_line_of_each_id(draft, inlines):
    works, found = load(draft, inlines, "references.json")
    lines = (draft.folder / "references.json").read_text(encoding="utf-8").split("\n")
    assert found == []
    assert len(works) == 22
    for key, work in works.items():
        line = lines[work.span.start.line - 1]
        assert line[work.span.start.column - 1 : work.span.end.column - 1] == json.dumps(key)


def test_an_id_that_is_defined_twice_is_reported_at_the_second_place(draft, inlines):
    draft.write("a.json", '[{"id": "A", "title": "first"},\n {"id": "A", "title": "second"}]')
    draft.write("b.bib", "\n@book{A, title={third}}\n@book{B, title={x}}\n@book{B, title={y}}")
    references = ({"id": "B", "title": "fourth"},)
    spans = {"B": inlines.span}
    works, found = load(draft, inlines, "a.json", "b.bib", references=references, reference_spans=spans)
    assert works["A"].item["title"] == "first"
    assert [(d.code, d.span.path, d.span.start.line) for d in found] == [
        ("B512", "content/a.json", 2),
        ("B512", "content/b.bib", 2),
        ("B512", "content/b.bib", 4),
        ("B512", "content/a.yaml", 7),
    ]
    assert found[0].message == "reference 'A' is defined twice"
    assert found[0].help == "rename or delete one; the first is in content/a.json, line 1"


@pytest.mark.parametrize(
    ("name", "text", "message", "line"),
    [
        ("b.json", '[{"id": "A",}]', "bibliography is not valid JSON", 1),
        ("b.json", "", "bibliography is not valid JSON", 1),
        ("b.json", '{"id": "A"}', "expected a list of references in the bibliography", 1),
        ("b.json", '[{"title": "A"}]', "expected a reference with an 'id' in the bibliography", 1),
        ("b.json", "[" * 100_000, "bibliography is nested too deeply", 1),
        ("b.yaml", "- id: A\n  title: 'x", "bibliography is not valid YAML", 2),
        (
            "b.yaml",
            "- id: A\n- !!python/object:os.system {}",
            "expected a reference with an 'id' in the bibliography",
            1,
        ),
        ("b.bib", "@book{A, title={x}}\n@book{B, title={x", "BibTeX entry cannot be read", 2),
        ("b.json", '[{"id": "A",\n "author": [1]}]', "reference 'A': 'author' must be a list", 1),
        ("b.json", '[{"id": "A", "issued": [1]}]', "reference 'A': 'issued' must be a date", 1),
        (
            "b.json",
            f'[{{"id": "A", "author": {"[" * 900}{"]" * 900}}}]',
            "reference 'A': 'author' must be a list",
            1,
        ),
        ("b.bib", "@book{A, title={x\0y}}", "reference 'A': 'title' has U+0000 (control character)", 1),
        (
            "b.json",
            '[{"id": "A", "author": [{"literal": "x\\ud800"}]}]',
            "reference 'A': 'author' has U+D800 (half of a pair)",
            1,
        ),
        (
            "b.json",
            '[{"id": "A", "issued": {"literal": "\\uffff"}}]',
            "reference 'A': 'issued' has U+FFFF (no character)",
            1,
        ),
        (
            "b.json",
            '[{"id": "A", "issued": {"date-parts": 3}}]',
            "reference 'A': 'issued' must have date-parts",
            1,
        ),
    ],
)
def test_malformed_files_are_reported_at_their_own_line(draft, inlines, name, text, message, line):
    draft.write(name, text)
    _, found = load(draft, inlines, name)
    assert found[0].code == "B511"
    assert found[0].message.startswith(message)
    assert found[0].span.path == f"content/{name}"
    assert found[0].span.start.line == line


def test_nothing_is_printed_or_logged_about_broken_bibtex(draft, inlines, capsys, caplog):
    draft.write("b.bib", "@book{A, title={x")
    load(draft, inlines, "b.bib")
    assert capsys.readouterr() == ("", "")
