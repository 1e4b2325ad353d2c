"""Raised and lowered letters anywhere: the briefing is read back whole, and what is taken out is still missed."""

from pathlib import Path

import pytest
import yaml

from builder.model.block import Output
from tests.pipeline.parity.pdf_mutations import PdfFile
from tests.pipeline.parity.projects import compare_file, make, make_project

pytestmark = pytest.mark.render

LINES = [
    "CD8^+^ T cells persist",
    "2020 10^9^ 2",
    "10^9^ 2020 'quoted'",
    "*potent* 10^9^ *potent*",
    "*potent* killing *potent* H~2~O",
    "in vitro † x 10^9^ IL-15",
    "H~2~O 1 10^9^ x 8 of 11",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory):
    table = {"columns": ["Line", "Again"], "rows": [[f"{line} here", f"and {line} there"] for line in LINES]}
    sections = [
        {
            "title": line,
            "headline": line,
            "content": [{"text": f"{line} in text"}, {"points": [f"{line} as a point", f"then {line}"]}],
        }
        for line in LINES
    ]
    sections.append({"title": "Table", "content": [{"table": table, "caption": "10^9^ lines"}]})
    file = tmp_path_factory.mktemp("raised") / "talk.yaml"
    file.write_text(
        yaml.safe_dump({"title": "T", "sections": sections}, allow_unicode=True), encoding="utf-8"
    )
    return make_project(Path(file))


@pytest.mark.parametrize("output", Output)
def test_nothing_is_missed_that_is_there(project, output):
    assert [loss.message for loss in make(project, output).losses] == []


def test_a_heading_that_only_the_order_of_drawing_shows_is_missed_when_it_is_taken_out(project):
    panel = make(project, Output.REPORT)
    file = PdfFile(panel.data)
    marks = file.find_text("cd8+tcellspersist", range(1, panel.sheets + 1))
    losses = compare_file(project[1], Output.REPORT, file.without_content(marks)).losses
    assert {loss.text for loss in losses} >= {"CD8+ T cells persist", "CD8+ T cells persist in text"}
    assert {loss.expected.word for loss in losses} >= {"section", "text", "points", "table"}


@pytest.mark.parametrize("output", Output)
def test_what_a_drawing_has_outside_of_its_frame_takes_no_text_from_around_it(tmp_path: Path, output: Output):
    """Drawings that are exported from larger ones keep what lies beside them, cut away."""
    words = "".join(f'<text x="{x}" y="{y}">Far</text>' for x in (-300, 9, 300) for y in (-300, 30, 300))
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">{words}<rect width="90" height="9"/></svg>'
    (tmp_path / "a.svg").write_text(drawing, encoding="utf-8")
    figure = {"figure": "a.svg", "alt": "A figure", "caption": "A caption of it"}
    section = {"title": "Methods", "headline": "It was counted twice", "content": [figure]}
    file = tmp_path / "talk.yaml"
    file.write_text(yaml.safe_dump({"title": "T", "sections": [section]}), encoding="utf-8")
    assert [loss.message for loss in make(make_project(file), output).losses] == []
