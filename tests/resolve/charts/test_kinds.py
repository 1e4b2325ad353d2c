"""What each kind of chart shows, on data whose drawing can be worked out by hand."""

import math
from dataclasses import replace

import pytest

from builder.model.block import Scale
from builder.resolve.charts.drawing import (
    BarMark,
    DotMark,
    LineMark,
    PlacedText,
    SliceMark,
    TextAlign,
    TextRole,
)
from builder.resolve.charts.look import MarkerShape
from builder.resolve.charts.plan import ChartPlan
from tests.resolve.charts.samples import CHARTS, SEVERE_CRS, TRIALS, YEARS, make, plan, style


def texts(found: ChartPlan, role: TextRole) -> list[PlacedText]:
    return [text for text in found.texts if text.role is role]


def bars(found: ChartPlan) -> list[BarMark]:
    return [mark for mark in found.marks if isinstance(mark, BarMark) and found.plot.contains(mark.rect, 1)]


def test_bars_are_as_high_as_their_values() -> None:
    found = plan(make("bar", {"arm": ["A", "B"], "n": [25, 50]}, "arm", "n", range=(0.0, 100.0)))
    first, second = bars(found)
    assert first.rect.height == pytest.approx(found.plot.height / 4, abs=2)
    assert second.rect.height == pytest.approx(found.plot.height / 2, abs=2)
    assert first.rect.bottom == second.rect.bottom == found.plot.bottom


def test_the_gap_is_a_share_of_a_bars_width() -> None:
    found = plan(CHARTS["grouped-bar"])
    band = found.plot.width / len(found.categories)
    assert bars(found)[0].rect.width == pytest.approx(band / (3 + found.gap_percent / 100), abs=2)


def test_printed_values_make_axis_and_gridlines_superfluous() -> None:
    printed, bare = plan(make("bar", TRIALS, "year", "Blood")), plan(CHARTS["stacked-bar"])
    assert printed.value_axis is not None
    assert not printed.value_axis.visible
    assert not printed.value_axis.gridlines
    assert texts(printed, TextRole.TICK) == []
    assert bare.value_axis is not None
    assert bare.value_axis.visible
    assert [text.text for text in texts(bare, TextRole.TICK)] == ["0", "20", "40", "60", "80", "100"]


def test_bars_under_intervals_are_lighter() -> None:
    found = plan(CHARTS["bar"])
    assert {mark.paint.opacity for mark in bars(found)} == {0.45}
    intervals = [mark for mark in found.marks if isinstance(mark, LineMark) and mark.paint == style().ink]
    assert len(intervals) == 3


def test_stacks_add_up() -> None:
    found = plan(CHARTS["stacked-bar"])
    assert found.value_axis is not None
    per_unit = found.plot.height / (found.value_axis.maximum - found.value_axis.minimum)
    by_year = [bars(found)[index : index + 3] for index in range(0, 12, 3)]
    sums = [round(sum(mark.rect.height for mark in stack) / per_unit) for stack in by_year]
    assert sums == [35, 53, 73, 94]


def test_negative_bars_hang_below_zero() -> None:
    found = plan(make("bar", {"arm": ["A", "B"], "change": [10, -10]}, "arm", "change"))
    up, down = bars(found)
    assert up.rect.bottom == down.rect.y
    assert texts(found, TextRole.VALUE)[1].text == "−10"


def test_lying_bars_run_from_top_to_bottom_and_name_themselves() -> None:
    found = plan(CHARTS["horizontal-bar"])
    shown = bars(found)
    assert [mark.rect.y for mark in shown] == sorted(mark.rect.y for mark in shown)
    assert [text.text for text in texts(found, TextRole.VALUE)] == [
        f"{v}\u00a0days" for v in (30.4, 35.9, 48.4)
    ]
    assert [mark.paint == style().accent for mark in shown] == [False, False, True]
    assert [text.bold for text in texts(found, TextRole.VALUE)] == [False, False, True]
    assert all(text.align is TextAlign.END for text in texts(found, TextRole.CATEGORY))


def test_several_lines_are_named_at_their_ends() -> None:
    found = plan(CHARTS["line"])
    assert not found.headed
    names = texts(found, TextRole.SERIES)
    assert [(text.text, text.point) for text in names] == [("Optimal", 4), ("Suboptimal", 4), ("Donor", 4)]
    assert all(text.rect.x > found.plot.right for text in names)
    dots = {mark.marker.shape for mark in found.marks if isinstance(mark, DotMark)}
    assert dots == {MarkerShape.CIRCLE, MarkerShape.SQUARE, MarkerShape.DIAMOND}


