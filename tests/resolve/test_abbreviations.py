import pytest

from builder.diagnostics import Diagnostics
from builder.model.document import Abbreviation
from builder.model.inline import Text
from builder.resolve.abbreviations import check_abbreviations, short_form_pattern

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">'
    '<path d="M0 9h9v-1z"/><text y="5">{}</text></svg>'
)


def listed(inlines, **meanings):
    return tuple(Abbreviation(short, long, inlines.span) for short, long in meanings.items())


def check(document):
    found = Diagnostics()
    check_abbreviations(document, {}, found)
    return [(diagnostic.code, diagnostic.message) for diagnostic in found]


@pytest.mark.parametrize("text", ["No CRS.", "CRSs", "CRS-related", "(CRS)", "anti-CRS"])
def test_an_abbreviation_is_used_as_a_word(draft, inlines, text):
    own = listed(inlines, CRS="cytokine release syndrome")
    assert check(draft.document(draft.text(Text(text)), abbreviations=own)) == []


@pytest.mark.parametrize("text", ["None", "CRST", "MCRS", "crs"])
def test_one_that_stands_nowhere_is_told(draft, inlines, text):
    own = listed(inlines, CRS="cytokine release syndrome")
    document = draft.document(draft.text(Text(text)), abbreviations=own)
    assert check(document) == [("B540", "abbreviation 'CRS' is listed, but not used")]


def test_use_in_a_table_a_caption_a_picture_and_another_meaning_counts(draft, inlines):
    own = listed(inlines, OS="overall survival", PD="progression", NK="natural killer", CAR="receptor")
    own = (*own, Abbreviation("CAR-T", "CAR T cell", inlines.span))
    draft.write("a.svg", SVG.format("CAR-T"))
    table = draft.table(Text("OS"), caption=(Text("PD, as defined."),))
    figure = draft.figure(alt="NK cell")
    assert draft.resolve(table, figure, abbreviations=own, bibliography=()).diagnostics == ()


def test_two_for_one_meaning_are_told_at_the_second(draft, inlines):
    own = listed(inlines, GvHD="graft-versus-host disease", GVHD="Graft-versus-host  disease")
    document = draft.document(draft.text(Text("GvHD and GVHD")), abbreviations=own)
    assert check(document) == [("B541", "'GVHD' and 'GvHD' are short for the same")]


def test_the_longest_form_is_taken_and_its_hyphen_may_be_one_that_does_not_break():
    pattern = short_form_pattern(["CAR", "CAR-NK", "IL-15", "CLDN18.2"])
    text = "CAR-NK, CAR\u2011NK, CARs, IL-15RF, IL-15, CLDN18.2, CLDN1852"
    assert pattern.findall(text) == ["CAR-NK", "CAR\u2011NK", "CAR", "IL-15", "CLDN18.2"]
