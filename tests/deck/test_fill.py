"""Plans on slides: the layout's own size, the compact one, continuation, then B601."""

from functools import cache

import pytest

from builder.deck.fill import SlideFiller
from builder.deck.model import TableShape
from builder.diagnostics import Span
from builder.model.block import Cell, Column
from builder.model.inline import Text
from tests.deck.geometry import faults_of
from tests.deck.samples import (
    SPAN,
    build,
    built,
    callout,
    cards,
    chart,
    cite,
    columns,
    content_slides,
    face_text,
    faults,
    find,
    leaves,
    plain,
    points,
    quote,
    reference,
    section,
    sentence,
    slide,
    stats,
    steps,
    table,
    timeline,
    words,
)


def short(count):
    return [f"{number}. {sentence(8)}" for number in range(count)]


def shown(slides):
    """Return layout and title of each slide."""
    return [(each.layout, each.title) for each in slides]


def listed(slides, mark=". "):
    """Return the numbers of the items on each slide."""
    return [
        [int(text.partition(mark)[0]) for text in face_text(each) if text[:1].isdigit() and mark in text]
        for each in slides
    ]


def test_what_fits_stays_on_the_layouts_own_size():
    [only] = content_slides(section("T", points(*short(5))))
    assert shown([only]) == [("content", "T")]


def test_what_does_not_fit_is_set_smaller_before_it_continues():
    [only] = content_slides(section("T", points(*short(8))))
    assert shown([only]) == [("content-compact", "T")]
    assert listed([only]) == [list(range(8))]


def test_what_does_not_fit_so_continues_between_items():
    slides = content_slides(section("T", points(*short(24))))
    assert len(slides) > 1
    assert [number for each in listed(slides) for number in each] == list(range(24))
    assert len({each.layout for each in slides}) == 1
    count = len(slides)
    assert [each.title for each in slides] == [
        "T",
        *(f"T, continued {n}/{count}" for n in range(2, count + 1)),
    ]


def test_shares_are_even():
    sizes = [len(each) for each in listed(content_slides(section("T", points(*short(24)))))]
    assert max(sizes) - min(sizes) <= 1


def test_the_larger_size_is_kept_where_it_needs_no_more_slides():
    slides = content_slides(section("T", points(*short(11))))
    assert {each.layout for each in slides} == {"content"}
    assert len(slides) == 2


def test_items_of_uneven_height_fill_their_slides():
    items = [f"{number}. {sentence(30 if number < 5 else 4)}" for number in range(12)]
    slides = content_slides(section("T", points(*items)))
    assert listed(slides) == [list(range(5)), list(range(5, 12))]


def test_notes_are_on_the_first_slide_only():
    slides = content_slides(section("T", points(*short(24), notes="Say this"), notes="And that"))
    assert [len(each.notes) for each in slides] == [2, *([0] * (len(slides) - 1))]


def test_blocks_are_kept_apart():
    """Between blocks is a place to continue too."""
    slides = content_slides(section("T", points(*short(6)), callout(sentence(60)), points(*short(4))))
    assert len(slides) == 2
    assert sum(text.startswith("Natural") for each in slides for text in face_text(each)) == 1


ROWS = [[f"{number}. {sentence(3)}", sentence(10), sentence(12)] for number in range(30)]


def test_tables_repeat_their_header():
    slides = content_slides(section("T", table(["A", "B", "C"], ROWS, caption="Tab")))
    tables = [shape for each in slides for shape in leaves(each.shapes) if isinstance(shape, TableShape)]
    assert len(tables) == len(slides) > 2
    assert all(
        [cell.text.paragraphs[0].runs[0].text for cell in shown.cells[:3]] == ["A", "B", "C"]
        for shown in tables
    )
    assert all(shown.header_row and shown.idx == 5 for shown in tables)
    numbers = [number for each in listed(slides) for number in each]
    assert numbers == list(range(30))


