"""Documents built by hand, and the project folder that they stand in."""

import dataclasses
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from builder.diagnostics import Diagnostics, Outcome, Span
from builder.model.block import (
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    ColumnPart,
    Columns,
    DataColumn,
    Datum,
    Figure,
    Row,
    SlideBlock,
    Table,
    TextBlock,
)
from builder.model.document import Document, Section, SourceFile
from builder.model.inline import (
    Citation,
    CitationMark,
    CitedItem,
    CrossReference,
    Inline,
    Link,
    Superscript,
    Text,
    plain_text,
)
from builder.model.prose import Paragraph
from builder.model.resolved import ResolvedDocument
from builder.resolve.bibliography.work import Work, checked_item
from builder.resolve.citations.style import Style, find_style
from builder.resolve.files import FileReader
from builder.resolve.resolve import resolve
from builder.world import World

SPAN = Span.at("content/a.yaml", 7, 9, 4)
REFERENCES = Path(__file__).with_name("references.json")


class Draft:
    """Builds documents in a project folder that holds `references.json`, and resolves them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "content"
        self.folder.mkdir()
        (self.folder / "references.json").write_bytes(REFERENCES.read_bytes())
        self._count = 0

    def _place(self, kind: str) -> dict[str, Any]:
        self._count += 1
        path = f"sections/0/content/{self._count}-{kind}"
        return {"path": path, "span": SPAN, "id": path.replace("/", "-")}

    def block(self, kind: type[Block], /, **fields: Any) -> Block:
        return kind(**{**self._place(kind.__name__.lower()), **fields})

    def text(self, *content: Inline, **fields: Any) -> Block:
        return self.block(TextBlock, prose=(Paragraph(content, SPAN),), **fields)

    def figure(self, file: str = "a.svg", **fields: Any) -> Block:
        return self.block(Figure, file=file, file_span=SPAN, **fields)

    def chart(self, **fields: Any) -> Block:
        data = (DataColumn("x", (Datum("a", None, SPAN),)), DataColumn("y", (Datum("1", 1.0, SPAN),)))
        return self.block(Chart, kind=ChartKind.BAR, data=data, x="x", y=("y",), **fields)

    def table(self, *cells: Inline, **fields: Any) -> Block:
        rows = (Row(tuple(Cell((cell,), SPAN) for cell in cells), SPAN),)
        return self.block(Table, columns=(Column((Text("Trial"),)),), rows=rows, **fields)

    def columns(self, *blocks: Block, **fields: Any) -> Block:
        return self.block(
            Columns, parts=tuple(ColumnPart((block,), None, SPAN) for block in blocks), **fields
        )

    def slide(self, *blocks: Block, **fields: Any) -> Block:
        return self.block(SlideBlock, content=blocks, **fields)

    def section(self, *content: Block, sections: tuple[Section, ...] = (), **fields: Any) -> Section:
        place = self._place("section")
        title = (Text("A section"),)
        return Section(
            **{**place, "title": title, "headline": title, "content": content, "sections": sections, **fields}
        )

    def document(self, *content: Block | Section, **fields: Any) -> Document:
        sections = tuple(part for part in content if isinstance(part, Section))
        blocks = tuple(part for part in content if isinstance(part, Block))
        if blocks:
            sections = (self.section(*blocks), *sections)
        defaults = {"bibliography": (SourceFile("references.json", SPAN),)}
        return Document(
            **{
                "file": "content/a.yaml",
                "title": (Text("T"),),
                "span": SPAN,
                "sections": sections,
                **defaults,
                **fields,
            }
        )

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def world(self) -> World:
        return World(self.root)

    def resolve(self, *content: Block | Section, **fields: Any) -> Outcome[ResolvedDocument]:
        return resolve(self.world(), self.document(*content, **fields))


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path)


class Inlines:
    """Makes what authors write, and shows what became of it."""

    span = SPAN

    def cite(self, *keys: str, **fields: Any) -> Citation:
        return Citation(tuple(CitedItem(key, SPAN, **fields) for key in keys), SPAN)

    def items(self, *keys: str) -> tuple[CitedItem, ...]:
        return tuple(CitedItem(key, SPAN) for key in keys)

    def reference(self, label: str) -> CrossReference:
        return CrossReference(label, SPAN)

    def nodes(self, value: object) -> Iterator[object]:
        """Yield every dataclass instance in a document, whatever holds it."""
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            yield value
            for field in dataclasses.fields(value):
                yield from self.nodes(getattr(value, field.name))
        elif isinstance(value, tuple):
            for part in value:
                yield from self.nodes(part)

    def marks(self, document: object) -> list[str]:
        """Return the citation marks as text, raised ones between carets, in reading order."""
        return [self.show(node.content) for node in self.nodes(document) if isinstance(node, CitationMark)]

    def show(self, content: tuple[Inline, ...]) -> str:
        shown = ""
        for node in content:
            if isinstance(node, Superscript):
                shown += f"^{self.show(node.content)}^"
            elif isinstance(node, Link):
                shown += self.show(node.content)
            else:
                shown += plain_text((node,))
        return shown


@pytest.fixture(scope="session")
def inlines() -> Inlines:
    return Inlines()


@pytest.fixture(scope="session")
def works() -> dict[str, Work]:
    """The works of `references.json`, which are references of the CAR-NK briefing."""
    raw: list[Mapping[str, object]] = json.loads(REFERENCES.read_text(encoding="utf-8"))
    return {str(item["id"]): Work(str(item["id"]), checked_item(item), SPAN) for item in raw}


def _style(name: str) -> Style:
    style = find_style(FileReader(World(Path(__file__).parent), "a.yaml", Diagnostics()), name, SPAN)
    assert style is not None
    return style


@pytest.fixture(scope="session")
def style() -> Any:
    """Return a bundled style by its name."""
    return _style
