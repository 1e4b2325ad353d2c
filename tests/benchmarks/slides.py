"""Write decks of 140 and of 1,400 slides, and print what a slide costs in each: CPU time as a ratio, and peak memory.

The slides are those of a content file, over and over. Each deck is written in a process of its own, in turn.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from builder.content.load import load
from builder.deck.build import build_deck
from builder.deck.model import Deck
from builder.pipeline.build import open_world
from builder.pptx.write import write_deck
from builder.resolve.pictures.fallbacks import with_fallbacks
from builder.resolve.resolve import resolve
from builder.theme.read import read_theme

FEW, MANY = 140, 1400


def main() -> None:
    """Print a table, or with `--slides` the CPU seconds and the growth in memory, in MB, of one deck."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("content", type=Path, help="content file")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--slides", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.slides:
        print(*write(options.content.resolve(), options.slides))
        return
    costs: dict[int, list[tuple[float, float]]] = {FEW: [], MANY: []}
    for _ in range(options.runs):
        for count, found in costs.items():
            found.append(measure(options.content, count))
    per_slide = {}
    print("slides  CPU s  ms a slide  more memory, MB")
    for count, found in costs.items():
        seconds, memory = (statistics.median(values) for values in zip(*found, strict=True))
        per_slide[count] = seconds / count
        print(f"{count:6}  {seconds:5.2f}  {per_slide[count] * 1000:10.2f}  {memory:15.0f}")
    print(f"a slide of {MANY} costs {per_slide[MANY] / per_slide[FEW]:.2f} times one of {FEW}")


def measure(content: Path, count: int) -> tuple[float, float]:
    """Return CPU seconds and megabytes of one deck, written in a new process."""
    command = [sys.executable, "-m", "tests.benchmarks.slides", str(content), "--slides", str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def write(file: Path, count: int) -> tuple[float, float]:
    """Return the CPU seconds that writing `count` slides takes, and by how much memory peaks higher, in MB."""
    deck = repeated(build(file), count)
    before, start = peak(), time.process_time()
    write_deck(deck)
    return time.process_time() - start, peak() - before


def build(file: Path) -> Deck:
    """Return the deck of a content file."""
    world = open_world(file)
    document = load(world, file).require()
    theme = read_theme(world, document.theme, document.theme_span).require()
    resolved = with_fallbacks(resolve(world, document, theme.font_files).require(), theme.font_files)
    return build_deck(world, resolved, theme).require()


def repeated(deck: Deck, count: int) -> Deck:
    """Return a deck of `count` slides: those of `deck` again and again, with keys of their own."""
    slides = tuple(
        replace(slide, key=slide.key if round_ == 0 else f"{slide.key} {round_}")
        for round_ in range(-(-count // len(deck.slides)))
        for slide in deck.slides
    )
    return replace(deck, slides=slides[:count])


def peak() -> float:
    """Return the largest memory that this process has had, in MB (Linux counts in KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
