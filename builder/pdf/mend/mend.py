"""Stage 7, the last step of writing a PDF: what WeasyPrint leaves out of the standards."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import pikepdf

from builder.pdf.attachment import Attachment
from builder.pdf.mend.anonymous import mend_anonymous_boxes
from builder.pdf.mend.artifacts import leave_out, mend_artifacts
from builder.pdf.mend.attachments import attach
from builder.pdf.mend.edges import mend_bleed
from builder.pdf.mend.footnotes import mend_footnotes
from builder.pdf.mend.fragments import mend_fragments
from builder.pdf.mend.identification import identify_as_pdf_ua
from builder.pdf.mend.identifiers import index_identifiers
from builder.pdf.mend.links import mend_links
from builder.pdf.mend.lists import mend_lists
from builder.pdf.mend.parents import ParentTree
from builder.pdf.mend.tables import mend_tables
from builder.pdf.mend.tree import read_tree, write_tree
from builder.units import Length


def mend(
    data: bytes,
    *,
    running: str = "",
    bleed: Length = Length(0),
    attachments: Iterable[Attachment] = (),
) -> bytes:
    """Return a tagged PDF/A-3a of WeasyPrint's as a file that is PDF/UA-1 too.

    `running` is the type of elements that repeat on each page and so are none of the content; `bleed` is how far colour
    runs over the page.

    Equal bytes give equal bytes: the second half of the file identifier is a digest of the contents.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        root, parents = read_tree(pdf), ParentTree(pdf)
        if running:
            leave_out(root, running)
        mend_fragments(root, parents)
        mend_lists(root)
        mend_anonymous_boxes(root)
        mend_links(root, parents)
        mend_tables(root)
        mend_footnotes(root)
        index_identifiers(pdf, root)
        mend_artifacts(pdf, root, parents)
        write_tree(root)
        identify_as_pdf_ua(pdf)
        mend_bleed(pdf, bleed)
        attach(pdf, attachments)
        written = BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,  # it would stamp the clock on the metadata
        )
    return written.getvalue()
