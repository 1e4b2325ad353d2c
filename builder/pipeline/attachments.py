"""The files that the briefing carries: what it was made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from builder.model.document import Document
from builder.pdf.attachment import Attachment, Relationship
from builder.world import World

MEDIA_TYPES = {
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".csv": "text/csv",
    ".json": "application/json",
    ".bib": "application/x-bibtex",
}
"""By the endings of files (RFC 9512, RFC 4180, RFC 8259; BibTeX has none that is registered)."""

OTHER_MEDIA_TYPE = "text/plain"


def attachments_of(world: World, document: Document) -> tuple[Attachment, ...]:
    """Return the content file, the data files and the bibliography, if the author wants them in the PDF."""
    if not document.report.attach:
        return ()
    folder = Path(document.file).parent
    bibliography = (Path(world.name_of(folder / file.path)) for file in document.bibliography)
    files = {
        Path(document.file): ("Content file", Relationship.SOURCE),
        **{Path(name): ("Data", Relationship.DATA) for name in document.data_files},
        **dict.fromkeys(bibliography, ("Bibliography", Relationship.DATA)),
    }
    return tuple(
        Attachment(
            name,
            what,
            MEDIA_TYPES.get(path.suffix.lower(), OTHER_MEDIA_TYPE),
            relationship,
            world.read_bytes(path),
        )
        for (path, (what, relationship)), name in zip(files.items(), _own_names(files), strict=True)
    )


def _own_names(files: Iterable[Path]) -> Iterator[str]:
    """Yield the names of files without folders; one that an earlier file has gets a number."""
    seen: set[str] = set()
    for path in files:
        name, number = path.name, 1
        while name in seen:
            number += 1
            name = PurePosixPath(path.name).with_stem(f"{path.stem}-{number}").name
        seen.add(name)
        yield name
