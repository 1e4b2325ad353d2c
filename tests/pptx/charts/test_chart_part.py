"""Native charts: valid, the same for the same plan, and read back by python-pptx."""

import io
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE

from builder.pptx.archive import read_archive
from builder.pptx.names import A, C
from tests.pptx.charts.samples import charts_deck, deck_of, plans
from tests.resolve.charts.samples import CHARTS, make, plan, style

TYPES = {
    "forest": XL_CHART_TYPE.XY_SCATTER,
    "forest-of-ratios": XL_CHART_TYPE.XY_SCATTER,
    "horizontal-bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "bar": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "grouped-bar": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked-bar": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "line-over-numbers": XL_CHART_TYPE.XY_SCATTER_LINES,
    "area": XL_CHART_TYPE.AREA_STACKED,
    "pie": XL_CHART_TYPE.PIE,
    "doughnut": XL_CHART_TYPE.DOUGHNUT,
    "scatter": XL_CHART_TYPE.XY_SCATTER,
    "waterfall": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "swimmer": XL_CHART_TYPE.XY_SCATTER,
    "kaplan-meier": XL_CHART_TYPE.XY_SCATTER,
    "kaplan-meier-with-limits": XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS,
}


def charts() -> dict[str, Chart]:
    presentation = Presentation(io.BytesIO(charts_deck()))
    frames = ((slide.shapes.title.text, frame) for slide in presentation.slides for frame in slide.shapes)
    return {name: frame.chart for name, frame in frames if frame.has_chart}


def parts() -> dict[str, etree._Element]:
    members = read_archive(charts_deck())
    return {
        name: etree.fromstring(members[f"ppt/charts/chart{number}.xml"])
        for number, name in enumerate(CHARTS, 1)
    }


