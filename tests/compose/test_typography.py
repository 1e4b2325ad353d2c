import pytest

from builder.compose.typography import (
    EN_DASH,
    MINUS,
    NO_BREAK_HYPHEN,
    NO_BREAK_SPACE,
    fold_typography,
    typeset,
)

SIGNS = {"~": NO_BREAK_SPACE, "¬": NO_BREAK_HYPHEN, "–": EN_DASH, "−": MINUS}


def shown(text: str, before: str = "") -> str:
    """Return the typeset text with no-break spaces as `~` and no-break hyphens as `¬`."""
    return typeset(text, before).replace(NO_BREAK_SPACE, "~").replace(NO_BREAK_HYPHEN, "¬")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("CAR-NK, CAR-T and NK-92", "CAR¬NK, CAR¬T and NK¬92"),
        ("TGF-β, IFN-γ, IL-15 and PD-L1", "TGF¬β, IFN¬γ, IL¬15 and PD¬L1"),
        ("interferon-γ, factor-β", "interferon¬γ, factor¬β"),
        ("CAR-NK-92 cells", "CAR¬NK¬92 cells"),
        ("B-cell and 1-year", "B¬cell and 1¬year"),
        (
            "off-the-shelf, non-Hodgkin, anti-CD19, FT596-treated",
            "off-the-shelf, non-Hodgkin, anti-CD19, FT596-treated",
        ),
    ],
)
def test_terms_do_not_break_at_their_hyphen(written: str, expected: str) -> None:
    assert shown(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12-15 days", "12–15~days"),
        ("3.5-4.0%", "3.5–4.0%"),
        ("95% CI 31-66", "95% CI 31–66"),
        ("2026-11-22", "2026-11-22"),
        ("10.1056/NEJMoa-1", "10.1056/NEJMoa-1"),
        ("S0140-6736(20)30001-1", "S0140¬6736(20)30001-1"),
        ("1-2-3", "1-2-3"),
    ],
)
def test_ranges_of_numbers_take_an_en_dash(written: str, expected: str) -> None:
    assert shown(written) == expected


@pytest.mark.parametrize(
    ("written", "before", "expected"),
    [
        ("-4", "", "−4"),
        ("a fall of -4 and (-3.2)", "", "a fall of −4 and (−3.2)"),
        ("-15", "IL", "¬15"),
        ("x-4", "", "x-4"),
    ],
)
def test_minus_signs(written: str, before: str, expected: str) -> None:
    assert shown(written, before) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("n = 11, p < 0.05", "n~=~11, p~<~0.05"),
        ("n=11", "n=11"),
        ("5 mg, 3 mL, 20 °C, 12 months, 3 million", "5~mg, 3~mL, 20~°C, 12~months, 3~million"),
        ("3 patients and 5 minor points", "3 patients and 5 minor points"),
        ("Figure 2, grade 3, p. 7, phase 1/2", "Figure~2, grade~3, p.~7, phase~1/2"),
        ("Liu et al. found", "Liu et~al. found"),
    ],
)
def test_spaces_that_hold(written: str, expected: str) -> None:
    assert shown(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("safe---or so", "safe—or so"),
        ("12--15 cells -- all of them", "12–15 cells – all of them"),
        ("with --strict, a -, ----, |---|", "with --strict, a -, ----, |---|"),
        ("and so on...", "and so on…"),
        ("a.... 1..2", "a.... 1..2"),
        ("3 x 10, 2.5 × 7, 2x2", "3~×~10, 2.5~×~7, 2×2"),
        ("0x10, x2, 4x, B2x2, 1x2y", "0x10, x2, 4x, B2x2, 1x2y"),
        ("5'-UTR, the 3' end, the 5'-phosphate", "5′¬UTR, the 3′~end, the 5′¬phosphate"),
        ("the 1990's, group 3's, '5 ends'", "the 1990’s, group 3’s, ‘5 ends’"),
    ],
)
def test_signs_that_keyboards_lack(written: str, expected: str) -> None:
    assert shown(written) == expected


def test_quotation_marks() -> None:
    assert typeset("\"so\" ('x') don't the patients' own") == "“so” (‘x’) don’t the patients’ own"


@pytest.mark.parametrize("text", ['CAR-NK in 12-15 days, n = 11, "so"', "a fall of -4% isn't 3.5-4.0 mg"])
def test_folding_undoes_it_all(text: str) -> None:
    assert fold_typography(typeset(text)) == text
