"""The rules that authors can name: those of the lint, and those of other stages that are of the same kind.

A name completes "allow …", a code is permanent, and several names never share a code.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        summary: what it finds, in one line.
        fixes: whether `diptych check --fix` mends what it finds.
        binding: whether nothing can switch it off, because an output cannot be made, or made well, without.
        of_layout: whether it looks at laid-out pages and slides.
    """

    name: str
    code: str
    summary: str
    fixes: bool = False
    binding: bool = False
    of_layout: bool = False


RULES: tuple[Rule, ...] = (
    Rule("missing-alt-text", "B211", "a figure or chart without alternative text", binding=True),
    Rule("unknown-citation", "B510", "a citation of a work that is not in the bibliography", binding=True),
    Rule("unused-citation", "B513", "a work of the bibliography that nothing cites"),
    Rule("malformed-identifier", "B515", "a DOI, PMID or trial number that cannot be one"),
    Rule("unused-abbreviation", "B540", "an abbreviation that is listed and stands nowhere"),
    Rule("twice-defined-abbreviation", "B541", "two abbreviations for the same words"),
    Rule("unknown-claim", "B550", "a claim in braces that is not in the list", binding=True),
    Rule("unused-claim", "B551", "a claim that nothing inserts"),
    Rule("unsourced-claim", "B552", "a claim without a source", binding=True),
    Rule("number-without-source", "B560", "a number that says what was found, without claim or citation"),
    Rule("stale-claim", "B561", "a claim older than its limit, which is 24 months"),
    Rule("uncited-comparative", "B562", "safer, better or higher than something, without a citation"),
    Rule("uncited-studies", "B569", "studies show or suggest, without a citation of any"),
    Rule("undefined-abbreviation", "B563", "a short form that nothing explains, though others are explained"),
    Rule("repeated-definition", "B564", "a short form that the prose explains a second time"),
    Rule(
        "chart-without-n-or-unit", "B565", "a chart without unit, or intervals without the number of people"
    ),
    Rule(
        "cross-trial-chart-without-caveat",
        "B566",
        "values of several trials in one chart, and no word that they are not compared",
    ),
    Rule("ratio-on-linear-axis", "B254", "hazard, odds or risk ratios on a linear axis without a line at 1"),
    Rule("proportion-count-mismatch", "B567", "a count and a share that disagree: 8 of 11 (63 %)"),
    Rule("impossible-percentage", "B568", "a share that no count of the people beside it can be"),
    Rule("tex-formula", "B256", "TeX such as $x^2$, which is printed as it stands"),
    Rule("bare-citation", "B257", "the id of a work in brackets without its @: [Liu2020]"),
    Rule("numbered-heading", "B258", "a number typed before the title of a section", fixes=True),
    Rule("stray-script", "B570", "a word in letters of another script than its sentence, or of two scripts"),
    Rule("doubled-word", "B571", "the same word twice in a row", fixes=True),
    Rule("placeholder-text", "B572", "text that was to be replaced: lorem ipsum, TODO, TBD, XX"),
    Rule("web-page-furniture", "B573", "what was around a text on its web page, typed bullets among it"),
    Rule("broken-numbering", "B574", "numbers of a list that skip, repeat or slip by one"),
    Rule(
        "straight-quotes",
        "B575",
        "straight quotation marks that would be set wrongly, or beside typographic ones",
        fixes=True,
    ),
    Rule("hyphen-for-minus", "B576", "a dash or a lone hyphen for a minus sign", fixes=True),
    Rule("hyphen-in-range", "B577", "a hyphen in a range that is not set as a dash", fixes=True),
    Rule("stray-space", "B578", "a space before a comma or inside brackets", fixes=True),
    Rule("topic-headline", "B580", "a headline that names a topic and states nothing"),
    Rule("crowded-slide", "B581", "more than 100 words on a slide"),
    Rule("talk-too-long", "B582", "notes that take longer to say than the slot of the talk"),
    Rule("low-resolution-figure", "B583", "a picture with fewer than 200 pixels an inch in print"),
    Rule("text-overflow", "B601", "text that does not fit its slide", binding=True),
    Rule("low-contrast", "B610", "text too near in brightness to what is behind it", of_layout=True),
)

BY_NAME = {rule.name: rule for rule in RULES}
BY_CODE = {rule.code: rule for rule in RULES}
