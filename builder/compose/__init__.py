"""Stage 5, compose: the resolved document through Jinja2 templates to the HTML of the briefing and of the deck."""
