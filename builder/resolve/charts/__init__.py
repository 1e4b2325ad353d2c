"""Charts: from data to a plan that both writers follow, and the plan as SVG."""
