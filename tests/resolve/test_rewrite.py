from builder.model.block import (
    Callout,
    CalloutKind,
    Cards,
    Event,
    Item,
    Output,
    Point,
    Points,
    Quote,
    Stat,
    Stats,
    Steps,
    Timeline,
)
from builder.model.inline import (
    Citation,
    CitationMark,
    CrossReference,
    Emphasis,
    Link,
    Strong,
    Subscript,
    Superscript,
)
from builder.model.prose import Paragraph, ProseList


def everywhere(draft, inlines):
    """Return a document with a citation in each place that holds inlines, and the number of places."""
    keys = iter(range(10_000))

    def cited():
        next(keys)
        return (inlines.cite("Liu2020"),)

    def prose():
        return (
            Paragraph(cited(), inlines.span),
            ProseList(((Paragraph(cited(), inlines.span),),), 1, inlines.span),
        )

    def common():
        return {"title": cited(), "caption": cited(), "notes": prose()}

    span = inlines.span
    item = Item(cited(), cited(), span)
    nested = [node((inlines.cite("Liu2020"),)) for node in (Emphasis, Strong, Superscript, Subscript)]
    for _ in nested:
        next(keys)
    blocks = [
        draft.text(*cited(), *nested, Link("https://a.org", cited()), **common()),
        draft.block(Points, points=(Point(cited(), (Point(cited(), (), span),), span),), **common()),
        draft.block(Steps, items=(item,), **common()),
        draft.block(Cards, items=(Item(cited(), cited(), span),), **common()),
        draft.block(Stats, items=(Stat(cited(), cited(), (), span),), **common()),
        draft.table(*cited(), **common()),
        draft.chart(note=cited(), **common()),
        draft.block(Timeline, events=(Event("2020", cited(), cited(), span),), **common()),
        draft.block(Callout, kind=CalloutKind.KEY, prose=prose(), **common()),
        draft.block(Quote, prose=prose(), by=cited(), **common()),
        draft.columns(draft.text(*cited())),
        draft.slide(draft.text(*cited()), **common()),
    ]
    section = draft.section(*blocks, title=cited(), headline=cited(), notes=prose())
    document = draft.document(
        section,
        title=cited(),
        subtitle=cited(),
        abstract=prose(),
        key_messages=(cited(),),
        disclosure=prose(),
    )
    return document, next(keys)


def test_every_place_that_holds_inlines_is_resolved(draft, inlines):
    from builder.resolve.resolve import resolve

    document, count = everywhere(draft, inlines)
    before = list(inlines.nodes(document))
    after = list(inlines.nodes(resolve(draft.world(), document).require().document))
    assert sum(isinstance(node, Citation) for node in before) == count
    assert not any(isinstance(node, Citation | CrossReference) for node in after)
    assert sum(isinstance(node, CitationMark) for node in after) == count


def test_a_document_without_anything_to_look_up_stays_equal(draft):
    document = draft.document(draft.table(), draft.slide(draft.text()), draft.section(only=Output.DECK))
    resolved = draft.resolve(*document.sections).require()
    assert resolved.references == ()
    assert resolved.document.sections[0].content[1] == document.sections[0].content[1]
