from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.block import Output, Stat, Stats
from builder.model.inline import CitationMark, Link, Text
from builder.model.prose import Paragraph

KEYS = [
    "Liu2020",
    "Marin2024",
    "Ghobadi2025",
    "LiuS2021",
    "Laskowski2022",
    "Ruggeri2002",
    "Li2018",
    "Karre1986",
]


def numbers(resolved):
    return {entry.key: entry.number for entry in resolved.references}


def test_numbers_follow_the_reports_order_of_reading(draft, inlines):
    cite = inlines.cite
    keys = [*KEYS, "Burger2023", "Cichocki2023", "Nkarta2022"]
    stat = Stat((Text("9"),), (cite(keys[6]),), inlines.items(keys[7]), inlines.span)
    table = draft.table(
        cite(keys[4]), title=(cite(keys[2]),), caption=(cite(keys[3]),), source=inlines.items(keys[5])
    )
    section = draft.section(
        table,
        draft.block(Stats, items=(stat,)),
        sections=(draft.section(draft.text(cite(keys[8]))),),
        headline=(cite(keys[10]),),
        notes=(Paragraph((cite(keys[10]),), inlines.span),),
    )
    document = {
        "abstract": (Paragraph((cite(keys[0]),), inlines.span),),
        "key_messages": ((cite(keys[1]),),),
    }
    resolved = draft.resolve(section, draft.section(draft.text(cite(keys[9]))), **document).require()
    assert [entry.key for entry in resolved.references] == keys
    assert list(numbers(resolved).values()) == list(range(1, 12))


def test_works_that_only_the_deck_cites_come_last(draft, inlines):
    resolved = draft.resolve(
        draft.slide(draft.text(inlines.cite("Karre1986"))),
        draft.text(inlines.cite("Li2018"), only=Output.DECK),
        draft.text(inlines.cite("Liu2020"), only=Output.REPORT),
        draft.text(inlines.cite("Li2018", "Marin2024")),
    ).require()
    assert numbers(resolved) == {"Liu2020": 1, "Li2018": 2, "Marin2024": 3, "Karre1986": 4}
    assert [e.key for e in resolved.references_in(Output.REPORT)] == ["Liu2020", "Li2018", "Marin2024"]
    assert [e.key for e in resolved.references_in(Output.DECK)] == ["Li2018", "Marin2024", "Karre1986"]


def test_author_date_styles_list_by_name(draft, inlines):
    resolved = draft.resolve(
        draft.text(inlines.cite("Ruggeri2002", "Karre1986", "Khurana2022")), csl="apa"
    ).require()
    assert [entry.key for entry in resolved.references] == ["Karre1986", "Khurana2022", "Ruggeri2002"]


CITATIONS = st.lists(
    st.tuples(st.lists(st.sampled_from(KEYS), min_size=1, max_size=5), st.sampled_from([None, *Output])),
    max_size=9,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CITATIONS)
def test_any_order_of_citations_gives_one_consistent_numbering(draft, inlines, citations):
    blocks = [draft.text(inlines.cite(*keys), only=only) for keys, only in citations]
    resolved = draft.resolve(*blocks).require()
    in_report = list(
        dict.fromkeys(key for keys, only in citations if only is not Output.DECK for key in keys)
    )
    in_deck = list(dict.fromkeys(key for keys, _ in citations for key in keys if key not in in_report))
    assert numbers(resolved) == {key: place for place, key in enumerate(in_report + in_deck, 1)}
    for entry in resolved.references:
        cited = {only for keys, only in citations if entry.key in keys}
        assert entry.outputs == (set(Output) if None in cited else cited)
    for mark in (node for node in inlines.nodes(resolved.document) if isinstance(node, CitationMark)):
        shown = [numbers(resolved)[key] for key in mark.keys]
        assert shown == sorted(set(shown))
        for link in (node for node in mark.content if isinstance(node, Link)):
            assert inlines.show(link.content) == str(numbers(resolved)[link.href.removeprefix("#ref-")])