def test_columns_of_a_table_are_as_wide_on_every_slide():
    wide = [Column(words("A"), width=0.2), Column(words("B"), width=0.5), Column(words("C"), width=0.3)]
    slides = content_slides(section("T", table(wide, ROWS)))
    tables = [shape for each in slides for shape in leaves(each.shapes) if isinstance(shape, TableShape)]
    assert len({shown.column_widths for shown in tables}) == 1


def test_rows_stay_with_the_cell_that_spans_them():
    rows = []
    for number in range(8):
        rows.append([Cell(words(f"{number}. group"), SPAN, rowspan=3), sentence(10), sentence(12)])
        rows += [[sentence(10), sentence(12)]] * 2
    slides = content_slides(section("T", table(["A", "B", "C"], rows)))
    tables = [shape for each in slides for shape in leaves(each.shapes) if isinstance(shape, TableShape)]
    assert len(slides) > 1
    assert all((len(shown.row_heights) - 1) % 3 == 0 for shown in tables)
    assert [number for each in listed(slides) for number in each] == list(range(8))


def test_steps_that_are_too_narrow_continue_and_count_on():
    """Eight steps of 40 words do not stand side by side."""
    slides = content_slides(section("T", steps(*[(f"Step {n}", sentence(40)) for n in range(1, 9)])))
    assert len(slides) > 1
    texts = [text for each in slides for text in face_text(each)]
    assert [text for text in texts if text.isdigit()] == [*map(str, range(1, 9)), *slide_numbers(texts)]
    assert [text for text in texts if text.startswith("Step ")] == [f"Step {n}" for n in range(1, 9)]


def slide_numbers(texts):
    return [text for text in texts if text == "‹#›"]


def test_a_long_word_in_a_narrow_step_makes_fewer_steps():
    long = "Immunosuppression"
    slides = content_slides(section("T", steps(*[(long, "") for _ in range(9)])))
    assert [sum(text == long for text in face_text(each)) for each in slides] == [3, 3, 3]


@pytest.mark.parametrize(
    "block",
    [
        cards(*[(f"Card {n}", sentence(45)) for n in range(6)]),
        cards(*[(f"Card {n}", sentence(60)) for n in range(3)]),
        stats(*[(f"{n}8%", sentence(12)) for n in range(9)]),
        timeline(*[(f"202{n}", f"Event {n}", sentence(30)) for n in range(9)]),
    ],
    ids=["rows of cards", "a row of cards", "stats", "timeline"],
)
def test_other_kinds_continue_between_their_items(block):
    slides = content_slides(section("T", block))
    assert len(slides) > 1
    leads = ("Card", "Event") if not slides[0].layout.startswith("stats") else ()
    found = [
        text for each in slides for text in face_text(each) if text.startswith(leads or tuple("0123456789"))
    ]
    assert len(found) == len(set(found)) in (3, 6, 9)


def test_points_and_a_chart_stand_beside_each_other():
    [only] = content_slides(section("T", points("one", "two"), chart(caption="C")))
    assert only.layout == "two-columns"
    assert find(only, "Left").idx == 1
    assert find(only, "Chart").idx == 2
    assert find(only, "Left").rect.right < find(only, "Chart").rect.x


def test_points_that_do_not_fit_beside_a_chart_have_their_own_slide():
    slides = content_slides(section("T", points(*short(9), notes="n"), chart(caption="C"), headline="H"))
    assert shown(slides) == [("content-compact", "H"), ("chart", "C")]
    assert [len(each.notes) for each in slides] == [1, 0]
    assert find(slides[1], "Chart").idx == 6


def test_columns_that_do_not_fit_become_slides():
    slides = content_slides(section("T", columns([points(*short(9))], [points(*short(3))], title="Both")))
    assert shown(slides) == [("content-compact", "Both"), ("content", "Both, continued 2/2")]


def test_three_columns_are_text_boxes_side_by_side():
    [only] = content_slides(section("T", columns([points("one")], [points("two")], [points("three")])))
    boxes = [find(only, name) for name in ("Text", "Text 2", "Text 3")]
    assert [texts for box in boxes for texts in [box.text.paragraphs[0].runs[0].text]] == [
        "one",
        "two",
        "three",
    ]
    assert boxes[0].rect.right <= boxes[1].rect.x + boxes[1].text.insets.left
    assert boxes[1].rect.right <= boxes[2].rect.x + boxes[2].text.insets.left


