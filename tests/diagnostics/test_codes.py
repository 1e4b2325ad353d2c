"""Every code has a name and a page, and the source uses no other."""

import re
from pathlib import Path

import pytest

from builder.diagnostics.codes import CODES, find_page

PAGES = Path("builder/diagnostics/pages")


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_short_page(code: str) -> None:
    page = find_page(code)
    assert page is not None
    assert page.startswith(f"# {code}: {CODES[code]}\n\n")
    assert page.count("\n") < 25
    assert ("Wrong:" in page) == ("Right:" in page)


def test_no_page_is_left_over(root: Path) -> None:
    assert {page.stem for page in (root / PAGES).glob("*.md")} == set(CODES)


def test_case_of_a_code_does_not_count_and_an_unknown_one_has_no_page() -> None:
    assert find_page("b206") == find_page("B206")
    assert find_page("B999") is None


def test_source_uses_registered_codes_only(root: Path) -> None:
    used = {
        code: file.relative_to(root).as_posix()
        for file in (root / "builder").rglob("*.py")
        for code in re.findall(r'"(B\d{3})"', file.read_text(encoding="utf-8"))
    }
    assert {code: file for code, file in used.items() if code not in CODES} == {}
