"""One case for each thing that citeproc-py 0.11 renders otherwise than CSL 1.0.2 asks.

Each style below is the smallest that shows it; the expected texts follow from the specification.
"""

import pytest

from builder.diagnostics import Span
from builder.resolve.bibliography.work import Work, checked_item
from builder.resolve.citations.processor import Processor
from builder.resolve.citations.rendered import read_rendered
from builder.resolve.citations.style import Style

STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US"><info/>'
    "{macros}<citation><layout>{citation}</layout></citation><bibliography {options}><layout>{layout}</layout>"
    "</bibliography></style>"
)
AUTHOR = '<names variable="author"><name name-as-sort-order="all" initialize-with="" sort-separator=" "/>{}</names>'


@pytest.fixture
def render():
    def entry(layout, options="", macros="", **item):
        xml = STYLE.format(layout=layout, options=options, macros=macros, citation='<text variable="title"/>')
        work = Work("k", checked_item({"id": "k", "type": "book", **item}), Span.at("b.json", 1, 1))
        processor = Processor(Style(xml.encode(), False, False, ""), [work], 1, "en-US")
        return "".join(
            char.text for char in read_rendered(processor.entry(0), processor.punctuation_in_quotes)
        )

    return entry


def test_initials_without_spaces_are_several_names(render):
    assert render(AUTHOR.format(""), author=[{"family": "Macapinlac", "given": "HA"}]) == "Macapinlac HA"


def test_a_list_that_ends_in_et_al_is_shortened_by_the_styles_rule(render):
    options = 'et-al-min="4" et-al-use-first="2"'
    names = [{"family": name, "given": "A"} for name in ("One", "Two", "Three")]
    assert (
        render(AUTHOR.format(""), options, author=[*names, {"literal": "et al."}]) == "One A, Two A, et al."
    )
    assert render(AUTHOR.format(""), options, author=[names[0], {"literal": "et al."}]) == "One A, et al."
    assert (
        render(AUTHOR.format(""), author=[*names, {"literal": "et al."}]) == "One A, Two A, Three A, et al."
    )


def test_a_localised_date_is_joined_with_the_locales_delimiter(render):
    locale = (
        '<locale xml:lang="en"><date form="text" delimiter=" "><date-part name="year"/>'
        '<date-part name="month" form="short" strip-periods="true"/><date-part name="day"/></date></locale>'
    )
    date = '<date variable="issued" form="text"/>'
    assert render(date, macros=locale, issued="2020-02-06") == "2020 Feb 6"
    assert render(date, macros=locale, issued="2020-02") == "2020 Feb"
    assert render(date, macros=locale, issued="2020") == "2020"


def test_what_a_style_changes_in_a_date_stays_with_that_date(render):
    short = '<date variable="issued" form="text"><date-part name="month" form="short"/></date>'
    plain = '<text value="; "/><date variable="issued" form="text"/>'
    assert render(short + plain, issued="2020-02-06") == "Feb. 6, 2020; February 6, 2020"


def test_what_stands_in_for_an_author_is_not_repeated(render):
    title = '<macro name="title"><text variable="title"/></macro>'
    layout = f'<group delimiter=". ">{AUTHOR.format("<substitute>{}</substitute>")}{{}}</group>'
    by_title = layout.format('<text macro="title"/>', '<text macro="title"/>')
    assert render(by_title, macros=title, title="Alone") == "Alone"
    editor = '<names variable="editor"/>'
    assert render(layout.format(editor, editor), editor=[{"family": "Roe", "given": "A"}]) == "Roe A"


def test_numbers_with_a_hyphen_in_their_name_are_found(render):
    layout = '<number variable="chapter-number"/><text value="/"/><number variable="collection-number"/>'
    assert render(layout, **{"chapter-number": "4", "collection-number": "12"}) == "4/12"


def test_labels_know_how_many_pages_there_are(render):
    layout = '<label variable="number-of-pages"/><text value=" "/><text variable="number-of-pages"/>'
    assert render(layout, **{"number-of-pages": "320"}) == "pages 320"
    assert render(layout, **{"number-of-pages": "1"}) == "page 1"


