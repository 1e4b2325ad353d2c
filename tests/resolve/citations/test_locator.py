import pytest

from builder.resolve.citations.locator import parse_locator


@pytest.mark.parametrize(
    ("written", "parsed"),
    [
        ("p. 3", ("page", "3")),
        ("pp. 3-5, 9", ("page", "3-5, 9")),
        ("33", ("page", "33")),
        ("S12", ("page", "S12")),
        ("xii", ("page", "xii")),
        ("chap. 2", ("chapter", "2")),
        ("§ 4", ("section", "4")),
        ("Fig. 2B", ("figure", "2B")),
        ("vol. 3", ("volume", "3")),
        ("Table 2", None),
        ("supplement", None),
        ("", None),
    ],
)
def test_locators_are_a_label_and_numbers(written, parsed):
    assert parse_locator(written) == parsed
