"""Pages of slides that come with the program, laid out: the samples of the layouts of its themes.

Why: a deck has some 30 layouts, whose placeholders are read from samples, which depend on nothing that authors write;
laying them out takes a sixth of the time of a deck of 24 slides. They are for the versions that the layout depends on
and stay unused where there are others. `make fix` writes them anew.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from builder.layout.boxes import LaidOutPage
from builder.layout.page_codec import decode_page, encode_page
from builder.layout.versions import installed_versions, native_versions

FILE = Path(__file__).with_name("ready_pages.txt")
"""What the pages were laid out on, then of each a line: its key, a space, and the page as JSON."""

LIBRARIES = ("cssselect2", "pyphen", "tinycss2", "tinyhtml5", "weasyprint")


@cache
def platform_versions() -> str:
    """Return what the layout runs on: another version of it, or another machine, may give other pages."""
    installed = installed_versions()
    libraries = (f"{name} {installed.get(name)}" for name in LIBRARIES)
    native = (f"{name} {version}" for name, version in native_versions().items())
    return ", ".join((sys.platform, platform.machine(), *libraries, *native))


def key_of(parts: Iterable[str | bytes]) -> str:
    """Return the key of the page that is laid out of `parts`, on what this is running on."""
    found = hashlib.sha256(platform_versions().encode())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(data) + data)
    return found.hexdigest()[:32]


def find_ready_page(key: str) -> LaidOutPage | None:
    """Return the page with a key; None if it did not come with the program."""
    line = _lines().get(key)
    return decode_page(line) if line is not None else None


@cache
def _lines() -> Mapping[str, bytes]:
    entries = (line.partition(b" ") for line in FILE.read_bytes().splitlines()[1:])
    return {key.decode(): page for key, _, page in entries}


def write_ready_pages(pages: Mapping[str, LaidOutPage]) -> bytes:
    """Return what `FILE` must hold to have `pages` by their keys."""
    lines = (b"%s %s\n" % (key.encode(), encode_page(page)) for key, page in sorted(pages.items()))
    return b"".join((platform_versions().encode(), b"\n", *lines))
