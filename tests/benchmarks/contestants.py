"""The programs that `bench` compares, and what each of them is given."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pypandoc
import resvg_py

from tests.benchmarks import floor
from tests.benchmarks.as_markdown import Writer
from tests.benchmarks.measure import Command, run
from tests.benchmarks.table import COLD, PANDOC

BIN = Path(sys.executable).parent
ROOT = Path(__file__).parents[2]
STYLE = ROOT / "builder" / "resolve" / "styles" / "nlm-citation-sequence.csl"
BUILD: Command = [BIN / "diptych", "build"]
POINT = re.compile(r"(\bpoints:\s*\n\s*- [\"']?\w+)(?![\w:])")
TEXT = re.compile(r"(- text: *(?:[|>]-?\s*\n\s*)?[\"']?\w+)(?![\w:])")
NOTE = re.compile(r"(\bnotes: *(?:[|>]-?\s*\n\s*)?[\"']?\w+)(?![\w:])")
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root=sys.argv[3])"

Task = Callable[[Path], list[Command]]
"""The commands of one contestant that write to a folder, after everything that is not timed."""


def prepare(content: Path, folder: Path) -> dict[str, Task]:
    """Write what the other programs read into `folder`, and return the commands of each contestant."""
    cold = prepare_cold(content, folder)
    built = copy_project(content, folder / "built")
    done = [*BUILD, built, "-o", folder / "built" / "output"]
    run(done, folder)
    deck = folder / "built" / "output" / f"{content.stem}.pptx"
    floors = floor.prepare(content, deck, folder)
    raw: Command = [sys.executable, floor.__file__]
    return {
        **cold,
        "diptych, a word in the text": lambda out: [edited(built, out, TEXT)],
        "diptych, a word on a slide": lambda out: [edited(built, out, POINT)],
        "diptych, a word in the notes": lambda out: [edited(built, out, NOTE)],
        "diptych, built before": lambda out: [edited(built, out, None)],
        "diptych, nothing changed": lambda _out: [done],
        "diptych, PDF only": lambda out: [
            [*build_of(copy_project(content, out / "project"), out), "--only", "pdf"]
        ],
        "typst, PDF only": lambda out: [[sys.executable, "-c", TYPST, "report.typ", out / "a.pdf", folder]],
        "floor: the layout engine alone, PDF": lambda out: [[*raw, "pdf", floors["pdf"], out / "a.pdf"]],
        "floor: python-pptx alone, PPTX": lambda out: [[*raw, "pptx", floors["pptx"], out / "a.pptx"]],
    }


def prepare_cold(content: Path, folder: Path) -> dict[str, Task]:
    """Return the commands that build both outputs of what was never built before: this program's and pandoc's."""
    to_pptx, to_pdf = prepare_pandoc(content, folder)
    return {
        COLD: lambda out: [build_of(copy_project(content, out / "project"), out)],
        PANDOC: lambda out: [[*to_pptx, "-o", out / "a.pptx"], [*to_pdf, "-o", out / "a.pdf"]],
    }


def prepare_pandoc(content: Path, folder: Path) -> tuple[Command, Command]:
    """Write pandoc's input and Typst's, which is made of it; return pandoc's commands for PPTX and PDF."""
    pandoc = Path(pypandoc.get_pandoc_path())
    for name, deck in (("report", False), ("slides", True)):
        writer = Writer(content, deck=deck)
        (folder / f"{name}.md").write_text(writer.write(), "utf-8")
        for image in writer.images:
            copy_image(image, folder)
    given = writer.content.get("bibliography", [])
    bibliography = [content.parent / path for path in ([given] if isinstance(given, str) else given)]
    shutil.copy(STYLE, folder / "style.csl")
    write_typst(pandoc, folder, bibliography)
    cite: Command = ["--citeproc", "--csl=style.csl", *(f"--bibliography={path}" for path in bibliography)]
    to_pptx: Command = [pandoc, "slides.md", *cite, "--slide-level=2", "--default-image-extension=png"]
    to_pdf: Command = [pandoc, "report.md", *cite, "--toc", "--default-image-extension=svg"]
    return to_pptx, [*to_pdf, f"--pdf-engine={BIN / 'weasyprint'}"]


def copy_project(content: Path, folder: Path) -> Path:
    """Copy a content file with its files, and what earlier builds left, to a new project; return the copy."""
    source = content.parent
    shutil.copytree(source, folder / "content")
    store = source.parent / ".diptych"
    if source.name == "content" and store.is_dir() and source.parent != ROOT:
        shutil.copytree(store, folder / ".diptych")
    return folder / "content" / content.name


def build_of(content: Path, out: Path) -> Command:
    """Return the command that builds a content file into a new folder."""
    return [*BUILD, content, "-o", out / "output"]


def edited(built: Path, out: Path, place: re.Pattern[str] | None) -> Command:
    """Return the command that builds a project again after a word was added at `place`, into a new folder."""
    content = copy_project(built, out / "project")
    if place:
        content.write_text(with_word(content.read_text("utf-8"), place), "utf-8")
    return build_of(content, out)


def with_word(text: str, place: re.Pattern[str], word: str = "again") -> str:
    """Return content with a word more."""
    changed = place.sub(rf"\1 {word}", text, count=1)
    if changed == text:
        sys.exit(f"the content has no place for another word: {place.pattern}")
    return changed


EDITS = {
    "watch, a word in the text and on a slide": lambda text, number: with_word(
        with_word(text, TEXT, f"again{number}"), POINT, f"again{number}"
    ),
    "watch, a word in the notes": lambda text, number: with_word(text, NOTE, f"again{number}"),
}
"""Edits of a content file while it is watched, each unlike those of other rounds."""


def copy_image(image: Path, folder: Path) -> None:
    """Put a figure beside the texts, an SVG also as the PNG that PowerPoint needs."""
    shutil.copy(image, folder)
    if image.suffix == ".svg":
        png = resvg_py.svg_to_bytes(svg_path=str(image), width=1600)
        (folder / image.with_suffix(".png").name).write_bytes(bytes(png))


def write_typst(pandoc: Path, folder: Path, bibliography: list[Path]) -> None:
    """Let pandoc write the report as Typst text, with the bibliography as Typst reads it."""
    given: Command = ["--from=csljson"] if bibliography[0].suffix == ".json" else []
    run([pandoc, *bibliography, *given, "--to=biblatex", "--output=references.bib"], folder)
    flags = ["--standalone", "--toc", "--default-image-extension=svg"]
    flags += ["--metadata=bibliography:references.bib", "--metadata=csl:style.csl"]
    run([pandoc, "report.md", "--to=typst", *flags, "--output=report.typ"], folder)
