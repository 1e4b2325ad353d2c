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
    Rule("stray-script", "B570", "a word in letters of another script than its sentence, or of two scripts"),
    Rule("doubled-word", "B571", "the same word twice in a row", fixes=True),
    Rule("placeholder-text", "B572", "text that was to be replaced: lorem ipsum, TODO, TBD, XX"),
    Rule("web-page-furniture", "B573", "what was around a text on its web page, typed bullets among it"),
    Rule("broken-numbering", "B574", "numbers of a list that skip, repeat or slip by one"),
    Rule("text-overflow", "B601", "text that does not fit its slide", binding=True),
    Rule("low-contrast", "B610", "text too near in brightness to what is behind it", of_layout=True),
)

BY_NAME = {rule.name: rule for rule in RULES}
BY_CODE = {rule.code: rule for rule in RULES}
