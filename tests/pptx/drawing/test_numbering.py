from builder.pptx.drawing.numbering import ShapeNumbers


def take_all(names: list[str]) -> list[tuple[int, str]]:
    numbers = ShapeNumbers(names)
    return [numbers.take() for _ in names]


def test_identifiers_count_from_two() -> None:
    assert take_all(["Title", "Body"]) == [(2, "Title"), (3, "Body")]


def test_repeated_names_get_a_number_that_no_other_has() -> None:
    names = [name for _, name in take_all(["Arrow", "Arrow", "Arrow 2", "Arrow"])]
    assert names == ["Arrow", "Arrow 3", "Arrow 2", "Arrow 4"]


def test_a_name_stands_for_its_first_shape() -> None:
    assert ShapeNumbers(["Step", "Arrow", "Arrow"]).id_of("Arrow") == 3
