"""What is fuzzed: bytes in, a project with them in one of its files, the stages of a build, and nothing raised.

An input may be refused with diagnostics or give outputs. Everything else is a finding: an exception of ours or of a
library, a crash, a diagnostic without a registered code, and more than `SECONDS` of time.
"""

from __future__ import annotations

import functools
import io
import json
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.diagnostics.codes import CODES
from builder.diagnostics.render import render_text
from builder.errors import FileAccessError, InternalError, UsageError
from builder.model.block import Output
from builder.pipeline.libraries import load_libraries
from builder.pipeline.log import RunLog, observe_nothing
from builder.pipeline.outputs import make_panels
from builder.pipeline.prepare import prepare
from builder.theme.places import package_templates
from builder.world import World
from tests.conftest import ROOT
from tests.fuzz import seeds

SECONDS = 20
"""The longest that one input may take, all stages together, on a machine that does other things too."""

LAID_OUT = 16
"""One of so many inputs goes through all stages; the others end before the layout, which takes a hundred times longer."""

load_libraries()  # or each input would be read in a process of its own

CLINICAL = ROOT / "templates" / "clinical"


@dataclass(frozen=True)
class Target:
    """One kind of input.

    Attributes:
        write: puts an input into the project folder. seeds: inputs to begin with. tokens: pieces that mean something.
    """

    name: str
    write: Callable[[Path, bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    tokens: Sequence[bytes]
    theme: bool = False

    def run(self, data: bytes, folder: Path) -> None:
        """Build a project that holds `data`, in a `folder` that `make_project` has made.

        Raises:
            Exception: a finding.
        """
        self.write(folder, data)
        build(folder, laid_out=zlib.crc32(data) % LAID_OUT == 0)

    def make_project(self) -> Path:
        """Return a new project folder, in memory where the system has a place for that."""
        memory = Path("/dev/shm")
        folder = Path(tempfile.mkdtemp(prefix="fuzz-", dir=memory if memory.is_dir() else None))
        (folder / "content").mkdir()
        (folder / "content" / "x.yaml").write_text(seeds.DOCUMENTS[self.name], encoding="utf-8")
        if self.theme:
            shutil.copytree(CLINICAL, folder / "templates" / "mine")
        return folder


def build(folder: Path, *, laid_out: bool) -> None:
    world = World(folder, (package_templates(),))
    log = RunLog()
    try:
        prepared = prepare(world, folder / "content" / "x.yaml", log)
        if prepared is not None and laid_out:
            for output in Output:
                (panel,) = make_panels(world, *prepared, (output,), observe_nothing)
                log.diagnostics += panel.diagnostics
                if panel.losses and not (folder / "templates").exists():  # a template may leave anything out
                    raise InternalError("; ".join(loss.message for loss in panel.losses))
    except (UsageError, FileAccessError):
        return
    for diagnostic in log.diagnostics:
        assert diagnostic.code in CODES
        assert diagnostic.code != "B901"
    text = render_text(log.diagnostics, world.read_lines)
    assert "Traceback" not in text
    assert str(folder) not in text


def put(name: str) -> Callable[[Path, bytes], None]:
    return lambda folder, data: (folder / name).unlink(missing_ok=True) or put_bytes(folder / name, data)


def put_bytes(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def put_text(folder: Path, data: bytes) -> None:
    """Put `data` into the content as the Markdown of a text, a point, a cell and a title."""
    text = json.dumps(data.decode("utf-8", "replace"), ensure_ascii=False)
    document = seeds.DOCUMENTS["markdown"].replace('"TEXT"', text.replace("\x7f", ""))
    (folder / "content" / "x.yaml").write_text(document, encoding="utf-8")


@functools.cache
def deck_members() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(seeds.deck())) as archive:
        return {name: archive.read(name) for name in sorted(archive.namelist())}


def put_deck_part(folder: Path, data: bytes) -> None:
    """Put a reference deck into the project, in which the part that the first byte names holds the other bytes."""
    members = dict(deck_members())
    if data:
        members[sorted(members)[data[0] % len(members)]] = data[1:]
    with zipfile.ZipFile(folder / "content" / "a.pptx", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def deck_parts() -> list[bytes]:
    return [
        bytes([number]) + data for number, data in enumerate(deck_members().values()) if len(data) < 20_000
    ]


TARGETS = {
    target.name: target
    for target in (
        Target("yaml", put("content/x.yaml"), seeds.contents, seeds.YAML),
        Target("markdown", put_text, seeds.markdown, seeds.MARKDOWN),
        Target("csl-json", put("content/a.json"), seeds.csl_json, seeds.JSON),
        Target("csl-yaml", put("content/a.yaml"), seeds.csl_yaml, seeds.YAML),
        Target("bibtex", put("content/a.bib"), seeds.bibtex, seeds.BIBTEX),
        Target("csl-style", put("content/a.csl"), seeds.styles, seeds.XML),
        Target("csv", put("content/a.csv"), seeds.csv, seeds.CSV),
        Target("svg", put("content/a.svg"), seeds.svg, seeds.SVG),
        Target("image", put("content/a.png"), seeds.images, seeds.NUMBERS),
        Target("deck", put("content/a.pptx"), lambda: [seeds.deck()], seeds.NUMBERS),
        Target("deck-part", put_deck_part, deck_parts, seeds.XML),
        Target("brand", put("templates/mine/_brand.yml"), seeds.brand, seeds.YAML, theme=True),
        Target(
            "template",
            put("templates/mine/report/blocks/text.html.j2"),
            seeds.templates,
            seeds.JINJA,
            theme=True,
        ),
        Target("sheet", put("templates/mine/report/report.css"), seeds.sheets, seeds.CSS, theme=True),
        Target(
            "font", put("templates/mine/fonts/Carlito-Regular.ttf"), seeds.fonts, seeds.NUMBERS, theme=True
        ),
    )
}