def located(*given, **fields):
    [fault] = faults(*given, **fields)
    assert fault.code == "B601"
    return fault


def test_a_block_that_must_not_continue_is_a_fault():
    fault = located(section("T", callout("x"), points(*short(20), continues=False)))
    assert fault.message == "text does not fit its slide"
    assert fault.span == Span.at("content/sample.yaml", 4, 9, 6)
    assert fault.label.startswith("needs ")
    assert fault.label.endswith(" mm more height at 20 pt, the size of the compact layout")
    assert "remove 'continue: false' to let it run on to a second slide" in fault.help


@pytest.mark.parametrize(
    "made",
    [
        slide(points(*short(9)), points(*short(9)), continues=False),
        columns([points(*short(20))], [points("a")], continues=False),
    ],
)
def test_a_slide_and_columns_that_must_not_continue_are_faults(made):
    assert "remove 'continue: false'" in located(section("T", made)).help


def test_a_block_that_must_not_continue_may_begin_the_next_slide():
    slides = content_slides(section("T", points(*short(7)), points(*short(5), continues=False)))
    assert listed(slides) == [list(range(7)), list(range(5))]


def words_to_cut(fault):
    return int(fault.help.partition("cut about ")[2].partition(" ")[0])


@cache
def most_items():
    """Return how many items of twelve words a slide holds."""
    return next(
        n for n in range(12, 0, -1) if build(section("T", points(*twelve_words(n), continues=False))).value
    )


def twelve_words(count):
    return [sentence(12)] * count


@pytest.mark.parametrize("extra", [1, 5, 20])
def test_as_many_words_are_to_be_cut_as_do_not_fit(extra):
    """The advice is an estimate: right within an item and a seventh."""
    fault = located(section("T", points(*twelve_words(most_items() + extra), continues=False)))
    assert words_to_cut(fault) == pytest.approx(12 * extra, abs=12, rel=0.15)


def test_a_piece_that_no_slide_holds_is_a_fault_of_its_own():
    """The words to cut are those of the one item, not of the list."""
    items = [*short(6), sentence(260), *short(6)]
    fault = located(section("T", points(*items)))
    assert 20 < words_to_cut(fault) < 140


def test_a_title_that_is_too_long_is_a_fault():
    title = (Text(sentence(40), Span.at("content/sample.yaml", 9, 15)),)
    fault = located(section("T", points(*short(24)), headline=title))
    assert fault.message == "the title does not fit its slide"
    assert fault.span == title[0].span
    assert fault.label.endswith("mm more height at 30 pt, the size of the compact layout")


def test_a_title_that_is_too_long_is_told_once():
    fault = located(section("T", points(*short(9)), chart(), headline=sentence(40)))
    assert fault.message == "the title does not fit its slide"


def test_a_title_that_is_too_long_only_when_continued_is_a_fault():
    fits = next(
        length
        for length in range(22, 5, -1)
        if build(section("T", points("a"), headline=sentence(length))).value
    )
    fault = located(section("T", points(*short(24)), headline=sentence(fits)))
    assert fault.message == "the title does not fit its slide"


def test_a_word_that_is_too_wide_is_a_fault():
    fault = located(section("T", cards(("A" * 90, ""), ("B", ""))))
    assert "mm more width at" in fault.label
    assert fault.help == "shorten its longest words or lines"


def test_every_fault_is_told():
    found = faults(
        section("T", quote(sentence(200)), headline="A"),
        section("U", points(*short(30), continues=False), headline="B"),
    )
    assert [fault.code for fault in found] == ["B601", "B601"]
    assert len({fault.span for fault in found}) == 2


def test_an_unknown_layout_is_a_fault():
    [fault] = faults(section("T", points("a", layout="poster")))
    assert (fault.code, fault.message) == ("B604", "there is no deck layout 'poster'")
    assert fault.span == Span.at("content/sample.yaml", 3, 9, 6)


