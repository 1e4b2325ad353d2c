from builder.model.block import Label, Output
from builder.model.inline import ReferenceLink
from builder.resolve.numbering import number


def labels(document):
    return {path.rpartition("/")[2]: str(label) for path, label in number(document).labels.items()}


def test_figures_and_charts_share_one_series_and_tables_have_theirs(draft):
    document = draft.document(draft.figure(), draft.table(), draft.chart(), draft.table(), draft.figure())
    assert list(labels(document).values()) == ["Figure 1", "Table 1", "Figure 2", "Table 2", "Figure 3"]


def test_what_only_the_deck_shows_has_no_number(draft):
    hidden_section = draft.section(draft.figure(id="c"), only=Output.DECK)
    document = draft.document(
        draft.figure(only=Output.DECK),
        draft.figure(only=Output.REPORT),
        draft.slide(draft.table()),
        draft.columns(draft.table(), draft.figure(only=Output.DECK), draft.figure()),
        hidden_section,
        draft.section(draft.chart()),
    )
    assert list(labels(document).values()) == ["Figure 1", "Table 1", "Figure 2", "Figure 3"]


def test_sections_are_numbered_by_depth_and_skip_those_of_the_deck(draft):
    inner = draft.section(), draft.section(sections=(draft.section(),))
    sections = (
        draft.section(sections=inner),
        draft.section(only=Output.DECK, sections=(draft.section(),)),
        draft.section(),
    )
    document = draft.resolve(*sections).require().document

    def numbers(below):
        return [(section.number, numbers(section.sections)) for section in below]

    assert numbers(document.sections) == [
        ("1", [("1.1", []), ("1.2", [("1.2.1", [])])]),
        ("", [("", [])]),
        ("2", []),
    ]


def test_labels_stand_on_blocks_inside_columns_too(draft, inlines):
    draft.write(
        "a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle r="9"/></svg>'
    )
    blocks = draft.columns(draft.figure(id="fig-b")), draft.text(inlines.reference("fig-b"))
    document = draft.resolve(*blocks).require().document
    columns, text = document.sections[0].content
    assert columns.parts[0].content[0].label == Label("Figure", "1")
    assert text.prose[0].content == (ReferenceLink("Figure 1", "fig-b"),)
