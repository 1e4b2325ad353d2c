"""Themes from strangers: templates that run, style sheets that fetch, fonts that are none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT
from tests.hostile.case import Case, document

CLINICAL = ROOT / "templates" / "clinical"
TEXT = document("- text: A short text.", "- points: [One, Two]", head="theme: mine")
TEMPLATE = frozenset({"B401"})
TOO_MUCH = frozenset({"B403"})
SHEET = frozenset({"B402"})
FONT = "fonts/Carlito-Regular.ttf"


def theme(change: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return what copies the theme `clinical` and changes the copy."""

    def make(project: Path) -> None:
        copy = project / "templates" / "mine"
        shutil.copytree(CLINICAL, copy)
        change(copy)

    return make


def put(name: str, data: bytes) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).write_bytes(data)

    return change


def template(name: str, text: str, codes: frozenset[str] = TEMPLATE) -> Case:
    """Return the case of a theme whose template of text, in the briefing, is `text`."""
    return Case(
        f"template-{name}", TEXT, make=theme(put("report/blocks/text.html.j2", text.encode())), codes=codes
    )


def sheet(name: str, rule: str, codes: frozenset[str] = SHEET) -> Case:
    css = (CLINICAL / "report" / "report.css").read_bytes() + rule.encode()
    return Case(f"sheet-{name}", TEXT, make=theme(put("report/report.css", css)), codes=codes)


def font(name: str, data: bytes, codes: frozenset[str] = frozenset({"B304"})) -> Case:
    return Case(f"font-{name}", TEXT, make=theme(put(FONT, data)), codes=codes)


def brand(name: str, text: str | bytes, codes: frozenset[str] = frozenset({"B302"})) -> Case:
    data = text if isinstance(text, bytes) else text.encode()
    return Case(f"brand-{name}", TEXT, make=theme(put("_brand.yml", data)), codes=codes)


OWN_TEXT = (CLINICAL / "report/blocks/text.html.j2").read_text("utf-8")
OWN = (CLINICAL / "_brand.yml").read_text("utf-8")
REAL = (CLINICAL / FONT).read_bytes()
CASES = [
    template("class", "{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    template("globals", "{{ cycler.__init__.__globals__.os.system('touch x') }}"),
    template("attr", "{{ block|attr('__class__') }}"),
    template("format", "{{ '{0.__class__.__init__.__globals__}'.format(block) }}"),
    template("format-map", "{{ '{a.__class__}'.format_map({'a': block}) }}"),
    template("include", "{% include '../../../../outside/secret.svg' %}"),
    template("include-absolute", "{% include '/etc/passwd' %}"),
    template("import", "{% import 'os' as os %}{{ os.system('true') }}"),
    template("unsafe-method", "{{ document.sections.append(1) }}"),
    template("unescaped", OWN_TEXT + "{% autoescape false %}{{ '<b>' }}{% endautoescape %}", frozenset()),
    template("division", "{{ 1 / 0 }}"),
    template("types", "{{ 1 + 'a' }}"),
    template("range", "{% for n in range(10 ** 9) %}x{% endfor %}"),
    template("power", "{{ (9 ** 9) ** (9 ** 9) }}"),
    template("repeat", "{{ ('a' * 999999999) * 99 }}", TOO_MUCH),
    template("loop", "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}"
             "{% endfor %}{% endfor %}", TOO_MUCH),
    template("grow", "{% for a in range(9999) %}{% for b in range(9999) %}aaaaaaaaaaaaaaaaaaaaaaaa{% endfor %}{% endfor %}",
             TOO_MUCH),
    template("itself", "{% include 'report/blocks/text.html.j2' %}"),
    template("macro-itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    template("center", "{{ 'a'.center(10 ** 10) }}"),
    template("width", "{{ '%999999999d' % 1 }}", TOO_MUCH),
    template("image", OWN_TEXT + "<img src='http://LISTENER/a.png'><img src='file:///etc/passwd'>", frozenset({"B402"})),
    template("links", OWN_TEXT + "<link rel=stylesheet href='http://127.0.0.1/a.css'><link rel=attachment href='file:///etc/passwd'>",
             frozenset({"B402"})),
    template("script", OWN_TEXT + "<script>alert(1)</script><iframe src='file:///etc/passwd'></iframe>", frozenset()),
    template("object", OWN_TEXT + "<object data='file:///etc/passwd'></object><embed src='file:///etc/passwd'>",
             frozenset({"B402"})),
    Case("template-bytes", TEXT, make=theme(put("report/blocks/text.html.j2", b"\xff\xfe\x00")), codes=frozenset({"B404"})),
    Case("template-link", TEXT, codes=frozenset(), make=theme(lambda folder: (
        (folder / "report/blocks/text.html.j2").unlink(),
        (folder / "report/blocks/text.html.j2").symlink_to(folder.parents[2] / "outside/secret.svg"))[0])),
    sheet("import", "@import url(file:///etc/passwd); @import 'http://127.0.0.1/a.css';"),
    sheet("picture", "body { background: url(file:///etc/passwd) }"),
    sheet("picture-list", "ul { list-style-image: url(http://127.0.0.1:9/a.png) }"),
    sheet("content", "p::before { content: url('file:///etc/passwd') }"),
    sheet("font-face", "@font-face { font-family: evil; src: url(file:///etc/passwd), local('Arial') }"),
    sheet("attachment", "@page { @top-left { content: url(file:///etc/passwd) } }", frozenset()),
    sheet("drawing", "body { background: url(\"data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'"
          " width='9' height='9'><image href='file:///etc/passwd'/></svg>\") }"),
    sheet("variables", ":root { --a0: aaaaaaaaaa; " + " ".join(
        f"--a{n}: {f'var(--a{n - 1}) ' * 10};" for n in range(1, 9)) + " } body { font-family: var(--a8) }", frozenset({"B405"})),
    Case("sheet-bytes", TEXT, make=theme(put("report/report.css", b"\xff\xfe\x00")), codes=frozenset({"B404"})),
    Case("sheet-deep", TEXT, make=theme(put("report/report.css", b"a{" * 5000)), codes=frozenset({"B405"})),
    font("empty", b""),
    font("text", b"not a font"),
    font("cut", REAL[: len(REAL) // 2]),
    font("head-only", REAL[:12]),
    font("shuffled", REAL[:400] + REAL[400:][::-1]),
    font("zeros", REAL[:1200] + b"\0" * (len(REAL) - 1200)),
    font("woff-bomb", b"wOFF" + b"\xff" * 4000),
    brand("empty", ""),
    brand("deep", "a: " + "[" * 100_000),
    brand("aliases", "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))),
    brand("tag", "!!python/object/apply:os.system [touch x]"),
    brand("bytes", b"\xff\xfe\x00", frozenset({"B404"})),
    brand("font-above", OWN.replace("fonts/Carlito-Regular.ttf", "../../../outside/font.ttf")),
    brand("font-absolute", OWN.replace("fonts/Carlito-Regular.ttf", "/etc/passwd")),
    brand("font-web", OWN.replace("fonts/Carlito-Regular.ttf", "http://127.0.0.1/a.ttf")),
    brand("colour", OWN.replace("1B2A33", "red; } body { background: url(http://127.0.0.1/)")),
    brand("family", OWN.replace("family: Carlito", "family: \"a'; } @import 'file:///etc/passwd';\"")),
]  # fmt: skip