def test_a_compact_layout_may_be_asked_for():
    [only] = content_slides(section("T", points("a", layout="content-compact")))
    assert only.layout == "content-compact"


def test_references_run_over_slides_with_their_numbers():
    entries = [reference(f"K{n}", n + 2, sentence(40)) for n in range(1, 21)]
    slides = content_slides(section("T"), references=entries)[1:]
    assert len(slides) > 1
    numbers = []
    for each in slides:
        numbers += [plain(node).partition(".\t")[0] for node in find(each, "Text").text.paragraphs]
    assert numbers == [str(number) for number in range(3, 23)]


def test_references_with_gaps_in_their_numbers():
    entries = [reference(f"K{n}", n) for n in (1, 2, 5, 6, 9)]
    [only] = content_slides(section("T"), references=entries)[1:]
    numbers = [plain(node).partition(".\t")[0] for node in find(only, "Text").text.paragraphs]
    assert numbers == ["1", "2", "5", "6", "9"]


def test_sources_stand_at_the_foot():
    entries = [reference("Liu2020", 1), reference("Marin2024", 2)]
    content = points((Text("One "), cite("Marin2024")), (Text("Two "), cite("Liu2020", "Marin2024")))
    first, *_ = content_slides(section("T", content), references=entries)
    assert (
        find(first, "Sources").text.paragraphs[0].runs[0].text == "1 Liu2020, J, 2020; 2 Marin2024, J, 2020"
    )


def test_each_part_has_its_own_sources():
    entries = [reference(f"K{n}", n) for n in range(1, 25)]
    items = [(Text(f"{n}. {sentence(8)} "), cite(f"K{n}")) for n in range(1, 25)]
    first, second, *_ = content_slides(section("T", points(*items)), references=entries)
    foot = find(first, "Sources").text.paragraphs[0].runs[0].text
    assert foot.startswith("1 K1, J, 2020; 2 K2")
    assert "K20" not in foot
    assert "1 K1," not in find(second, "Sources").text.paragraphs[0].runs[0].text


def test_more_sources_than_the_foot_holds_are_numbers():
    entries = [reference(f"Author{n}2020", n) for n in range(1, 31)]
    content = points((Text("All "), cite(*[entry.key for entry in entries])))
    first, *_ = content_slides(section("T", content), references=entries)
    assert find(first, "Sources").text.paragraphs[0].runs[0].text.startswith("References 1, 2, 3")


def test_more_authors_than_the_foot_holds_are_counted():
    entries = [reference(f"Author{n}2020", n) for n in range(1, 31)]
    content = points((Text("All "), cite(*[entry.key for entry in entries])))
    first, *_ = content_slides(section("T", content), references=entries, numeric=False)
    shown = find(first, "Sources").text.paragraphs[0].runs[0].text
    assert shown.startswith("Author12020 2020; Author22020 2020; ")
    assert shown.endswith("; and 16 more, listed under References")


def test_a_deck_of_everything_is_sound():
    everything = section(
        "T", points(*short(20)), callout("c", title="C"), table(["A", "B", "C"], ROWS), chart(caption="Bars"),
        quote("q"), steps(("a", "b"), ("c", "d")), cards(("a", "b")), stats(("1", "a")), timeline(("2020", "a", "b")),
    )  # fmt: skip
    assert faults_of(built(everything, key_messages=("One",), references=[reference("K", 1)])) == []


def test_the_highest_part_is_tried_first(monkeypatch):
    suffixes = []
    lay_out = SlideFiller.lay_out

    def note(self, plan, layout, suffix=""):
        suffixes.append(suffix)
        return lay_out(self, plan, layout, suffix)

    monkeypatch.setattr(SlideFiller, "lay_out", note)
    slides = content_slides(
        section("T", points(*short(50), *(f"{n}. {sentence(45)}" for n in range(50, 60))))
    )
    number, total = next(filter(None, suffixes)).removeprefix(", continued ").split("/")
    assert number == total
    assert len(slides) == int(total) > 5
