"""Native charts: a chart plan in, a chart part with its workbook out, editable where it stands."""

from builder.pptx.charts.chart_part import add_chart

__all__ = ["add_chart"]
