"""The first use of each abbreviation in the briefing says what it stands for, and only there."""

import re
from pathlib import Path

from tests.compose.briefings import read_briefing, write_content

CONTENT = """\
title: CRS and more
abstract: Severe cytokine release syndrome (CRS) is rare.
abbreviations:
  CRS: cytokine release syndrome
  CAR: chimeric antigen receptor
  CAR-NK: CAR natural killer
  OS: overall survival
sections:
  - title: OS in trials
    content:
      - points: [OS is not known, CRS neither]
        only: deck
      - text: CAR-NK cells bear CARs; CAR-NK is new. *CRS* again.
      - table: {columns: [Trial, OS], rows: [[A, no OS data]]}
        caption: OS
"""


def test_the_first_use_in_running_text_is_marked_once_and_no_heading(tmp_path: Path) -> None:
    html = read_briefing(write_content(tmp_path, CONTENT)).compose().html
    marked = re.findall(r'<abbr title="([^"]*)">(?:<span class="nobreak">)?([^<]*)', html)
    assert marked == [
        ("cytokine release syndrome", "CRS"),
        ("CAR natural killer", "CAR-NK"),
        ("chimeric antigen receptor", "CAR"),
        ("overall survival", "OS"),
    ]
    assert re.search(r"<h1[^>]*>CRS and more</h1>", html)
    assert re.search(
        r'release syndrome <span class="nobreak">\(<abbr [^>]*>CRS</abbr>\)</span> is rare', html
    )
    assert re.search(r"<abbr [^>]*>CAR</abbr>s;", html)
    assert "<abbr" not in "".join(re.findall(r"<(?:h\d|nav).*?</(?:h\d|nav)>", html, re.DOTALL))