@pytest.mark.parametrize("file_format", [FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
def test_the_validator_finds_nothing(tmp_path: Path, file_format: FileFormat) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(charts_deck())
    assert OpenXmlValidator(file_format=file_format, max_errors=0).validate(path).errors == []


def test_equal_plans_give_equal_bytes() -> None:
    assert deck_of({name: plan(chart) for name, chart in CHARTS.items()}) == charts_deck()


@pytest.mark.parametrize("name", CHARTS)
def test_the_type_is_native(name: str) -> None:
    assert charts()[name].chart_type == TYPES[name]


@pytest.mark.parametrize(
    "name", [name for name, found in plans().items() if found.categories and not found.groups]
)
def test_categories_and_values_are_those_of_the_plan(name: str) -> None:
    plot, found = charts()[name].plots[0], plans()[name]
    assert tuple(plot.categories) == found.categories
    assert [series.name for series in plot.series] == [series.name for series in found.series]
    assert [list(series.values) for series in plot.series] == [
        [point.value for point in series.points] for series in found.series
    ]


@pytest.mark.parametrize("name", CHARTS)
def test_the_inner_plot_is_where_the_plan_has_it(name: str) -> None:
    layout = parts()[name].find(f".//{{{C}}}plotArea/{{{C}}}layout/{{{C}}}manualLayout")
    assert layout is not None
    values = {child.tag.rpartition("}")[2]: child.get("val") for child in layout}
    found = plans()[name]
    assert values["layoutTarget"] == "inner"
    assert float(values["x"]) * found.size.width == pytest.approx(found.plot.x, abs=10)
    assert float(values["h"]) * found.size.height == pytest.approx(found.plot.height, abs=10)


@pytest.mark.parametrize("name", CHARTS)
def test_value_axes_have_the_plans_scale(name: str) -> None:
    axis = plans()[name].value_axis
    if axis is None:
        return
    expected = (axis.minimum, axis.maximum, axis.step)
    scales = []
    for element in parts()[name].iter(f"{{{C}}}valAx"):
        numbers = (element.find(f".//{{{C}}}{tag}") for tag in ("min", "max", "majorUnit"))
        scales.append(tuple(float(number.get("val")) for number in numbers if number is not None))
    assert expected in scales


@pytest.mark.parametrize("name", CHARTS)
def test_colours_and_fonts_are_the_themes(name: str) -> None:
    root = parts()[name]
    slotless = {paint.hex for paint in style().series if not paint.slot}
    assert {element.get("val") for element in root.iter(f"{{{A}}}srgbClr")} <= slotless
    assert {element.get("typeface") for element in root.iter(f"{{{A}}}latin")} == {"+mn-lt"}


def test_only_series_without_direct_labels_have_a_legend() -> None:
    legends = {name for name, root in parts().items() if root.find(f".//{{{C}}}legend") is not None}
    assert legends == {name for name, found in plans().items() if found.headed}
    assert "line" not in legends


@pytest.mark.parametrize("name", CHARTS)
def test_traces_of_a_generator_are_absent(name: str) -> None:
    root = parts()[name]
    settings = {child.tag.rpartition("}")[2]: child.get("val") for child in root}
    assert (settings["date1904"], settings["roundedCorners"], settings["lang"]) == ("0", "0", "en-US")


def test_value_labels_follow_the_workbook() -> None:
    labels = parts()["horizontal-bar"].findall(f".//{{{C}}}dLbl")
    assert labels
    assert all(label.find(f"{{{C}}}tx") is None for label in labels)
    formats = {label.find(f"{{{C}}}numFmt").get("formatCode") for label in labels}
    assert formats == {'0.0"\u00a0days";"−"0.0"\u00a0days"'}


def test_alike_labels_are_one_statement() -> None:
    root = parts()["grouped-bar"]
    assert not root.findall(f".//{{{C}}}dLbl")
    assert {element.get("val") for element in root.findall(f".//{{{C}}}dLbls/{{{C}}}showVal")} == {"1"}


def test_markup_in_data_is_text() -> None:
    chart = make(
        "forest", {"trial": ['<A> & "B"'], "v": [1], "lo": [0], "hi": [2]}, "trial", "v", error=("lo", "hi")
    )
    members = read_archive(deck_of({"odd": plan(chart)}))
    texts = etree.fromstring(members["ppt/charts/chart1.xml"]).iter(f"{{{A}}}t")
    assert '<A> & "B"' in [element.text for element in texts]


def test_a_forest_of_ratios_has_a_logarithmic_axis_and_its_rows_stand_at_1() -> None:
    values, rows = parts()["forest-of-ratios"].findall(f".//{{{C}}}valAx")
    assert values.find(f"{{{C}}}scaling/{{{C}}}logBase").get("val") == "2"
    assert rows.find(f"{{{C}}}scaling/{{{C}}}logBase") is None
    assert rows.find(f"{{{C}}}crossAx").get("val") == values.find(f"{{{C}}}axId").get("val")
    assert rows.find(f"{{{C}}}crossesAt").get("val") == "1"
    assert rows.find(f"{{{C}}}spPr/{{{A}}}ln/{{{A}}}solidFill") is not None


def test_a_forest_of_shares_has_its_rows_at_the_foot_of_a_linear_axis() -> None:
    values, rows = parts()["forest"].findall(f".//{{{C}}}valAx")
    assert values.find(f"{{{C}}}scaling/{{{C}}}logBase") is None
    assert rows.find(f"{{{C}}}crossesAt") is None


def test_confidence_limits_are_lines_from_the_workbooks_limits() -> None:
    root, found = parts()["kaplan-meier-with-limits"], plans()["kaplan-meier-with-limits"]
    faint = [one for one in root.iter(f"{{{C}}}ser") if one.find(f"{{{C}}}spPr//{{{A}}}alpha") is not None]
    assert len(faint) == 2 * len(found.series)
    drawn = {float(cell.text) for one in faint for cell in one.findall(f"{{{C}}}yVal//{{{C}}}v")}
    points = [point for one in found.series for point in one.points]
    assert drawn == {limit for point in points for limit in (point.low, point.high)}


def test_bars_of_a_waterfall_have_a_series_for_each_response_in_one_place() -> None:
    root = parts()["waterfall"]
    assert root.find(f".//{{{C}}}barChart/{{{C}}}overlap").get("val") == "100"
    assert len(root.findall(f".//{{{C}}}barChart/{{{C}}}ser")) == 4
    assert len(root.findall(f".//{{{C}}}lineChart/{{{C}}}ser")) == 2


@pytest.mark.parametrize(("name", "entries"), [("waterfall", 4), ("swimmer", 4)])
def test_legends_name_only_what_the_plan_names(name: str, entries: int) -> None:
    root = parts()[name]
    removed = root.findall(f".//{{{C}}}legendEntry/{{{C}}}delete")
    assert len(root.findall(f".//{{{C}}}ser")) - len(removed) == entries


def test_a_swimmers_events_are_drawn_over_its_bars() -> None:
    series = parts()["swimmer"].findall(f".//{{{C}}}ser")
    marked = [one.find(f"{{{C}}}marker/{{{C}}}symbol").get("val") != "none" for one in series]
    assert marked[:2] == [True, True]
    orders = [int(one.find(f"{{{C}}}order").get("val")) for one in series]
    bars = [
        order for order, one in zip(orders, series, strict=True) if one.find(f".//{{{A}}}miter") is not None
    ]
    assert min(order for order, mark in zip(orders, marked, strict=True) if mark) > max(bars)
    counts = [int(one.find(f"{{{C}}}xVal//{{{C}}}ptCount").get("val")) for one in series]
    assert counts == sorted(counts, reverse=True)
