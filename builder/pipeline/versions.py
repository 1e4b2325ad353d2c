"""What a build runs on: everything beside its inputs that can change the bytes of its outputs."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import builder
from builder.layout.versions import installed_versions, native_versions

LIBRARIES = (
    "bibtexparser", "brotli", "citeproc-py", "cssselect2", "fonttools", "jinja2", "lxml", "markdown-it-py",
    "markupsafe", "pikepdf", "pillow", "pydantic", "pydyf", "pylatexenc", "pypdfium2", "pyphen", "python-pptx",
    "pyyaml", "resvg-py", "tinycss2", "tinyhtml5", "weasyprint", "xlsxwriter",
)  # fmt: skip
"""Those whose version can change the outputs' bytes, beside Pango and HarfBuzz."""


@cache
def versions() -> dict[str, str]:
    """Return the versions of this program, of Python and of the libraries; `code` is the hash of our own files."""
    installed = installed_versions()
    return {
        "diptych": builder.__version__,
        "code": code_fingerprint(),
        "python": platform.python_version(),
        **native_versions(),
        **{library: installed[library] for library in LIBRARIES if library in installed},
    }


@cache
def code_fingerprint() -> str:
    """Return the SHA-256 of every file of this package but its templates, which count as inputs."""
    package = Path(builder.__file__).parent
    found = hashlib.sha256()
    for path in sorted(_files(str(package))):
        with open(path, "rb") as file:  # noqa: PTH123 # see _entries
            data = file.read()
        found.update(f"{os.path.relpath(path, package)}\0{len(data)}\0".encode().replace(b"\\", b"/"))
        found.update(data)
    return found.hexdigest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in ("__pycache__", "_templates"):
                    yield from _files(entry.path)
            elif not entry.name.endswith(".pyc"):
                yield entry.path
