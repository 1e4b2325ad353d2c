"""Make the pictures and the generated parts of README.md with the program itself; run as `make readme`.

A part stands between the lines `<!-- NAME -->` and `<!-- end of NAME -->`. A test holds the parts to what this module
makes; the pictures are judged by looking at them.
"""

from __future__ import annotations

import inspect
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click
from PIL import Image, ImageOps

from builder.cli.program import COMMANDS, main
from builder.pipeline.stages import STAGES
from tests.office import render_pdf

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
README = ROOT / "README.md"
EXAMPLE = HERE / "example.yaml"
PICTURES = {"page": HERE / "page.png", "slide": HERE / "slide.png"}

FOOT_SHARE = 0.07
"""The share of a page, at its foot, that holds the page number."""

ROOM_PX = 50
"""Pixels that the picture of the page shows below its last line."""

RIGHT, WRONG = "[@V2V2023]", "[@V2V2032]"
"""A citation in the example, and how it is mistyped for the error that README.md shows."""

DIAGRAM = """\
 content/NAME.yaml   templates/THEME/
      {0:<18}{1:<19}{r0}; {r1}
         +--------+--------+
      {2:<18}{3:<19}{r2}; {r3}
         +--------+--------+
      {4:<18}{4:<19}{r4}
      {5:<18}{5:<19}{r5}
      {6:<18}{6:<19}{r6}
      {7:<18}{7:<19}{r7}
         +--------+--------+
              {8:<29}{r8}
 output/NAME.pdf     output/NAME.pptx"""


def make_parts() -> dict[str, str]:
    """Return each generated part of README.md, as it stands between its two lines."""
    return {
        "example": fenced("yaml", EXAMPLE.read_text("utf-8")),
        "commands": fenced("text", show_commands()),
        "stages": fenced("text", draw_stages()),
        "error": fenced("text", show_error()),
    }


def fill(readme: str, parts: dict[str, str]) -> str:
    """Return the text of README.md with its generated parts replaced."""
    for name, part in parts.items():
        before, begin, rest = readme.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- end of {name} -->")
        if not end:
            raise ValueError(f"README.md has no place for '{name}'")
        readme = f"{before}{begin}{part}{end}{after}"
    return readme


def fenced(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


def show_commands() -> str:
    """Return every command in the words of its own help, with the options that no command above it has."""
    lines: list[str] = []
    for name in COMMANDS:
        context = click.Context(main, info_name="diptych", **main.context_settings)
        command = main.get_command(context, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=context)
        usage = [piece for piece in command.collect_usage_pieces(context) if piece != "[OPTIONS]"]
        summary = inspect.cleandoc(command.help or "").split("\n\n")[0].replace("\n", " ")
        lines.append(f"{' '.join(['diptych', name, *usage]):<25}{summary}")
        options = [option for option in command.params if isinstance(option, click.Option)]
        records = [option.get_help_record(context) for option in options]
        texts = [f"  {record[0]:<35}{record[1]}" for record in records if record]
        lines += [text for text in texts if text[:37] not in {line[:37] for line in lines}]
    return "\n".join(lines)


def draw_stages() -> str:
    """Return the diagram of the stages, numbered as `--verbose` numbers them."""
    results = {f"r{index}": stage.result for index, stage in enumerate(STAGES)}
    drawn = DIAGRAM.format(*map(str, STAGES), **results)
    return "\n".join(line.rstrip() for line in drawn.splitlines())


def show_error() -> str:
    """Return what the program says of the example with a mistyped citation."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_example(Path(folder))
        text = copy.read_text("utf-8")
        assert RIGHT in text
        copy.write_text(text.replace(RIGHT, WRONG, 1), "utf-8")
        done = run_program("check", copy.name, folder=copy.parent)
        return f"$ diptych check {copy.name}\n{done.stderr}{done.stdout}"


def draw_pictures() -> None:
    """Write the pictures of the page and of the slide that the example becomes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run_program("build", EXAMPLE.name, "-o", "out", folder=copy_example(folder).parent).check_returncode()
        page = draw_page(folder / "out" / "example.pdf", 1, 120, folder)
        slide = draw_page(render_pdf(folder / "out" / "example.pptx", folder), 2, 96, folder)
        save(cut_below_text(page), PICTURES["page"])
        save(slide, PICTURES["slide"])


def draw_page(pdf: Path, number: int, pixels_per_inch: int, folder: Path) -> Image.Image:
    size = ("-r", str(pixels_per_inch), "-f", str(number), "-l", str(number))
    run("pdftoppm", "-png", "-singlefile", *size, str(pdf), pdf.stem, folder=folder)
    with Image.open(folder / f"{pdf.stem}.png") as image:
        return image.convert("RGB")


def cut_below_text(page: Image.Image) -> Image.Image:
    """Return the page without the white below its last line."""
    body = page.crop((0, 0, page.width, round(page.height * (1 - FOOT_SHARE))))
    ink = ImageOps.invert(body.convert("L")).getbbox()
    assert ink is not None
    return page.crop((0, 0, page.width, ink[3] + ROOM_PX))


def save(image: Image.Image, file: Path) -> None:
    """Write a PNG with a palette, which text and plain areas do with."""
    image.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)
    print(f"{file.relative_to(ROOT)}: {image.width} x {image.height}, {file.stat().st_size:,} bytes")


def copy_example(folder: Path) -> Path:
    for file in (EXAMPLE, HERE / "wait.csv", HERE / "references.json"):
        shutil.copy(file, folder)
    return folder / EXAMPLE.name


def run_program(*args: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "builder", *args]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def run(*command: str, folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    draw_pictures()
    README.write_text(fill(README.read_text("utf-8"), make_parts()), "utf-8")
