"""Footnotes are found in both files, one that interrupts a paragraph over pages too; a lost one is missed."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.content.load import load
from builder.model.block import Output
from builder.model.inline import Text
from builder.pdf.inspect import inspect_pdf
from builder.pipeline.log import RunLog
from builder.pipeline.outputs import DRAFTS
from builder.pipeline.parity.compare import compare
from builder.pipeline.parity.expected import expect
from builder.pipeline.parity.readings import deck_sheets, report_sheets
from builder.pipeline.project import open_world
from builder.pptx.inspect import inspect_deck
from builder.resolve.resolve import resolve
from builder.resolve.rewrite import Rewriter
from builder.theme.read import read_theme

pytestmark = pytest.mark.render


def long_text() -> str:
    sentences = (
        f"In year {n} the cells of batch {n * 7} were given to {n} of {n * 3} patients." for n in range(200)
    )
    parts = (f"{s}^[Batch {n}: *thawed* twice.]" if n % 23 == 0 else s for n, s in enumerate(sentences))
    return " ".join(parts)


@pytest.mark.parametrize(
    ("output", "paper"), [(Output.REPORT, "a4"), (Output.REPORT, "a5"), (Output.DECK, "a4")]
)
def test_all_are_there_and_a_lost_one_is_missed(output: Output, paper: str, tmp_path: Path) -> None:
    file = tmp_path / "content" / "talk.yaml"
    file.parent.mkdir()
    file.write_text(
        f"title: T\nreport: {{paper: {paper}}}\nsections:\n  - title: S\n    content:\n      - text: '{long_text()}'\n",
        "utf-8",
    )
    world = open_world(file)
    theme = read_theme(world, "clinical", None).require()
    resolved = resolve(world, load(world, file).require(), theme.font_files).require()
    draft = DRAFTS[output](world, resolved, theme, RunLog(output=output))
    draft.lay_out()
    panel = draft.finish({})
    assert panel.losses == ()
    assert panel.data is not None
    reading = (
        report_sheets(inspect_pdf(panel.data))
        if output is Output.REPORT
        else deck_sheets(inspect_deck(panel.data))
    )
    assert output is Output.DECK or len(reading) == {"a4": 4, "a5": 5}[paper]
    changed = replace(resolved, document=Another().document(resolved.document))
    (loss,) = compare(expect(changed, output), reading, broken=output is Output.REPORT).losses
    assert loss.text == "Batch 69: thawed thrice."


class Another(Rewriter):
    """Changes the fourth footnote."""

    def footnote(self, node, outputs):  # noqa: ARG002 - the signature is the base's
        if node.mark == "d":
            return (replace(node, content=(Text("Batch 69: thawed thrice."),)),)
        return (node,)
