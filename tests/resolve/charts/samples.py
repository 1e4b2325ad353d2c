"""Charts with real and made-up data, planned with the theme `clinical`."""

from functools import cache
from typing import Any

from builder.diagnostics import Span
from builder.model.block import Chart, ChartKind, DataColumn, Datum, Scale
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.planner import plan_chart
from builder.resolve.charts.style import chart_style
from builder.theme.places import package_templates
from builder.theme.read import read_theme
from builder.theme.theme import Theme
from builder.units import Length, Size
from builder.world import World
from tests.conftest import ROOT

SPAN = Span.at("content/charts.yaml", 1, 1)
SLIDE = Size(Length.from_inches(12.1), Length.from_inches(4.6))
PAGE = Size(Length.from_mm(165), Length.from_mm(85))


@cache
def clinical() -> Theme:
    return read_theme(World(ROOT, (package_templates(),)), "clinical", None).require()


def style(size_pt: float = 16) -> ChartStyle:
    return chart_style(clinical(), size_pt)


def plan(chart: Chart, size: Size = SLIDE, size_pt: float = 16) -> ChartPlan:
    return plan_chart(chart, size, style(size_pt))


def datum(value: object) -> Datum:
    written = "" if value is None else str(value)
    try:
        return Datum(written, float(written), SPAN)
    except ValueError:
        return Datum(written, None, SPAN)


def make(kind: str, data: dict[str, list[Any]], x: str, y: str | tuple[str, ...], **more: Any) -> Chart:
    columns = tuple(DataColumn(name, tuple(map(datum, values))) for name, values in data.items())
    names = (y,) if isinstance(y, str) else y
    return Chart(path="c", span=SPAN, id="c", kind=ChartKind(kind), data=columns, x=x, y=names, **more)


def table(text: str) -> dict[str, list[str]]:
    header, *rows = (line.split("|") for line in text.strip().splitlines())
    return {name: [row[index] for row in rows] for index, name in enumerate(header)}


SEVERE_CRS = table("""group|trial|n|pct|low|high
CAR-NK|Liu 2020|11|0|0.0|28.5
CAR-NK|Marin 2024|37|0|0.0|9.5
CAR-NK|FT596 2025|86|0|0.0|4.2
CAR-NK|Lei 2025|8|0|0.0|36.9
CAR-NK|CD33 2025|10|0|0.0|30.8
CAR-T|ZUMA-1|101|13|7.0|21.0
CAR-T|JULIET|111|22|14.4|30.4
CAR-T|ELIANA|75|46|33.8|58.6
CAR-T|TRANSCEND|269|2|0.8|4.8""")
RATIOS = table("""part|subgroup|n|hr|low|high|shown
Overall|All patients|412|0.68|0.52|0.89|0.68 (0.52–0.89)
Age|Under 65 years|240|0.61|0.44|0.85|0.61 (0.44–0.85)
Age|65 years and older|172|0.79|0.55|1.14|0.79 (0.55–1.14)""")
VEIN_TO_VEIN = table("product|days\naxi-cel|30.4\nliso-cel|35.9\ntisa-cel|48.4")
TRIALS = table("""year|Blood|Solid|Autoimmune
2021|22|12|1
2022|31|19|3
2023|38|27|8
2024|41|36|17""")
COURSE = table("""month|Optimal|Suboptimal|Donor
0|100|100|100
3|88|61|90
6|79|34|81
9|72|18|69
12|69|5|66""")
EXPANSION = table("day|FT596|Marin 2024\n0|0.1|0.2\n1|4.2|3.1\n7|38|25\n28|4|18\n90|0.4|6")
TARGETS = table("target|trials\nCD19|34\nBCMA|12\nNKG2D ligands|10\nCD33|7\nOther|22")
RESPONSE = table("""n|pct|trial|arm
11|73|Liu 2020|CAR-NK
37|48.6|Marin 2024|CAR-NK
8|62.5|Lei 2025|CAR-NK
101|82|ZUMA-1|CAR-T
93|52|JULIET|CAR-T""")
SURVIVAL = table("""arm|month|alive|lost|left
CAR-NK|0|100||40
CAR-NK|2|95||
CAR-NK|4|88|1|
CAR-NK|6|82||33
CAR-NK|9|75|2|
CAR-NK|12|68||24
CAR-NK|15|64|1|
CAR-NK|18|61||16
CAR-NK|22|58|2|
CAR-NK|24|58|3|7
CAR-T|0|100||38
CAR-T|1|92||
CAR-T|3|79||
CAR-T|6|66|1|24
CAR-T|8|55||
CAR-T|12|43|1|14
CAR-T|16|36||
CAR-T|18|36|1|8
CAR-T|21|29||
CAR-T|24|29|2|3""")
LIMITED = SURVIVAL | {
    "low": [str(max(0, int(alive) - 11)) if int(alive) < 100 else "" for alive in SURVIVAL["alive"]],
    "high": [str(min(100, int(alive) + 8)) if int(alive) < 100 else "" for alive in SURVIVAL["alive"]],
}
CHANGE = table("""patient|change|response
P01|-100|CR
P02|34|PD
P03|-45|PR
P04|-8|SD
P05|-62|PR
P06|12|SD
P07|-100|CR
P08|-31|PR
P09|0|SD
P10|-22|SD
P11|61|PD
P12|-78|PR""")
FOLLOWED = table("""patient|months|dose|response|relapse|on study
P01|14.5|High|1||yes
P02|3|Low||3|
P03|11|High|2.1|9|
P04|18.2|High|0.9||yes
P05|6.4|Low|2|6.4|
P06|9|Low|3||yes
P07|2.2|Low|||
P08|12.8|High|1.2||no""")
FUNNEL = table("step|pct|low|high\nReferred|100|100|100\nInfused|59|52|66\nResponded|43|36|50")

