"""Paths that lead out of the project, or to what is no file."""

from __future__ import annotations

import os
from pathlib import Path

from tests.hostile.case import Case, document, figure

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
OUT = frozenset({"B503"})
WINDOWS = r"C:\Windows\win.ini", r"\\LISTENER\share\figure.svg", "//LISTENER/share/figure.svg"


def fifo(name: str):
    def make(project: Path) -> None:
        os.mkfifo(project / name)

    return make


def sparse(name: str, size: int):
    def make(project: Path) -> None:
        (project / name).touch()
        os.truncate(project / name, size)

    return make


CASES = [
    Case("figure-above", figure("../../outside/secret.svg"), codes=OUT),
    Case("figure-absolute", figure("OUTSIDE/secret.svg"), codes=OUT),
    Case("figure-file-address", figure("file://OUTSIDE/secret.svg"), codes=frozenset({"B501"})),
    Case("figure-web-address", figure("http://LISTENER/secret.svg"), codes=frozenset({"B501"})),
    Case("figure-proc", figure("/proc/self/environ"), codes=OUT),
    Case("figure-device", figure("/dev/zero"), codes=OUT),
    Case("figure-of-root", figure("../.."), codes=OUT),
    Case("figure-long-name", figure("a" * 3000 + ".svg"), codes=frozenset({"B501"})),
    Case("figure-link", figure("in.svg"), links={"content/in.svg": "OUTSIDE/secret.svg"}, codes=OUT),
    Case("figure-link-relative", figure("in.svg"), links={"content/in.svg": "../../outside/secret.svg"}, codes=OUT),
    Case("figure-through-folder-link", figure("f/secret.svg"), links={"content/f": "OUTSIDE"}, codes=OUT),
    Case("figure-link-to-link", figure("a.svg"),
         links={"content/a.svg": "b.svg", "content/b.svg": "OUTSIDE/secret.svg"}, codes=OUT),
    Case("figure-link-loop", figure("a.svg"),
         links={"content/a.svg": "b.svg", "content/b.svg": "a.svg"}, codes=frozenset({"B501"})),
    Case("figure-link-to-proc", figure("a.png"), links={"content/a.png": "/proc/self/mem"}, codes=OUT),
    Case("figure-link-to-device", figure("a.png"), links={"content/a.png": "/dev/urandom"}, codes=OUT),
    Case("figure-up-through-link", figure("f/../secret.svg"), links={"content/f": "OUTSIDE/folder"}, codes=OUT),
    Case("figure-fifo", figure("a.svg"), make=fifo("content/a.svg"), codes=frozenset({"B501"})),
    Case("figure-endless", figure("a.png"), make=sparse("content/a.png", 2**40), codes=frozenset({"B507"})),
    *(Case(f"figure-windows-{number}", figure(name), codes=OUT) for number, name in enumerate(WINDOWS)),
    Case("data-above", document("- table: {data: ../../outside/secret.csv}"), codes=OUT),
    Case("data-link", document("- table: {data: a.csv}"), links={"content/a.csv": "OUTSIDE/secret.csv"}, codes=OUT),
    Case("data-fifo", document("- table: {data: a.csv}"), make=fifo("content/a.csv"), codes=frozenset({"B501"})),
    Case("data-endless", document("- table: {data: a.csv}"), make=sparse("content/a.csv", 2**40),
         codes=frozenset({"B504"})),
    Case("data-windows", document(r"- table: {data: '\\LISTENER\share\a.csv'}"), codes=OUT),
    Case("bibliography-above", document("- text: A", head="bibliography: ../../outside/secret.json"), codes=OUT),
    Case("bibliography-link", document("- text: A", head="bibliography: a.json"),
         links={"content/a.json": "OUTSIDE/secret.json"}, codes=OUT),
    Case("style-above", document("- text: A", head="csl: ../../outside/secret.csl"), codes=OUT),
    Case("theme-above", document("- text: A", head="theme: ../../outside/theme"), codes=frozenset({"B301"})),
    Case("theme-absolute", document("- text: A", head="theme: OUTSIDE/theme"), codes=frozenset({"B301"})),
    Case("theme-link", document("- text: A", head="theme: mine"), links={"templates/mine": "OUTSIDE/theme"},
         codes=frozenset({"B301"})),
    Case("theme-dots", document("- text: A", head="theme: .."), codes=frozenset({"B301"})),
    Case("reference-above", document("- points: [A]", head="deck: {reference: ../../outside/secret.pptx}"), codes=OUT),
    Case("reference-link", document("- points: [A]", head="deck: {reference: a.pptx}"),
         links={"content/a.pptx": "OUTSIDE/secret.pptx"}, codes=OUT),
    Case("reference-fifo", document("- points: [A]", head="deck: {reference: a.pptx}"),
         make=fifo("content/a.pptx"), codes=frozenset({"B501"})),
    Case("link-inside", figure("a.svg"), files={"content/b.svg": SVG}, links={"content/a.svg": "b.svg"}),
]  # fmt: skip
