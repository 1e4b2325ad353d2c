"""What a stranger's project may hold beside its content: outputs, and what earlier builds are said to have kept."""

from __future__ import annotations

import json
from pathlib import Path

from tests.hostile.case import Case, document

TEXT = document("- text: A short text.", "- points: [One, Two]")
ABOVE = "../../outside/"


def journal(*names: str) -> str:
    return json.dumps({"files": [{"name": name, "before": "", "after": FINGERPRINT} for name in names]})


FINGERPRINT = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"  # SHA-256 of "a"


def case(name: str, files: dict[str, str] | None = None, links: dict[str, str] | None = None, exit_code: int = 0,
         make=None) -> Case:  # fmt: skip
    return Case(f"folder-{name}", TEXT, files=files or {}, links=links or {}, exit_code=exit_code, make=make)


def waiting_above(project: Path) -> None:
    (project / "output" / "...").mkdir(parents=True)
    (project / "output" / ".x.publish.json").write_text(journal("../../outside/made"))
    (project / "output" / "...").rmdir()
    (project / "output" / "..").joinpath(".outside").mkdir()
    (project / "output" / ".x.pdf.part").write_text("a")


CASES = [
    case("part-link", links={"output/.x.pdf.part": "OUTSIDE/secret.svg"}),
    case("part-link-new", links={"output/.x.pptx.part": "OUTSIDE/made"}),
    case("journal-part-link", links={"output/..x.publish.json.part": "OUTSIDE/secret.svg"}),
    case("output-link", links={"output/x.pdf": "OUTSIDE/secret.svg"}, exit_code=4),
    case("record-link", links={"output/x.build.json": "OUTSIDE/secret.json"}),
    case("journal-link", links={"output/.x.publish.json": "OUTSIDE/secret.json"}),
    case("journal-above", make=waiting_above),
    case("journal-damaged", files={"output/.x.publish.json": "[[["}),
    case(
        "journal-types",
        files={"output/.x.publish.json": '{"files": [{"name": 1, "before": [], "after": null}]}'},
    ),
    case("record-damaged", files={"output/x.build.json": "[" * 100_000}),
    case(
        "record-types",
        files={"output/x.build.json": '{"outputs": {"../../outside/secret.svg": {"sha256": 1}}}'},
    ),
    case("output-folder", files={"output/x.pdf/a": "a"}, exit_code=4),
    case("kept-link", links={".diptych": "OUTSIDE"}),
    case("kept-link-inside", links={".diptych/.gitignore": "OUTSIDE/secret.svg"}),
    case("kept-file", files={".diptych": "a"}),
    case("crash-link", links={"output/diptych-crash.txt": "OUTSIDE/secret.svg"}),
]