YEARS = ("Blood", "Solid", "Autoimmune")
CHARTS: dict[str, Chart] = {
    "forest": make(
        "forest", SEVERE_CRS, "trial", "pct", series="group", error=("low", "high"), n="n", unit="%",
        y_title="Grade ≥3 CRS, % of patients", highlight=("TRANSCEND",),
    ),
    "forest-of-ratios": make(
        "forest", RATIOS, "subgroup", "hr", series="part", error=("low", "high"), n="n", text="shown",
        y_title="Hazard ratio for death (95% CI)", scale=Scale.LOG, no_effect=1.0,
        sides=("Favors the new therapy", "Favors control"),
    ),
    "horizontal-bar": make(
        "horizontal-bar", VEIN_TO_VEIN, "product", "days", unit="days", highlight=("tisa-cel",)
    ),
    "bar": make("bar", FUNNEL, "step", "pct", unit="%", error=("low", "high")),
    "grouped-bar": make("grouped-bar", TRIALS, "year", YEARS),
    "stacked-bar": make("stacked-bar", TRIALS, "year", YEARS, y_title="Trials", x_title="Year"),
    "line": make("line", COURSE, "month", ("Optimal", "Suboptimal", "Donor"), unit="%", x_title="Months"),
    "line-over-numbers": make("line", EXPANSION, "day", ("FT596", "Marin 2024"), x_title="Days"),
    "area": make("area", TRIALS, "year", YEARS, y_title="Trials"),
    "pie": make("pie", TARGETS, "target", "trials"),
    "doughnut": make("doughnut", TARGETS, "target", "trials", unit="%"),
    "scatter": make("scatter", RESPONSE, "n", "pct", series="arm", text="trial", unit="%", x_title="Patients"),
    "kaplan-meier": make(
        "kaplan-meier", SURVIVAL, "month", "alive", series="arm", censored="lost", at_risk="left", unit="%",
        x_title="Months since infusion", y_title="Overall survival",
    ),
    "kaplan-meier-with-limits": make(
        "kaplan-meier", LIMITED, "month", "alive", series="arm", error=("low", "high"), unit="%",
    ),
    "waterfall": make(
        "waterfall", CHANGE, "patient", "change", series="response", unit="%", thresholds=(20.0, -30.0),
        y_title="Best change of target lesions",
    ),
    "swimmer": make(
        "swimmer", FOLLOWED, "patient", "months", series="dose", events=("response", "relapse"),
        ongoing="on study", y_title="Months since infusion",
    ),
}  # fmt: skip
"""One chart for each module that plans one."""
