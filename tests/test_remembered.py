"""Results are found for what they were made of, and for nothing else."""

from __future__ import annotations

from builder.remembered import Itself, Remembered, forget_everything


def test_a_result_is_found_for_an_equal_source_under_its_name() -> None:
    remembered: Remembered[str] = Remembered(9)
    assert remembered.keep("slide", ("a", 1), "first") == "first"
    assert remembered.find("slide", ("a", 1)) == "first"
    assert remembered.find("slide", ("a", 2)) is None
    assert remembered.find("notes", ("a", 1)) is None


def test_a_name_has_its_last_result() -> None:
    remembered: Remembered[str] = Remembered(9)
    remembered.keep("slide", 1, "first")
    remembered.keep("slide", 2, "second")
    assert remembered.find("slide", 1) is None
    assert remembered.find("slide", 2) == "second"


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    remembered: Remembered[int] = Remembered(2)
    remembered.keep("a", None, 1)
    remembered.keep("b", None, 2)
    assert remembered.find("a", None) == 1
    remembered.keep("c", None, 3)
    assert [remembered.find(name, None) for name in "abc"] == [1, None, 3]


def test_everything_can_be_forgotten() -> None:
    one, other = Remembered[int](2), Remembered[int](2)
    one.keep("a", None, 1)
    other.keep("a", None, 1)
    forget_everything()
    assert one.find("a", None) is other.find("a", None) is None


def test_an_object_can_be_asked_for_by_itself() -> None:
    remembered: Remembered[int] = Remembered(2)
    one, like_it = ["a"], ["a"]
    remembered.keep("slide", Itself(one), 1)
    assert remembered.find("slide", Itself(one)) == 1
    assert remembered.find("slide", Itself(like_it)) is None
