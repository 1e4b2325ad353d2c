"""Whatever a file holds, loading it gives diagnostics and never raises."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.content.load import load
from builder.content.source import line_reader
from builder.diagnostics.codes import CODES
from builder.diagnostics.render import render_text
from builder.world import World

FULL = Path(__file__).parent / "full" / "content" / "full.yaml"
PIECES = [
    "title", "sections", "content", "text", "points", "table", "chart", "figure", "alt", "id", "columns", "rows",
    "data", "x", "y", "type", "bar", "forest", ": ", ":\n", "\n", "\n  ", "\n    ", "- ", "[", "]", "{", "}", ", ",
    "'", '"', "|", ">", "&a", "*a", "!b", "#", "# ", "@x", "[@k; j]", "~", "null", "60%", "2026-11-22", "1", "\t", "\\",
    "---", "?", "%", "é", "\u2028", "\x00", "\ufeff",
]  # fmt: skip


FUZZ = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


def load_text(folder: Path, content: bytes) -> None:
    """Load a file with this content and show what is wrong; check what holds for every outcome."""
    (folder / "any.yaml").write_bytes(content)
    world = World(folder)
    outcome = load(world, Path("any.yaml"))
    assert outcome.value is not None or outcome.failed
    for diagnostic in outcome.diagnostics:
        assert diagnostic.code in CODES
        assert diagnostic.span is not None
        assert diagnostic.span.start <= diagnostic.span.end
        assert not diagnostic.message.endswith(".")
        assert "\n" not in diagnostic.message + diagnostic.help
    render_text(outcome.diagnostics, line_reader(world))


@settings(FUZZ, max_examples=150)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40))
def test_pieces_of_content_files(pieces: list[str], tmp_path: Path) -> None:
    load_text(tmp_path, "".join(pieces).encode())


@settings(FUZZ, max_examples=50)
@given(content=st.binary(max_size=60))
def test_any_bytes(content: bytes, tmp_path: Path) -> None:
    load_text(tmp_path, content)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_document(seed: int, tmp_path: Path) -> None:
    """Lines of a sound document are dropped, doubled, indented, or given a piece of another kind."""
    chance = random.Random(seed)
    lines = FULL.read_text(encoding="utf-8").split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[chance.randrange(len(lines))])
            case 2:
                lines[at] = "  " + lines[at]
            case 3:
                key, colon, _ = lines[at].partition(": ")
                lines[at] = key + colon + chance.choice(PIECES)
            case _:
                cut = chance.randint(0, len(lines[at]))
                lines[at] = lines[at][:cut] + chance.choice(PIECES) + lines[at][cut:]
    load_text(tmp_path, "\n".join(lines).encode())
