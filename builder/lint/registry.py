"""The rules that the lint runs, by name: each is a module of `builder.lint.rules` with one function `check`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from builder.lint.finding import Finding
from builder.lint.rules import (
    bare_citation,
    broken_numbering,
    chart_without_n_or_unit,
    cross_trial_chart_without_caveat,
    crowded_slide,
    doubled_word,
    hyphen_for_minus,
    hyphen_in_range,
    impossible_percentage,
    low_resolution_figure,
    malformed_identifier,
    number_without_source,
    numbered_heading,
    placeholder_text,
    proportion_count_mismatch,
    ratio_on_linear_axis,
    repeated_definition,
    stale_claim,
    straight_quotes,
    stray_script,
    stray_space,
    talk_too_long,
    tex_formula,
    topic_headline,
    uncited_comparative,
    uncited_studies,
    undefined_abbreviation,
    web_page_furniture,
)
from builder.lint.subject import Subject

Check: TypeAlias = Callable[[Subject], Iterable[Finding]]

CHECKS: dict[str, Check] = {
    "bare-citation": bare_citation.check,
    "broken-numbering": broken_numbering.check,
    "chart-without-n-or-unit": chart_without_n_or_unit.check,
    "cross-trial-chart-without-caveat": cross_trial_chart_without_caveat.check,
    "crowded-slide": crowded_slide.check,
    "doubled-word": doubled_word.check,
    "hyphen-for-minus": hyphen_for_minus.check,
    "hyphen-in-range": hyphen_in_range.check,
    "impossible-percentage": impossible_percentage.check,
    "low-resolution-figure": low_resolution_figure.check,
    "malformed-identifier": malformed_identifier.check,
    "number-without-source": number_without_source.check,
    "numbered-heading": numbered_heading.check,
    "placeholder-text": placeholder_text.check,
    "proportion-count-mismatch": proportion_count_mismatch.check,
    "ratio-on-linear-axis": ratio_on_linear_axis.check,
    "repeated-definition": repeated_definition.check,
    "stale-claim": stale_claim.check,
    "straight-quotes": straight_quotes.check,
    "stray-script": stray_script.check,
    "stray-space": stray_space.check,
    "talk-too-long": talk_too_long.check,
    "tex-formula": tex_formula.check,
    "topic-headline": topic_headline.check,
    "uncited-comparative": uncited_comparative.check,
    "uncited-studies": uncited_studies.check,
    "undefined-abbreviation": undefined_abbreviation.check,
    "web-page-furniture": web_page_furniture.check,
}
