"""What a sound content file becomes, and what is left of a faulty one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builder.content.load import load
from builder.diagnostics import Span
from builder.errors import FileAccessError, UsageError
from builder.limits import LARGEST_CONTENT_BYTES
from builder.model import block as model
from builder.model.document import (
    Abbreviation,
    DeckSettings,
    Document,
    HandoutSettings,
    ReportSettings,
    Section,
    SourceFile,
)
from builder.model.inline import Citation, CitedItem, CrossReference, Superscript, Text, plain_text
from builder.model.prose import Paragraph, ProseList
from builder.world import World

HERE = Path(__file__).parent
FULL = "content/full.yaml"


@pytest.fixture(scope="module")
def document() -> Document:
    outcome = load(World(HERE / "full"), Path(FULL))
    assert outcome.diagnostics == ()
    return outcome.require()


def load_text(folder: Path, text: str) -> Document:
    (folder / "t.yaml").write_text(text, encoding="utf-8")
    return load(World(folder), Path("t.yaml")).require()


def one(document: Document, kind: type[model.Block], index: int = 0) -> model.Block:
    return [block for block in iter_blocks(document.sections) if isinstance(block, kind)][index]


def iter_blocks(sections: tuple[Section, ...]) -> Iterator[model.Block]:
    for section in sections:
        yield from section.content
        yield from iter_blocks(section.sections)


def test_metadata(document: Document) -> None:
    assert document.file == FULL
    assert document.title == (Text("2026"),)
    assert document.date == date(2026, 11, 22)
    assert document.edition == "2026-11-22"
    assert document.lang == "de-AT"
    assert [(author.name, author.affiliation) for author in document.authors] == [
        ("Ada Example", ""),
        ("Ben Example", "Institute, Town"),
    ]
    assert document.bibliography == (SourceFile("full/references.json", Span.at(FULL, 19, 15, 20)),)
    assert document.report == ReportSettings("letter", toc=False, sides="two")
    assert document.deck == DeckSettings("4:3", agenda=True, dividers=True, abbreviations=True)
    assert document.abbreviations == (
        Abbreviation("CRS", "cytokine release syndrome", Span.at(FULL, 29, 17, 3)),
        Abbreviation("NO", "nitric oxide", Span.at(FULL, 29, 49, 2)),
    )


def test_text_stays_as_written(document: Document) -> None:
    assert document.keywords == ("NO", "on", "1:30", "0o7", "1.50", "yes")


def test_markdown_of_metadata(document: Document) -> None:
    paragraph, listing = document.abstract
    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.content[1], Citation)
    assert paragraph.content[1].items == (CitedItem("Liu2020", Span.at(FULL, 11, 20, 8)),)
    assert isinstance(listing, ProseList)
    assert document.key_messages[0] == (Text("One "), Superscript((Text("2"),)), Text(" message"))
    assert document.key_messages_span == Span.at(FULL, 14, 1, 12)


def test_references_in_place_are_csl_data(document: Document) -> None:
    assert document.references == (
        {
            "id": "Own2020",
            "type": "article-journal",
            "title": "Own: a study",
            "volume": 12,
            "page": "1e3",
            "issued": {"date-parts": [[2020, 2]]},
            "peer-reviewed": True,
        },
    )
    assert [item.key for item in document.nocite] == ["Old1999", "New2020", "*"]
    assert document.nocite[1].span == Span.at(FULL, 116, 21, 7)
    assert document.reference_spans == {"Own2020": Span.at(FULL, 21, 9, 7)}


def test_sections(document: Document) -> None:
    first, second = document.sections
    assert (first.path, first.id, first.span) == ("sections/0", "mechanisms", Span.at(FULL, 33, 5, 5))
    assert plain_text(first.headline) == "They pair targeting with killing"
    assert (second.id, second.only, second.headline) == ("sections-1", model.Output.DECK, (Text("Others"),))
    assert second.sections[0].path == "sections/1/sections/0"


def test_paths_and_ids_are_unique_and_ids_are_given(document: Document) -> None:
    blocks = list(iter_blocks(document.sections))
    assert blocks[0].id == "intro"
    assert (blocks[1].path, blocks[1].id) == ("sections/0/content/1", "sections-0-content-1")
    assert len({block.id for block in blocks}) == len({block.path for block in blocks}) == len(blocks)


def test_common_keys(document: Document) -> None:
    points = one(document, model.Points)
    assert points.span == Span.at(FULL, 42, 9, 6)
    assert (points.layout, points.continues) == ("two-columns", False)
    assert [(item.key, item.locator) for item in points.source] == [("Liu2020", ""), ("Marin2024", "p. 2")]
    assert one(document, model.Chart).width == 0.6
    assert one(document, model.TextBlock).only is model.Output.REPORT


def test_points_nest(document: Document) -> None:
    points = one(document, model.Points)
    assert isinstance(points, model.Points)
    assert points.points[1].points[1].content == (Text("deepest"),)


def test_table_written_in_place(document: Document) -> None:
    table = one(document, model.Table)
    assert isinstance(table, model.Table)
    assert [(column.align, column.width) for column in table.columns] == [
        (model.Align.LEFT, None),
        (model.Align.DECIMAL, 0.3),
        (model.Align.LEFT, None),
    ]
    assert table.rows[0].cells[2].rowspan == 2
    assert table.rows[1].cells[1].content == ()
    assert table.rows[2].cells[0].colspan == 2
    assert table.rows[2].cells[1].content == (Text("NO"),)
    assert table.row_headers is False
    assert table.alt == "Trials of CAR-NK cells"


def test_tables_from_csv(document: Document) -> None:
    whole, chosen = one(document, model.Table, 1), one(document, model.Table, 2)
    assert isinstance(whole, model.Table)
    assert isinstance(chosen, model.Table)
    assert [plain_text(column.title) for column in whole.columns] == [
        "trial", "group", "response", "low", "high", "patients",
    ]  # fmt: skip
    assert [plain_text(column.title) for column in chosen.columns] == ["trial", "Response (%)"]
    cell = chosen.rows[1].cells[1]
    assert (cell.content, cell.span) == ((Text("48.6"),), Span.at("content/full/trials.csv", 3, 19, 4))


def test_charts(document: Document) -> None:
    forest, bars = one(document, model.Chart), one(document, model.Chart, 1)
    assert isinstance(forest, model.Chart)
    assert isinstance(bars, model.Chart)
    assert (forest.kind, forest.error, forest.range) == (model.ChartKind.FOREST, ("low", "high"), (0, 100))
    assert [datum.number for datum in forest.column("response").values] == [73, 48.6]
    assert (forest.text, forest.unit, forest.n) == ("trial", "%", "patients")
    assert bars.y == ("a", "b")
    assert [(datum.text, datum.number) for datum in bars.column("a").values] == [
        ("1.5", 1.5),
        ("", None),
        ("−3", -3),
    ]
    assert bars.highlight == ("1", "3")


@pytest.mark.parametrize(
    ("keys", "values", "expected"),
    [
        ("scale: log", "[0.6], low: [0.4], high: [0.9]", 1.0),
        ("scale: linear", "[-6], low: [-9], high: [2]", 0.0),
        ("scale: linear", "[6], low: [-1], high: [9]", 0.0),
        ("unit: '%'", "[6], low: [0], high: [9]", None),
        ("no-effect: 0", "[6], low: [1], high: [9]", 0.0),
        ("no-effect: 1", "[0.98], low: [0.9], high: [1.1]", 1.0),
        ("no-effect: none", "[-6], low: [-9], high: [2]", None),
        ("scale: log, no-effect: none", "[6], low: [4], high: [9]", None),
    ],
)
def test_where_a_forest_has_its_line_of_no_effect(
    keys: str, values: str, expected: float | None, tmp_path: Path
) -> None:
    chart = f"{{type: forest, data: {{a: [A], b: {values}}}, x: a, y: b, error: [low, high], {keys}}}"
    text = f"title: T\nsections:\n  - title: S\n    content:\n      - chart: {chart}\n        alt: A\n"
    found = one(load_text(tmp_path, text), model.Chart)
    assert isinstance(found, model.Chart)
    assert found.no_effect == expected


def test_blocks_inside_blocks(document: Document) -> None:
    columns, slide = one(document, model.Columns), one(document, model.SlideBlock)
    assert isinstance(columns, model.Columns)
    assert isinstance(slide, model.SlideBlock)
    assert [part.width for part in columns.parts] == [0.4, None]
    assert columns.parts[1].content[0].path == "sections/1/content/5/columns/1/content/0"
    assert (plain_text(slide.title), slide.layout, slide.only) == ("By hand", "comparison", model.Output.DECK)
    assert plain_text(slide.notes[0].content if isinstance(slide.notes[0], Paragraph) else ()) == "Said."
    assert one(document, model.PageBreak).only is model.Output.REPORT


def test_an_alias_is_the_same_text_again(document: Document) -> None:
    columns = one(document, model.Columns)
    assert isinstance(columns, model.Columns)
    repeated = columns.parts[0].content[0]
    assert isinstance(repeated, model.TextBlock)
    first = one(document, model.TextBlock)
    assert isinstance(first, model.TextBlock)
    assert repeated.prose == first.prose


def test_defaults(tmp_path: Path) -> None:
    document = load_text(tmp_path, "title: T\nsubtitle:\nauthor: A\nsections:\n  - title: S\n")
    assert (document.theme, document.csl, document.lang, document.edition) == (
        "clinical",
        "vancouver",
        "en-US",
        "",
    )
    assert (document.subtitle, document.authors[0].name, document.report.toc) == ((), "A", True)
    assert (document.deck, document.report) == (DeckSettings(), ReportSettings())


def test_faulty_parts_do_not_hide_the_rest() -> None:
    outcome = load(World(HERE / "cases"), Path("ten-faults.yaml"))
    assert {diagnostic.code for diagnostic in outcome.diagnostics} == {"B201", "B203", "B205", "B207", "B211"}
    (section,) = outcome.require().sections
    text, figure, unexplained, repeated = section.content
    assert isinstance(text, model.TextBlock)
    assert isinstance(text.prose[0], Paragraph)
    assert [type(node) for node in text.prose[0].content if not isinstance(node, Text)] == [
        Citation,
        CrossReference,
    ]
    assert isinstance(figure, model.Figure)
    assert figure.file_span == Span.at("ten-faults.yaml", 12, 17, 23)
    assert isinstance(unexplained, model.Figure)
    assert repeated.id == "sections-0-content-3"


@pytest.mark.parametrize(
    "block",
    [
        "points: no list",
        "chart: {type: bar, data: {a: [1]}, x: a, y: b}\n        alt: A",
        "chart: {typ: bar, data: {a: [1]}, x: a, y: a}\n        alt: A",
        "table: {data: missing.csv}",
        "table: {columns: [a], rows: [[b]], more: c}",
        "figure: [a]\n        alt: A",
        "pionts: [a]",
    ],
)
def test_a_faulty_block_keeps_its_id(block: str, tmp_path: Path) -> None:
    text = f"title: T\nsections:\n  - title: S\n    content:\n      - id: kept\n        {block}\n      - text: next\n"
    document = load_text(tmp_path, text)
    assert [found.id for found in document.sections[0].content] == ["kept", "sections-0-content-1"]


def test_a_faulty_block_in_front_does_not_move_those_behind(tmp_path: Path) -> None:
    blocks = "".join(f"      - chart: {{typ: bar, tpye: c}}\n      - text: text {n}\n" for n in range(12))
    document = load_text(tmp_path, f"title: T\nsections:\n  - title: S\n    content:\n{blocks}")
    kept = [block for block in document.sections[0].content if isinstance(block, model.TextBlock)]
    assert [block.prose[0].span.start.line for block in kept] == list(range(6, 29, 2))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no content file 'gone\.yaml'"):
        load(World(tmp_path), Path("gone.yaml"))


def test_a_folder_and_a_file_outside(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(UsageError):
        load(World(tmp_path), Path("in"))
    with pytest.raises(UsageError):
        load(World(tmp_path / "in"), Path("../out.yaml"))


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: World, path: Path, limit_bytes: int) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr(World, "read_bytes", refuse)
    with pytest.raises(FileAccessError, match=r"cannot read 't\.yaml'"):
        load(World(tmp_path), Path("t.yaml"))


def test_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    text = "title: T\nsections:\n  - title: S\n    content:\n      - text: |\n          see @a\n"
    (tmp_path / "t.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    document = load(World(tmp_path), Path("t.yaml")).require()
    (block,) = document.sections[0].content
    assert isinstance(block, model.TextBlock)
    assert isinstance(block.prose[0], Paragraph)
    assert block.prose[0].content[1] == CrossReference("a", Span.at("t.yaml", 6, 15, 2))


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_bytes(b"#" * (LARGEST_CONTENT_BYTES + 1))
    (found,) = load(World(tmp_path), Path("t.yaml")).diagnostics
    assert found.code == "B111"


def test_settings_of_what_is_printed_of_the_deck(tmp_path: Path) -> None:
    file = tmp_path / "talk.yaml"
    settings = "deck: {handout: {slides: 4, beside: notes}, words-per-minute: 110}"
    file.write_text(
        f"title: T\nsections: [{{title: S, content: [{{points: [a]}}]}}]\n{settings}\n", encoding="utf-8"
    )
    document = load(World(tmp_path), Path("talk.yaml")).require()
    assert document.deck == DeckSettings(handout=HandoutSettings(4, "notes"), words_per_minute=110)
    file.write_text(file.read_text(encoding="utf-8").replace("slides: 4", "slides: 5"), encoding="utf-8")
    assert [fault.code for fault in load(World(tmp_path), Path("talk.yaml")).diagnostics] == ["B204"]
