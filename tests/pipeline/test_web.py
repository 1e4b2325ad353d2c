"""The web page through the pipeline: published with the others, read back, and made without the layout engine."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PIL import Image

from builder.errors import ExitCode
from builder.model.block import Block, ColumnPart, Columns, Output
from builder.model.document import Document, Section
from builder.model.web import Web
from builder.pipeline import web
from builder.pipeline.build import Request, build
from builder.pipeline.parity.compare import compare
from builder.pipeline.parity.expected import expect
from builder.pipeline.parity.readings import page_sheets
from builder.web.inspect import NARROW, WIDE, inspect_page
from tests.compose.briefings import EVERY_BLOCK, Briefing, read_briefing, write_content
from tests.compose.test_report import all_blocks
from tests.web.pages import compose

CONTENT = (
    "title: Small\nsections:\n  - title: One\n    content:\n      - text: The second count gave 11 as well.\n"
)


def make(file: Path) -> Request:
    folder = file.parents[1] / "output"
    return Request(file, folder, "output", (Web.PAGE,))


def losses(briefing: Briefing) -> list[str]:
    """Return what a page without fonts and pictures, which say nothing, loses."""
    page = compose(briefing).html.encode()
    return [loss.message for loss in web._losses(page, briefing.resolved)]


def test_a_page_is_published_and_told_of_in_the_record(tmp_path: Path) -> None:
    result = build(make(write_content(tmp_path, CONTENT)))
    assert result.exit_code is ExitCode.OK
    assert {path.name for path in (tmp_path / "output").iterdir()} == {"sample.html", "sample.build.json"}
    assert "The second count gave 11 as well." in (tmp_path / "output" / "sample.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["every-block", "car-nk", "everything"])
def test_nothing_of_a_whole_document_is_lost_in_any_window(root: Path, name: str) -> None:
    files = {
        "every-block": EVERY_BLOCK,
        "car-nk": root / "content" / "car-nk.yaml",
        "everything": root / "tests" / "cards" / "everything.yaml",
    }
    assert losses(read_briefing(files[name])) == []


def without(node: object, path: str) -> object:
    """Return a part of a document whose block at `path` is for the deck alone, so that the page leaves it out."""
    if isinstance(node, Block) and node.path == path:
        return replace(node, only=Output.DECK)
    if isinstance(node, tuple):
        return tuple(without(item, path) for item in node)
    if isinstance(node, Document | Section | Columns | ColumnPart):
        return replace(
            node, **{field.name: without(getattr(node, field.name), path) for field in fields(node)}
        )
    return node


def test_whatever_block_a_page_leaves_out_is_missed() -> None:
    briefing = read_briefing(EVERY_BLOCK)
    expected = expect(briefing.resolved, Output.REPORT)
    said = {part.path for part in expected if part.pieces or part.drawing}
    paths = [block.path for block in all_blocks(briefing.resolved.document.sections) if block.path in said]
    assert len(paths) > 10
    for path in paths:
        document = without(briefing.resolved.document, path)
        page = compose(replace(briefing, resolved=replace(briefing.resolved, document=document)))
        for window in (WIDE, NARROW):
            sheets = page_sheets(inspect_page(page.html.encode(), window))
            assert path in {loss.expected.path for loss in compare(expected, sheets).losses}


def test_a_lost_text_is_our_fault_and_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_content(tmp_path, CONTENT)
    full = read_briefing(file).resolved
    assert build(make(file)).losses == ()
    before = (tmp_path / "output" / "sample.html").read_bytes()
    monkeypatch.setattr(web, "expect", lambda _resolved, output: expect(full, output))
    result = build(
        make(write_content(tmp_path, CONTENT.replace("The second count gave 11 as well.", "No more.")))
    )
    assert result.exit_code is ExitCode.INTERNAL
    assert [(loss.code, loss.message) for loss in result.losses] == [
        ("B720", "the web page lacks 'The second count gave 11 as well.' of this text")
    ]
    assert (tmp_path / "output" / "sample.html").read_bytes() == before


def test_a_chart_that_shortens_a_name_on_telephones_would_be_missed(root: Path) -> None:
    briefing = read_briefing(root / "content" / "car-nk.yaml")
    page = compose(briefing).html.encode()
    name = "TRANSCEND, liso-cel†".encode()
    assert page.count(name) > 1
    *_, last = page.rsplit(name, 1)
    damaged = page[: -len(last) - len(name)] + "TRANSCEND…".encode() + last
    assert [loss.text for loss in web._losses(damaged, briefing.resolved)] == [name.decode()]
    assert web._losses(page, briefing.resolved) == ()


def test_a_heavy_page_is_told_of_at_its_heaviest_figure(tmp_path: Path) -> None:
    file = write_content(
        tmp_path,
        "title: T\nsections:\n  - title: One\n    content:\n      - {figure: small.png, alt: Noise}\n"
        "      - {figure: noise.png, alt: Noise}\n",
    )
    for name, side in (("small.png", 20), ("noise.png", 1300)):
        data = random.Random(1).randbytes(side * side * 3)
        Image.frombytes("RGB", (side, side), data).save(file.parent / name)
    result = build(make(file))
    (found,) = (diagnostic for diagnostic in result.diagnostics if diagnostic.code == "B721")
    assert found.message == "the web page is of 6.9 MB; the figure 'noise.png' takes 6.8 MB of it"
    assert found.span.start.line == 6
    assert result.exit_code is ExitCode.OK


def test_it_needs_neither_the_layout_engine_nor_what_writes_decks(tmp_path: Path) -> None:
    file = write_content(tmp_path, CONTENT)
    code = (
        "import sys; from builder.pipeline.build import Request, build; from builder.model.web import Web\n"
        "from pathlib import Path\n"
        f"result = build(Request(Path({str(file)!r}), Path({str(tmp_path / 'o')!r}), 'o', (Web.PAGE,)))\n"
        "print(result.exit_code, sorted({'weasyprint', 'pptx', 'pikepdf', 'pypdfium2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0 []"
