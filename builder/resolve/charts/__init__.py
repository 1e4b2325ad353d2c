"""Charts: from data to a plan that both writers follow, and the plan as SVG."""

from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.planner import plan_chart
from builder.resolve.charts.style import chart_style
from builder.resolve.charts.svg import draw_svg

__all__ = ["ChartPlan", "ChartStyle", "chart_style", "draw_svg", "plan_chart"]
