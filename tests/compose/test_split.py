import pytest

from builder.compose.outline import plan_slides
from builder.compose.split import even_parts, may_cut, split_blocks, take, units_of
from builder.model.block import Cell, Points, Table
from builder.model.inline import plain_text
from tests.deck.samples import (
    SPAN,
    callout,
    cards,
    chart,
    columns,
    document,
    points,
    quote,
    reference,
    resolved,
    section,
    stats,
    steps,
    table,
    timeline,
    words,
)

ITEM = ("Title", "text")


def reference_list():
    plan = plan_slides(resolved(section("S"), references=[reference(str(n), n) for n in (1, 2, 3)]))[-1]
    return plan.blocks[0]


SPLITTABLE = {
    "points": points("a", ("b", ["c", "d"]), "e"),
    "table": table(["A"], [["1"], ["2"], ["3"]]),
    "steps": steps(ITEM, ITEM, ITEM),
    "cards": cards(ITEM, ITEM, ITEM),
    "stats": stats(("1", "a"), ("2", "b"), ("3", "c")),
    "timeline": timeline(("2020", *ITEM), ("2021", *ITEM), ("2022", *ITEM)),
    "references": reference_list(),
}
WHOLE = {
    "callout": callout("a"),
    "quote": quote("b"),
    "chart": chart(),
    "columns": columns([points("a", "b")]),
}


@pytest.mark.parametrize("block", SPLITTABLE.values(), ids=SPLITTABLE)
def test_parts_of_a_block_are_the_block(block):
    assert units_of(block) == 3
    head, tail = take(block, 0, 2), take(block, 2, 3)
    assert (units_of(head), units_of(tail)) == (2, 1)
    assert (head.path, type(head)) == (tail.path, type(block))
    assert {head, tail}.isdisjoint({block})
    assert take(block, 0, 3) == block


@pytest.mark.parametrize("block", WHOLE.values(), ids=WHOLE)
def test_other_blocks_have_one_piece(block):
    assert units_of(block) == 1
    assert take(block, 0, 1) == block


def test_lists_are_split_between_items_of_the_first_level():
    block = SPLITTABLE["points"]
    assert [plain_text(point.content) for point in take(block, 1, 3).points] == ["b", "e"]
    assert len(take(block, 1, 2).points[0].points) == 2


def spanning(*heights: tuple[int, ...]) -> Table:
    """Return a table whose rows have cells of these rowspans."""
    return table(["A", "B"], [[Cell(words("x"), SPAN, rowspan=height) for height in row] for row in heights])


@pytest.mark.parametrize(
    ("rows", "allowed"),
    [
        (((1, 1), (1, 1), (1, 1)), [True, True, True]),
        (((2, 1), (1,), (1, 1)), [True, False, True]),
        (((3, 1), (1,), (1,)), [True, False, False]),
        (((1, 2), (2,), (1,)), [True, False, False]),
        (((1, 1), (1, 2), (1,)), [True, True, False]),
    ],
)
def test_tables_are_not_split_inside_cells_that_span_rows(rows, allowed):
    block = spanning(*rows)
    assert [may_cut(block, index) for index in range(3)] == allowed


def test_a_block_that_must_not_continue_may_still_begin_a_slide():
    block = points("a", "b", continues=False)
    assert may_cut(block, 0)
    assert not may_cut(block, 1)


def blocks():
    [only] = document(section("S", points("a", "b"), callout("c"), points("d", "e", "f"))).sections
    return only.content


def texts(found):
    return [
        [plain_text(point.content) for point in block.points] if isinstance(block, Points) else "callout"
        for block in found
    ]


@pytest.mark.parametrize(
    ("number", "index", "head", "tail"),
    [
        (0, 1, [["a"]], [["b"], "callout", ["d", "e", "f"]]),
        (1, 0, [["a", "b"]], ["callout", ["d", "e", "f"]]),
        (2, 0, [["a", "b"], "callout"], [["d", "e", "f"]]),
        (2, 2, [["a", "b"], "callout", ["d", "e"]], [["f"]]),
    ],
)
def test_a_slide_is_split_at_a_piece_of_a_block(number, index, head, tail):
    before, after = split_blocks(blocks(), f"sections/0/content/{number}", index)
    assert (texts(before), texts(after)) == (head, tail)


def plan_of(*content):
    return plan_slides(resolved(section("S", *content)))[1]


@pytest.mark.parametrize(
    ("count", "parts", "sizes"), [(7, 2, [4, 3]), (7, 3, [2, 3, 2]), (10, 4, [2, 3, 3, 2]), (3, 3, [1, 1, 1])]
)
def test_even_parts_differ_by_one_at_most(count, parts, sizes):
    plan = plan_of(points(*map(str, range(count))))
    found = even_parts(plan, parts)
    assert sorted(units_of(block) for [block] in found) == sorted(sizes)
    assert [plain_text(point.content) for [block] in found for point in block.points] == [
        *map(str, range(count))
    ]


def test_even_parts_of_several_blocks_are_none():
    assert even_parts(plan_of(points("a", "b"), callout("c")), 2) is None


def test_even_parts_do_not_cut_where_it_is_forbidden():
    assert even_parts(plan_of(points("a", "b", continues=False)), 2) is None
    assert even_parts(plan_of(spanning((1, 1), (2, 1), (1,), (1, 1))), 2) is None
    assert even_parts(plan_of(spanning((2, 1), (1,), (2, 1), (1,))), 2) is not None


def test_no_part_is_empty():
    assert even_parts(plan_of(points("a", "b")), 3) is None