def test_names_that_are_too_long_for_the_ends_stand_above() -> None:
    long = {"x": [1, 2], "Cord blood frozen within a day of its collection, optimal": [1, 2], "Other": [2, 3]}
    found = plan(make("line", long, "x", tuple(name for name in long if name != "x")))
    assert found.headed
    assert all(text.point is None for text in texts(found, TextRole.SERIES))


def test_uneven_numbers_keep_their_distances() -> None:
    found = plan(CHARTS["line-over-numbers"])
    assert found.x_axis is not None
    xs = [mark.place[0] for mark in found.marks if isinstance(mark, DotMark)][:5]
    steps = [(x - xs[0]) / (xs[-1] - xs[0]) for x in xs]
    assert steps == pytest.approx([day / 90 for day in (0, 1, 7, 28, 90)], abs=1e-4)


def test_even_numbers_are_categories() -> None:
    assert plan(CHARTS["line"]).x_axis is None


def test_lines_stop_at_gaps() -> None:
    found = plan(make("line", {"x": ["a", "b", "c", "d", "e"], "y": [1, 2, None, 4, 5]}, "x", "y"))
    width = style().series[0]
    runs = [mark for mark in found.marks if isinstance(mark, LineMark) and mark.paint == width]
    assert [len(mark.places) for mark in runs] == [2, 2]


def test_slices_go_round_once() -> None:
    found = plan(CHARTS["pie"])
    slices = [mark for mark in found.marks if isinstance(mark, SliceMark)]
    assert (slices[0].start, slices[-1].end) == (0, pytest.approx(360))
    assert slices[0].end == pytest.approx(360 * 34 / 85)
    assert texts(found, TextRole.VALUE)[0].text == "CD19, 34"


@pytest.mark.parametrize("count", [2, 6, 7, 8, 13])
def test_slices_that_touch_differ(count: int) -> None:
    data = {"part": [f"Part {number}" for number in range(count)], "n": [1] * count}
    found = plan(make("pie", data, "part", "n"))
    paints = [mark.paint for mark in found.marks if isinstance(mark, SliceMark)]
    assert all(paint != after for paint, after in zip(paints, [*paints[1:], paints[0]], strict=True))


def test_a_doughnut_has_a_hole() -> None:
    found = plan(CHARTS["doughnut"])
    shares = [mark.inner / mark.outer for mark in found.marks if isinstance(mark, SliceMark)]
    assert shares == pytest.approx([found.hole_percent / 100] * 5, abs=1e-4)


def test_scatter_points_are_named_beside_them() -> None:
    found = plan(CHARTS["scatter"])
    assert sorted(text.text for text in texts(found, TextRole.VALUE)) == sorted(
        ["Liu 2020", "Marin 2024", "Lei 2025", "ZUMA-1", "JULIET"]
    )


def test_a_forest_has_a_row_for_each_trial_under_its_group() -> None:
    found = plan(CHARTS["forest"])
    assert [group.heading for group in found.groups] == ["CAR-NK", "CAR-T"]
    assert [len(group.rows) for group in found.groups] == [5, 4]
    assert [text.text for text in texts(found, TextRole.ROW)] == SEVERE_CRS["trial"]
    assert texts(found, TextRole.SAMPLE_SIZE)[0].text == "n\u00a0=\u00a011"
    assert [text.text for text in texts(found, TextRole.VALUE)] == [
        f"{value}%" for value in SEVERE_CRS["pct"]
    ]
    assert {mark.marker.shape for mark in found.marks if isinstance(mark, DotMark)} == {
        MarkerShape.CIRCLE,
        MarkerShape.SQUARE,
    }


def test_a_forests_intervals_span_their_bounds() -> None:
    found = plan(CHARTS["forest"])
    assert found.value_axis is not None
    per_unit = found.plot.width / (found.value_axis.maximum - found.value_axis.minimum)
    blue = [m for m in found.marks if isinstance(m, LineMark) and m.paint == style().series[0]]
    spans = [tuple(round((x - found.plot.x) / per_unit, 1) for x, _ in mark.places) for mark in blue]
    assert spans == [(0.0, float(high)) for high in SEVERE_CRS["high"][:5]]


