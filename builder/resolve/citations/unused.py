"""Tell of works that nothing cites, in the file that defines them.

A file of which at most half is cited is taken for a library that serves many documents, and is left in peace.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from builder.diagnostics import Diagnostics
from builder.resolve.bibliography.work import Work


def report_unused(
    works: Mapping[str, Work], cited: Collection[str], content_file: str, diagnostics: Diagnostics
) -> None:
    """Warn of each work that is not `cited` (B513), file by file; those in the content file itself always."""
    by_file: dict[str, list[Work]] = {}
    for work in works.values():
        by_file.setdefault(work.span.path, []).append(work)
    for file, defined in by_file.items():
        unused = [work for work in defined if work.key not in cited]
        if file == content_file or len(unused) * 2 < len(defined):
            for work in unused:
                message = f"nothing cites reference '{work.key}'"
                help = f"cite it, remove it, or list it without a citation: nocite: [{work.key}]"
                diagnostics.warning("B513", message, work.span, help=help)
