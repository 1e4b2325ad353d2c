from pathlib import Path

import pytest

from builder.layout.report import lay_out_report
from tests.compose.briefings import read_briefing, write_content

pytestmark = pytest.mark.render

CONTENT = """\
title: T
report: {{paper: {paper}}}
sections:
  - title: S
    content:
      - columns:
          - content: [text: "{text}"]
          - content: [text: "{text}^[And a note.]"]
"""


@pytest.mark.parametrize("paper", ["a4", "letter", "a5"])
def test_prose_in_columns_stays_in_the_measure(paper: str, tmp_path: Path) -> None:
    text = "Cells that were given once stayed in the blood of two patients. " * 8
    briefing = read_briefing(write_content(tmp_path, CONTENT.format(paper=paper, text=text)))
    pages = lay_out_report(briefing.compose(), briefing.theme)
    assert pages.diagnostics == ()
    assert pages.require().anchors["fn-a"] == pages.require().anchors["fnref-a"]
