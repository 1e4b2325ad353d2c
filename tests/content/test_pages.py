"""The examples of the explain pages are true: the wrong one gives its code, the right one does not."""

import re
from pathlib import Path

import pytest

from builder.content.load import load
from builder.diagnostics.codes import CODES, find_page
from builder.world import World

EXAMPLE = re.compile(r"^(Wrong|Right):\n\n```(yaml|csv)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OWN = [
    code
    for code in CODES
    if (
        (code[:2] in ("B1", "B2") and code not in ("B206", "B254", "B255", "B256", "B257", "B258"))
        or code in ("B504", "B505", "B506")
        or "B550" <= code <= "B555"
    )
    and EXAMPLE.search(find_page(code) or "")
]


def as_document(example: str, language: str) -> str:
    """Return an example as a whole content file: blocks in a section, or keys with what else is required."""
    if language == "csv":
        example = "- table: {data: example.csv}\n"
    if re.match(r"- [\w-]+:", example):
        return "title: T\nsections:\n  - title: S\n    content:\n" + re.sub(
            "^", "      ", example, flags=re.MULTILINE
        )
    head = "" if example.startswith(("title:", "-")) or "\ntitle:" in example else "title: T\n"
    tail = "" if "sections:" in example or example.startswith("-") else "sections:\n  - title: S\n"
    return head + example + tail


def load_example(folder: Path, example: str, language: str) -> set[str]:
    (folder / "example.csv").write_text(example, encoding="utf-8")
    (folder / "example.yaml").write_text(as_document(example, language), encoding="utf-8")
    return {diagnostic.code for diagnostic in load(World(folder), Path("example.yaml")).diagnostics}


@pytest.mark.parametrize("code", OWN)
def test_examples(code: str, tmp_path: Path) -> None:
    found = {
        match[1]: load_example(tmp_path, match[3], match[2])
        for match in EXAMPLE.finditer(find_page(code) or "")
    }
    assert code in found["Wrong"]
    assert found["Right"] == set()
