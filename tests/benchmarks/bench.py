"""Time both outputs of one content file beside pandoc's and Typst's, and print the ratios.

Each round starts every program once, in turn, as a new process that writes into a new folder; medians of all rounds
count. What the others get as input (Markdown, Typst text, PNGs) is prepared before the clock starts, and so are the
projects that were built before and then edited.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypandoc
import resvg_py
from as_markdown import Writer

BIN = Path(sys.executable).parent
STYLE = Path(__file__).parents[2] / "builder" / "resolve" / "styles" / "nlm-citation-sequence.csl"
ROOT = Path(__file__).parents[2]
BUILD: list[str | Path] = [BIN / "diptych", "build"]
POINT = re.compile(r"(\bpoints:\s*\n\s*- [\"']?\w+)(?![\w:])")
TEXT = re.compile(r"(- text: *(?:[|>]-?\s*\n\s*)?[\"']?\w+)(?![\w:])")
NOTE = re.compile(r"(\bnotes: *(?:[|>]-?\s*\n\s*)?[\"']?\w+)(?![\w:])")
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root=sys.argv[3])"

Command = list[str | Path]
Task = Callable[[Path], list[Command]]


def main() -> None:
    """Print a table of medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("content", type=Path, help="content file")
    parser.add_argument("--runs", type=int, default=5, help="rounds that count, after one that does not")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared"
        prepared.mkdir()
        tasks = prepare(options.content.resolve(), prepared)
        medians = measure(tasks, Path(folder), options.runs)
    print(f"{options.content.name}, medians of {options.runs} runs in turn, {os.cpu_count()} cores\n")
    print_table(medians)


def prepare(content: Path, folder: Path) -> dict[str, Task]:
    """Write what the other programs read into `folder`, and return the commands of each contestant."""
    pandoc = Path(pypandoc.get_pandoc_path())
    for name, deck in (("report", False), ("slides", True)):
        writer = Writer(content, deck=deck)
        (folder / f"{name}.md").write_text(writer.write(), "utf-8")
        for image in writer.images:
            copy_image(image, folder)
    given = writer.content.get("bibliography", [])
    bibliography = [content.parent / path for path in ([given] if isinstance(given, str) else given)]
    shutil.copy(STYLE, folder / "style.csl")
    cite: Command = ["--citeproc", "--csl=style.csl", *(f"--bibliography={path}" for path in bibliography)]
    write_typst(pandoc, folder, bibliography)
    to_pptx: Command = [pandoc, "slides.md", *cite, "--slide-level=2", "--default-image-extension=png"]
    to_pdf: Command = [pandoc, "report.md", *cite, "--toc", "--default-image-extension=svg"]
    to_pdf += [f"--pdf-engine={BIN / 'weasyprint'}"]
    built = copy_project(content, folder / "built")
    run([*BUILD, built, "-o", built.parents[1] / "output"], folder)
    return {
        "diptych": lambda out: [build_of(copy_project(content, out / "project"), out)],
        "diptych, one word on a slide": lambda out: [edited(built, out, POINT)],
        "diptych, one word in the text": lambda out: [edited(built, out, TEXT)],
        "diptych, one word in the notes": lambda out: [edited(built, out, NOTE)],
        "diptych, built before": lambda out: [edited(built, out, None)],
        "diptych, nothing changed": lambda out: [[*BUILD, built, "-o", built.parents[1] / "output"]],
        "pandoc": lambda out: [[*to_pptx, "-o", out / "a.pptx"], [*to_pdf, "-o", out / "a.pdf"]],
        "diptych, PDF only": lambda out: [
            [*build_of(copy_project(content, out / "project"), out), "--only", "pdf"]
        ],
        "typst, PDF only": lambda out: [[sys.executable, "-c", TYPST, "report.typ", out / "a.pdf", folder]],
    }


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
    text = content.read_text("utf-8")
    changed = place.sub(r"\1 again", text, count=1) if place else text
    if place and changed == text:
        sys.exit(f"{content.name} has no place for another word")
    content.write_text(changed, "utf-8")
    return build_of(content, out)


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


def measure(tasks: dict[str, Task], folder: Path, rounds: int) -> dict[str, float]:
    """Return each task's median in seconds; the first of `rounds` + 1 rounds warms the disk and does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for round_number in range(rounds + 1):
        for position, (name, commands) in enumerate(tasks.items()):
            out = folder / f"{round_number}-{position}"
            out.mkdir()
            prepared = commands(out)
            start = time.perf_counter()
            for command in prepared:
                run(command, folder / "prepared")
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times[1:]) for name, times in seconds.items()}


def run(command: Command, folder: Path) -> None:
    """Run a program in `folder`; end with what it said if it fails."""
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{Path(command[0]).name} exited with {done.returncode}\n{done.stderr}")


def print_table(medians: dict[str, float]) -> None:
    """Print seconds, and each as a multiple of what pandoc takes for its two outputs."""
    print(f"{'':<32}{'seconds':>9}{'of pandoc':>11}")
    for name, seconds in medians.items():
        print(f"{name:<32}{seconds:>9.2f}{seconds / medians['pandoc']:>11.2f}")


if __name__ == "__main__":
    main()
