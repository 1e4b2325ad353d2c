"""Attach files as PDF/A-3 wants them: each tied to the document by what it is to it (ISO 19005-3, 6.8)."""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf

from builder.pdf.attachment import Attachment

WITHOUT_DATE = "D:19800101000000Z"
"""The date of files in a document without one, which none may lack: the earliest that a zip archive can have."""


def attach(pdf: pikepdf.Pdf, attachments: Iterable[Attachment]) -> None:
    """Attach files to the whole document; their dates are the document's, since those of files differ by machine."""
    date = str(pdf.docinfo.get("/ModDate", WITHOUT_DATE))
    specifications = []
    for one in attachments:
        specification = pikepdf.AttachedFileSpec(
            pdf,
            one.data,
            description=one.description,
            filename=one.name,
            mime_type=one.media_type,
            creation_date=date,
            mod_date=date,
            relationship=pikepdf.Name(f"/{one.relationship.value}"),
        )
        pdf.attachments[one.name] = specification
        specifications.append(specification.obj)
    if specifications:
        pdf.Root.AF = pikepdf.Array(specifications)
