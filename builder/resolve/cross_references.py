"""What a cross-reference can point to, and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Diagnostics
from builder.model.block import (
    Block,
    Callout,
    Cards,
    Chart,
    Columns,
    Figure,
    Output,
    PageBreak,
    Points,
    Quote,
    SlideBlock,
    Stats,
    Steps,
    Table,
    TextBlock,
    Timeline,
)
from builder.model.document import Document
from builder.model.inline import CrossReference, Inlines, ReferenceLink, Text, plain_text
from builder.resolve.numbering import Numbering, iter_blocks, iter_sections
from builder.resolve.rewrite import Outputs
from builder.resolve.suggest import did_you_mean

_WORDS: dict[type[Block], str] = {
    Callout: "note",
    Cards: "cards",
    Chart: "figure",
    Columns: "columns",
    Figure: "figure",
    PageBreak: "page",
    Points: "list",
    Quote: "quotation",
    SlideBlock: "slide",
    Stats: "figures",
    Steps: "steps",
    Table: "table",
    TextBlock: "text",
    Timeline: "timeline",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A labelled place: what a reference to it says, and the outputs that show it."""

    text: str
    outputs: Outputs


def collect_targets(document: Document, numbering: Numbering) -> dict[str, Target]:
    """Return every section and block that its author gave an id, by id."""
    targets = {}
    for section, outputs in iter_sections(document):
        if _given_by_author(section.id, section.path):
            number = numbering.sections.get(section.path)
            text = f"Section {number}" if number else _quoted(section.title)
            targets[section.id] = Target(text, outputs)
    for block, outputs in iter_blocks(document):
        if _given_by_author(block.id, block.path):
            label = numbering.labels.get(block.path)
            text = str(label) if label else _quoted(block.title or block.caption) or _WORDS[type(block)]
            targets[block.id] = Target(text, outputs)
    return targets


def _given_by_author(id: str, path: str) -> bool:
    return id != path.replace("/", "-")


def _quoted(title: Inlines) -> str:
    text = plain_text(title).strip()
    return f"“{text}”" if text else ""


@dataclass(frozen=True, slots=True)
class CrossReferences:
    """Resolves cross-references, and says what is wrong with those that lead nowhere.

    Attributes:
        works: the citation keys, for authors who wrote `@key` where they meant `[@key]`.
    """

    targets: dict[str, Target]
    works: frozenset[str]
    diagnostics: Diagnostics

    def resolve(self, node: CrossReference, outputs: Outputs) -> Inlines:
        """Return the link that stands for a cross-reference, or the author's text where there is none."""
        target = self.targets.get(node.label)
        if target is None:
            self._report_unknown(node)
            return (Text(f"@{node.label}", node.span),)
        if Output.REPORT in outputs and Output.REPORT not in target.outputs:
            self.diagnostics.error(
                "B206",
                f"cross-reference to '{node.label}', which the report does not show",
                node.span,
                help="remove 'only: deck' there, or move this reference to where only the deck shows it",
            )
        return (ReferenceLink(target.text, node.label),)

    def _report_unknown(self, node: CrossReference) -> None:
        if node.label in self.works:
            help = f"to cite this work, write '[@{node.label}]'"
        else:
            otherwise = f"give the block or section that is meant 'id: {node.label}'"
            help = did_you_mean(node.label, self.targets, otherwise, form="'@{}'")
        message = f"cross-reference to unknown label '{node.label}'"
        self.diagnostics.error("B206", message, node.span, help=help)
