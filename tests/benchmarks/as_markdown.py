"""Write a content file as pandoc Markdown: once as a report, once as slides with the prose in the notes."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import yaml

Node = dict[str, Any]


class Writer:
    """Turns one content file into Markdown.

    Invariant: nothing that `deck` or the report shows is left out; charts, which pandoc has not, become tables of
    their data. Images stand without their ending, so that each run can choose SVG or PNG.
    """

    def __init__(self, path: Path, *, deck: bool) -> None:
        self.folder = path.parent
        self.deck = deck
        self.content: Node = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506, it makes text only
        self.labels = set(_find_ids(self.content))
        self.images: set[Path] = set()

    def write(self) -> str:
        """Return the whole document with its metadata."""
        top = self.content
        parts = [self._metadata()]
        if "abstract" in top:
            parts += [_heading(2, "Abstract"), self._prose(top["abstract"])]
        if "key-messages" in top:
            parts += [_heading(2, "Key messages"), _list(top["key-messages"])]
        parts += [self._section(section, 2) for section in top["sections"]]
        if "abbreviations" in top:
            rows = [[short, long] for short, long in top["abbreviations"].items()]
            parts += [_heading(2, "Abbreviations"), _table(["Short", "Long"], rows)]
        if "disclosure" in top:
            parts += [_heading(2, "About this document"), self._prose(top["disclosure"])]
        parts += [_heading(2, "References"), "::: {#refs}\n:::"]
        return self._without_labels("\n\n".join(part for part in parts if part)) + "\n"

    def _metadata(self) -> str:
        keys = ("title", "subtitle", "date", "lang", "references")
        kept = {key: self.content[key] for key in keys if key in self.content}
        kept |= {"author": _author_names(self.content.get("author", []))}
        return f"---\n{yaml.safe_dump(kept, allow_unicode=True)}---"

    def _section(self, section: Node, level: int) -> str:
        if not self._is_shown(section):
            return ""
        title = section.get("headline", section["title"]) if self.deck else section["title"]
        parts = [_heading(level, title), self._notes(section)]
        parts += [self._block(block, level, title) for block in section.get("content", [])]
        parts += [
            self._section(sub, level if self.deck else level + 1) for sub in section.get("sections", [])
        ]
        return "\n\n".join(part for part in parts if part)

    def _block(self, block: Node, level: int, headline: str) -> str:
        if not self._is_shown(block):
            return ""
        kind = next(key for key in self._writers if key in block)
        starts_slide = self.deck and kind in {"table", "chart", "figure", "steps", "cards", "timeline"}
        title = block.get("title", block.get("caption", headline) if starts_slide else "")
        heading = _heading(level if starts_slide else level + 1, title) if title else ""
        sources = _as_list(block.get("source", []))
        cited = "[" + "; ".join(f"@{key}" for key in sources) + "]" if sources else ""
        parts = [heading, self._writers[kind](self, block), cited, self._notes(block)]
        return "\n\n".join(part for part in parts if part)

    def _text(self, block: Node) -> str:
        return self._prose(block["text"])

    def _points(self, block: Node) -> str:
        return _list(block["points"])

    def _items(self, block: Node) -> str:
        items = next(block[kind] for kind in ("steps", "cards", "stats", "timeline") if kind in block)
        return _list([" ".join(value for value in item.values() if isinstance(value, str)) for item in items])

    def _table(self, block: Node) -> str:
        table = block["table"]
        if "data" in table:
            return _table(*self._read_data(table["data"]), block.get("caption", ""))
        columns = [column["title"] if isinstance(column, dict) else column for column in table["columns"]]
        rows = [[cell["text"] if isinstance(cell, dict) else cell for cell in row] for row in table["rows"]]
        return _table(columns, rows, block.get("caption", ""))

    def _chart(self, block: Node) -> str:
        columns, rows = self._read_data(block["chart"]["data"])
        return _table(columns, rows, block.get("caption", "")) + "\n\n" + block["chart"].get("note", "")

    def _figure(self, block: Node) -> str:
        self.images.add(self.folder / block["figure"])
        return f"![{block.get('caption', block['alt'])}]({Path(block['figure']).stem})"

    def _callout(self, block: Node) -> str:
        callout = block["callout"]
        return _quote(f"**{callout['title']}** {callout['text']}" if "title" in callout else callout["text"])

    def _quotation(self, block: Node) -> str:
        return _quote(block["quote"]["text"] + "\n\n" + block["quote"].get("by", ""))

    def _columns(self, block: Node) -> str:
        return "\n\n".join(
            self._block(inner, 3, "") for part in block["columns"] for inner in part["content"]
        )

    def _slide(self, block: Node) -> str:
        if not self.deck:
            return ""
        slide = block["slide"]
        blocks = [self._block(inner, 3, slide["title"]) for inner in slide.get("content", [])]
        return "\n\n".join([_heading(2, slide["title"]), *blocks, self._notes(slide)])

    _writers: ClassVar[dict[str, Callable[["Writer", Node], str]]] = {
        "text": _text,
        "points": _points,
        "steps": _items,
        "cards": _items,
        "stats": _items,
        "timeline": _items,
        "table": _table,
        "chart": _chart,
        "figure": _figure,
        "callout": _callout,
        "quote": _quotation,
        "columns": _columns,
        "slide": _slide,
        "page-break": lambda writer, block: "",
    }

    def _prose(self, text: str) -> str:
        return f"::: notes\n{text.strip()}\n:::" if self.deck else text.strip()

    def _notes(self, node: Node) -> str:
        return self._prose(node["notes"]) if self.deck and "notes" in node else ""

    def _read_data(self, data: str | dict[str, list[str]]) -> tuple[list[str], list[list[str]]]:
        if isinstance(data, dict):
            return list(data), [list(row) for row in zip(*data.values(), strict=True)]
        with (self.folder / data).open(encoding="utf-8-sig", newline="") as file:
            columns, *rows = csv.reader(file)
        return columns, rows

    def _is_shown(self, node: Node) -> bool:
        return node.get("only", "both") in {"both", "deck" if self.deck else "report"}

    def _without_labels(self, text: str) -> str:
        """Write cross-references, which pandoc would take for citations, as plain words."""
        return re.sub(r"@([\w-]+)", lambda match: match[1] if match[1] in self.labels else match[0], text)


def _find_ids(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("id"), str):
            yield node["id"]
        for key, value in node.items():
            if key != "references":
                yield from _find_ids(value)
    elif isinstance(node, list):
        for value in node:
            yield from _find_ids(value)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _author_names(author: Any) -> list[str]:
    return [person["name"] if isinstance(person, dict) else person for person in _as_list(author)]


def _heading(level: int, title: str) -> str:
    return f"{'#' * level} {' '.join(title.split())}"


def _list(points: list[Any], depth: int = 0) -> str:
    lines = []
    for point in points:
        text = point["text"] if isinstance(point, dict) else point
        lines.append("    " * depth + "- " + " ".join(text.split()))
        if isinstance(point, dict) and "points" in point:
            lines.append(_list(point["points"], depth + 1))
    return "\n".join(lines)


def _quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.strip().splitlines())


def _table(columns: list[str], rows: list[list[str]], caption: str = "") -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    table = "\n".join(
        "| " + " | ".join(" ".join(cell.replace("|", r"\|").split()) for cell in line) + " |"
        for line in lines
    )
    return f"{table}\n\n: {' '.join(caption.split())}" if caption else table