def test_labels_of_english_works_take_title_case(render):
    layout = '<names variable="editor"><name/><label form="short" prefix=" (" suffix=")" text-case="title"/></names>'
    people = [{"family": "Roe", "given": "A"}]
    assert render(layout, editor=people) == "A Roe (Ed.)"
    assert render(layout, editor=people, language="de") == "A Roe (ed.)"


def test_a_group_without_its_variables_is_left_out_though_a_choice_in_it_shows_a_word(render):
    choice = (
        '<choose><if type="book"><text value="Number"/></if><else><text variable="title"/></else></choose>'
    )
    layout = (
        f'<text variable="title"/><group delimiter=" " prefix="; ">{choice}<text variable="number"/></group>'
    )
    assert render(layout, title="A", number="4") == "A; Number 4"
    assert render(layout, title="A") == "A"
    assert render(layout, title="A", type="report") == "A; A"


def test_ranges_and_lists_are_numeric(render):
    layout = '<choose><if is-numeric="issue"><text value="no. "/></if></choose><text variable="issue"/>'
    assert render(layout, issue="3-4") == "no. 3-4"
    assert render(layout, issue="2, 5") == "no. 2, 5"
    assert render(layout, issue="Spring") == "Spring"


def test_names_and_macros_take_any_letter_case(render):
    capitals = '<name name-as-sort-order="all"><name-part name="family" text-case="uppercase"/>'
    layout = f'<names variable="author">{capitals}<name-part name="given" text-case="capitalize-first"/></name></names>'
    assert render(layout, author=[{"family": "Roe", "given": "ann"}, {"family": "Doe"}]) == "ROE, Ann, DOE"
    macro = '<macro name="m"><group delimiter=" "><text term="in"/><text variable="title"/></group></macro>'
    assert render('<text macro="m" text-case="capitalize-all"/>', macros=macro, title="a box") == "In A Box"


def test_fillers_leave_no_trace_in_a_formatted_name(render):
    small_caps = '<name name-as-sort-order="all"><name-part name="family" font-variant="small-caps"/></name>'
    layout = f'<names variable="author">{small_caps}</names>'
    assert render(layout, author=[{"family": "Roe"}, {"literal": "et al."}]) == "Roe, et al."


def test_letter_case_follows_the_specification(render):
    sentence = '<text variable="title" text-case="sentence"/>'
    assert render(sentence, title="use of CAR-NK Cells") == "Use of CAR-NK Cells"
    title = '<text variable="title" text-case="title"/>'
    assert render(title, title="off-the-shelf cells: a review") == "Off-the-Shelf Cells: A Review"


def test_commas_and_stops_go_inside_american_quotation_marks(render):
    layout = '<group delimiter=", "><text variable="title" quotes="true"/><text value="n.d."/></group>'
    assert render(layout, title="Untitled") == "“Untitled,” n.d."


def test_tags_and_entities_of_an_item_become_formatting(render):
    assert render('<text variable="title"/>', title="<i>In vitro</i> A &amp; B") == "In vitro A & B"


def test_apostrophes_are_typographic(render):
    text = "physician's choice \"so called\" '90s"
    assert render('<text variable="title"/>', title=text) == "physician’s choice “so called” ’90s"


def test_sorting_does_not_stumble_over_accents():
    names = ["Zhu", "Østby", "Khurana", "Kärre"]
    works = [
        Work(name, checked_item({"id": name, "author": [{"family": name}]}), Span.at("b.json", 1, 1))
        for name in names
    ]
    key = f'</layout><sort><key macro="a"/></sort><layout>{AUTHOR.format("")}'
    macros = f'<macro name="a">{AUTHOR.format("")}</macro>'
    xml = STYLE.format(layout=AUTHOR.format(""), options="", macros=macros, citation=key)
    xml = xml.replace("<bibliography >", '<bibliography><sort><key macro="a"/></sort>')
    processor = Processor(Style(xml.encode(), False, False, ""), works, 4, "en-US")
    assert [names[index] for index in processor.order] == ["Kärre", "Khurana", "Østby", "Zhu"]
