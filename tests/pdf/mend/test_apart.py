"""A file that is mended in a process of its own is the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from builder.layout.paint import PDF_VARIANT
from builder.layout.weasy import weasyprint
from builder.pdf.attachment import Attachment, Relationship
from builder.pdf.mend.apart import mend_apart
from builder.pdf.mend.mend import mend
from builder.units import Length

pytestmark = [pytest.mark.render, pytest.mark.filterwarnings("ignore::ResourceWarning")]

HTML = "<html lang=en><title>t</title><h1>Cells</h1><p>were <a href='https://doi.org/1'>given</a>.</p><ul><li>once</ul>"
BLEED = Length.from_mm(3)
ATTACHED = (Attachment("data.csv", "data", "text/csv", Relationship.DATA, b"a,b\n"),)


@pytest.fixture(scope="module")
def raw() -> bytes:
    return weasyprint.HTML(string=HTML).write_pdf(
        pdf_variant=PDF_VARIANT, pdf_identifier=b"x", uncompressed_pdf=True
    )


def test_it_is_the_same_wherever_it_starts(
    raw: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "builder").mkdir()
    (tmp_path / "builder" / "__init__.py").write_text("raise RuntimeError", "utf-8")
    monkeypatch.chdir(tmp_path)
    mended = mend_apart(raw, bleed=BLEED, attachments=ATTACHED)
    assert mended == mend(raw, bleed=BLEED, attachments=ATTACHED)


def test_what_goes_wrong_there_is_told_here() -> None:
    with pytest.raises(RuntimeError, match=pikepdf.PdfError.__name__):
        mend_apart(b"no PDF", bleed=BLEED, attachments=())


STARVED = """
import resource
from builder.pdf.mend.apart import mend_apart
from builder.units import Length
data = b"x" * 2**29
resource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28))
try:
    mend_apart(data, bleed=Length(0), attachments=())
except MemoryError:
    print("told")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="no limit to the memory of a process")
def test_too_little_memory_there_is_told_here_as_such() -> None:
    done = subprocess.run([sys.executable, "-c", STARVED], check=True, capture_output=True, text=True)
    assert done.stdout == "told\n"
