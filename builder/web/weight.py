"""Whether a page can be sent and read on a telephone."""

from __future__ import annotations

from builder.diagnostics import Diagnostic, Severity
from builder.model.block import Figure, Output
from builder.model.resolved import ResolvedDocument
from builder.resolve.numbering import iter_blocks

MOST_MB = 5.0
"""Above this, in millions of bytes, a page is slow on a mobile network; many mailboxes take no more than 10 to 25."""

INSIDE = 4 / 3
"""Size of a picture inside a page, by that of its file: base64 has four characters for three bytes (RFC 4648)."""


def check_weight(data: bytes, resolved: ResolvedDocument) -> tuple[Diagnostic, ...]:
    """Return a note at the heaviest figure of a page that is heavy (B721)."""
    figures = [
        block
        for block, outputs in iter_blocks(resolved.document)
        if isinstance(block, Figure) and Output.REPORT in outputs and block.path in resolved.pictures
    ]
    if len(data) <= MOST_MB * 1e6 or not figures:
        return ()
    heaviest = max(figures, key=lambda figure: len(resolved.pictures[figure.path].data))
    share = _megabytes(len(resolved.pictures[heaviest.path].data) * INSIDE)
    message = f"the web page is of {_megabytes(len(data))}; the figure '{heaviest.file}' takes {share} of it"
    help = "export it with 1,600 pixels on its longer side; a photograph as JPEG or WebP"
    return (Diagnostic("B721", message, heaviest.file_span, help, severity=Severity.NOTE),)


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.1f} MB"
