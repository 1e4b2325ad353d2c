"""Did you mean."""

import pytest

from builder.diagnostics.suggest import find_closest, suggest

KEYS = ("caption", "title", "table", "points", "key-messages")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("captoin", "caption"),
        ("Title", "title"),
        ("pionts", "points"),
        ("keymessages", "key-messages"),
        ("x", None),
    ],
)
def test_find_closest(word: str, meant: str | None) -> None:
    assert find_closest(word, KEYS) == meant


def test_order_of_the_choices_does_not_matter() -> None:
    assert find_closest("ab", ["aba", "abb"]) == find_closest("ab", ["abb", "aba"])


def test_suggest_falls_back() -> None:
    assert suggest("captoin", KEYS) == "did you mean 'caption'?"
    assert suggest("qqq", KEYS, "look it up") == "look it up"