def test_a_forests_highlight_stands_out_by_more_than_hue() -> None:
    found = plan(CHARTS["forest"])
    dots = [mark for mark in found.marks if isinstance(mark, DotMark)]
    (accented,) = [mark for mark in dots if mark.paint == style().accent]
    assert accented.marker.size_pt > dots[0].marker.size_pt


def test_the_value_axis_obeys_the_authors_range() -> None:
    found = plan(replace(CHARTS["forest"], range=(0.0, 80.0)))
    assert found.value_axis is not None
    assert (found.value_axis.minimum, found.value_axis.maximum) == (0, 80)


def no_effect_lines(found: ChartPlan) -> list[LineMark]:
    grid = {mark.width for mark in found.marks if isinstance(mark, LineMark) and mark.paint == style().grid}
    return [
        mark
        for mark in found.marks
        if isinstance(mark, LineMark) and mark.paint == style().muted and mark.width > max(grid)
    ]


def test_ratios_stand_on_a_logarithmic_axis_with_a_line_at_1() -> None:
    found = plan(CHARTS["forest-of-ratios"])
    ticks = [text.text for text in texts(found, TextRole.TICK)]
    assert ticks == ["0.25", "0.5", "1", "2"]
    (line,) = no_effect_lines(found)
    assert (
        line.places[0][0]
        == line.places[1][0]
        == pytest.approx(found.plot.x + found.plot.width * 2 / 3, abs=2)
    )
    first = next(mark for mark in found.marks if isinstance(mark, DotMark))
    share = math.log(0.68 / 0.25) / math.log(8)
    assert first.place[0] == pytest.approx(found.plot.x + found.plot.width * share, abs=2)


def test_what_the_sides_speak_for_stands_left_and_right_of_the_line() -> None:
    found = plan(CHARTS["forest-of-ratios"])
    (line,) = no_effect_lines(found)
    left, right = texts(found, TextRole.SIDE)
    assert (left.text, right.text) == ("← Favors the new therapy", "Favors control →")
    assert left.rect.right < line.places[0][0] < right.rect.x
    assert left.rect.y >= max(text.rect.bottom for text in texts(found, TextRole.TICK))
    assert right.rect.bottom <= found.size.height


def test_no_mark_of_a_ratio_stands_on_the_edge() -> None:
    data = {"trial": ["A", "B"], "hr": [0.5, 1], "low": [0.5, 0.6], "high": [0.9, 2]}
    found = plan(make("forest", data, "trial", "hr", error=("low", "high"), scale=Scale.LOG, no_effect=1.0))
    assert found.value_axis is not None
    assert (found.value_axis.minimum, found.value_axis.maximum) == (0.25, 2)


def test_differences_have_a_line_at_0_and_shares_none() -> None:
    data = {"trial": ["A"], "d": [-4], "low": [-7], "high": [1]}
    found = plan(make("forest", data, "trial", "d", error=("low", "high"), no_effect=0.0, range=(-8.0, 8.0)))
    (line,) = no_effect_lines(found)
    assert line.places[0][0] == pytest.approx(found.plot.x + found.plot.width / 2, abs=2)
    assert no_effect_lines(plan(CHARTS["forest"])) == []


def test_the_axis_reaches_to_the_line_of_no_effect() -> None:
    data = {"trial": ["A"], "d": [12], "low": [10], "high": [14]}
    found = plan(make("forest", data, "trial", "d", error=("low", "high"), no_effect=0.0))
    assert found.value_axis is not None
    assert found.value_axis.minimum == 0


def test_series_above_the_plot_have_keys_like_their_marks() -> None:
    found = plan(CHARTS["scatter"])
    keys = [m.marker.shape for m in found.marks if isinstance(m, DotMark) and m.place[1] < found.plot.y]
    assert keys == [MarkerShape.CIRCLE, MarkerShape.SQUARE]
    assert [text.text for text in texts(found, TextRole.SERIES)] == ["CAR-NK", "CAR-T"]


def test_area_charts_pile_up() -> None:
    found = plan(CHARTS["area"])
    assert found.value_axis is not None
    assert found.value_axis.maximum == 100
    assert [one.name for one in found.series] == list(YEARS)
