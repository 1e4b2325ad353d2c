"""What a screen reader gets from a tagged PDF, decoded by outloud; what the checkers of PDF/UA find."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import outloud
import pdfua
import pikepdf
from outloud.model import Document
from pdfua.model import Severity


@contextmanager
def open_tagged(file: Path) -> Iterator[Document]:
    document = Document(str(file))
    yield document
    document.close()


def read_aloud(document: Document) -> str:
    """Return the text of the whole tag tree, in its order."""
    return " ".join("".join(_texts(document, document.root.StructTreeRoot.K[0])).split())


def headings(document: Document) -> list[tuple[int, str]]:
    """Return level and text of every heading, in the order of the tag tree."""
    return [
        (element.heading_level, " ".join("".join(_texts(document, element.obj)).split()))
        for element in document.elements
        if element.heading_level
    ]


def artifact_text(document: Document) -> list[str]:
    """Return the text of each page that is marked as none of the content."""
    return [
        " ".join(run.text for run in document.content(page.index).runs if run.artifact)
        for page in document.pages
    ]


def _texts(document: Document, element: pikepdf.Object) -> Iterator[str]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            page = document.page_index[element.Pg.objgen]
            yield document.content(page).mcid_text.get((None, kid), "")
        elif "/MCID" in kid:
            page = document.page_index[kid.Pg.objgen]
            yield document.content(page).mcid_text.get((None, int(kid.MCID)), "")
        elif "/S" in kid:
            yield from _texts(document, kid)
    if re.fullmatch("/(P|H[1-6]|LI|TD|TH|Caption|LBody)", str(element.S)):
        yield " "


def find_faults(file: Path) -> set[str]:
    """Return the rules that pdfua or outloud find broken; what they only inform of is none."""
    report = pdfua.validate(str(file))
    found = {finding.rule_id for finding in report.findings if finding.severity >= Severity.WARNING}
    result = outloud.check(str(file))
    assert result.error is None
    assert result.stats["tagged"]
    return found | {finding.rule for finding in result.findings if finding.severity != "info"}
