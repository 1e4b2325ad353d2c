"""A hostile project: its files, and what the program must say of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

CONTENT = "content/x.yaml"
FIGURE = "- {{figure: '{}', alt: A figure}}"


@dataclass(frozen=True)
class Case:
    """A project in the folder of the file `content/x.yaml`.

    In texts, `OUTSIDE` stands for the folder of the files that must not be touched, `LISTENER` for the address of the
    listener.

    Attributes:
        codes: of the diagnostics, all of them; none where it builds. exit_code: where there is no diagnostic.
        links: symbolic links, by their path. make: does what files and links cannot.
    """

    name: str
    content: str
    files: Mapping[str, bytes | str] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    links: Mapping[str, str] = field(default_factory=dict)
    make: Callable[[Path], None] | None = None
    exit_code: int = 0

    def write(self, project: Path, outside: Path, listener: str) -> None:
        """Write the project into an empty folder."""

        def fill(text: str) -> str:
            return text.replace("OUTSIDE", str(outside)).replace("LISTENER", listener)

        for name, content in {CONTENT: self.content, **self.files}.items():
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(fill(content).encode() if isinstance(content, str) else content)
        for name, target in self.links.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).symlink_to(fill(target))
        if self.make is not None:
            self.make(project)


def document(*blocks: str, head: str = "") -> str:
    """Return a content file with these blocks, and with the lines of `head` before its sections."""
    body = "\n".join("      " + line for block in blocks for line in block.split("\n"))
    return f"title: A hostile talk\n{head}{chr(10) if head else ''}sections:\n  - title: Methods\n    content:\n{body}\n"


def figure(name: str) -> str:
    return document(FIGURE.format(name))
