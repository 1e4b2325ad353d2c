"""Sound inputs to begin with, and the pieces that mean something to their readers."""

from __future__ import annotations

import functools
import io
from collections.abc import Sequence

from PIL import Image

from tests.conftest import ROOT

HEAD = "title: A talk\nlang: en\n{}\nsections:\n  - title: Methods\n    headline: It was counted twice\n    content:\n"
CITING = HEAD + "      - text: As known [@a, p. 3; @b] and [@c].\n      - points: ['One [@a]', Two]\n"
FIGURE = HEAD.format("") + "      - figure: {}\n        alt: A figure\n        caption: A figure\n"
PLAIN = "      - text: A *short* text.\n      - points: [One, Two]\n"
DOCUMENTS = {
    "yaml": "",
    "markdown": HEAD.format("")
    + '      - text: "TEXT"\n      - points: ["TEXT", Two]\n      - table: {columns: [A, "TEXT"], rows: [["TEXT", B]]}\n',
    "csl-json": CITING.format("bibliography: a.json"),
    "csl-yaml": CITING.format("bibliography: a.yaml"),
    "bibtex": CITING.format("bibliography: a.bib"),
    "csl-style": CITING.format(
        "csl: a.csl\nreferences:\n  - {id: a, type: book, title: T, author: [{family: F, given: G}], issued: 2020}\n"
        "  - {id: b, type: article-journal, title: U, container-title: J, page: 1-9, volume: 3, issued: 2021-02}\n"
        "  - {id: c, type: webpage, title: V, URL: 'https://example.org', accessed: 2022-03-04}"
    ),
    "csv": HEAD.format("")
    + "      - table: {data: a.csv}\n      - chart: {type: bar, data: a.csv, x: a, y: b}\n        alt: Values of b\n",
    "svg": FIGURE.format("a.svg"),
    "image": FIGURE.format("a.png"),
    "deck": HEAD.format("deck: {reference: a.pptx}") + PLAIN,
    "deck-part": HEAD.format("deck: {reference: a.pptx}") + PLAIN,
    "brand": HEAD.format("theme: mine") + PLAIN,
    "template": HEAD.format("theme: mine") + PLAIN,
    "sheet": HEAD.format("theme: mine") + PLAIN,
    "font": HEAD.format("theme: mine") + PLAIN,
}

NUMBERS = [
    b"\x00",
    b"\xff",
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\x7f\xff\xff\xff",
    b"\x80\x00",
    b"\x00\x01",
    b"PK\x05\x06",
]
VALUES = [
    b"-1",
    b"0",
    b"1e999",
    b"nan",
    b"9" * 400,
    b"\xc2\xb2",
    b"\xd9\xa3",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x92\x89",
]
YAML = [
    *b"title: |sections:|content:|text:|points:|table:|columns:|rows:|chart:|figure:|alt:|id:|data:|type: bar|x:|y:|[|]|{|}|,|: |- |'|"
    b'"|#|&a|*a|!!str|~|null|true|60%|2026-11-22|@x|[@a]|---|...|?|%|<<: *a|type: forest|type: kaplan-meier|type: swimmer|only: deck|'
    b"width:|columns: [{width: 50%, content: []}]|notes:|source: [a]|layout: chart|report: {|deck: {|abbreviations:|colspan|rowspan"
    .split(b"|"), b"|", b"\n", b"\n  ", b"\n      ", b"\t", *VALUES,
]  # fmt: skip
MARKDOWN = [
    *b"* ** _ ` ``` ~ ^ [ ]( ) ![ [@a] [-@a,p.3;@b] @fig-a <http://a.b> &amp; &#0; \\ # > - 1. --- | $ :-: <b> http:// {{ {%".split(),
    b"\n", b"\n\n", b"    ", b"  \n", *VALUES,
]  # fmt: skip
JSON = [
    *b'{ } [ ] , : " \\u0000 \\ud800 null true 1e5 "id" "type" "title" "author" "family" "given" "literal" "issued" "date-parts" '
    b'"raw" "season" "page" "DOI" "URL" "volume" "issue" "container-title" "suffix" "circa" "editor" "language"'.split(),
    *VALUES,
]  # fmt: skip
BIBTEX = [
    *b'@book{ @article{ @string{ @comment{ @preamble{ } { , = # " author title year month pages date url and others \\ $ ^ _ \\textit{ '
    b"\\emph{ \\frac{ \\begin{ \\end{ \\verb| \\input{ \\\" ~ % -- crossref eprinttype howpublished".split(),
    *VALUES,
]  # fmt: skip
XML = [
    *b'< > </ /> & &lt; &#0; &#1114112; <!DOCTYPE <!ENTITY <!-- --> <![CDATA[ ]]> <? ?> xmlns="" = " id href type name '
    b'<text <names <date <group <choose> <if <macro <sort> <key macro= variable= prefix= form= delimiter= et-al-min= sz= cx= cy= '
    b'idx= r:id= lvl= val= <a:ext <p:sp> <a:lvl1pPr'.split(),
    *VALUES,
]  # fmt: skip
SVG = [
    *b'<use <image <g <path <text <style> <defs> <pattern <filter <mask <clipPath <linearGradient <marker <tspan <textPath <symbol '
    b"<feGaussianBlur <feTurbulence href=\"#a\" id=\"a\" url(#a) fill= stroke-dasharray= transform=\"matrix(1,0,0,1,0,0)\" "
    b"viewBox=\"0 0 1 1\" width= height= d=\"M0,0 A1,1 0 0 0 9,9z\" font-size= x= preserveAspectRatio= @import var(--a) % em".split(),
    *XML[:16],
    *VALUES,
]  # fmt: skip
JINJA = [
    *b"{{ }} {% %} {# #} |inlines |safe |attr( .__class__ block document loop range( for in if else endif endfor macro endmacro "
    b"include import set with filter raw ' ( ) [ ] . , ~ ** % // not is defined caller() namespace( cycler( joiner( lipsum( dict(".split(),
    *VALUES,
]  # fmt: skip
CSS = [
    *b"{ } ; : ! ( ) [ ] , @page @media @import @font-face url( var(--a) calc( attr( counter( target-counter( leader( element( "
    b"running( position: display: flex grid columns: float: footnote width: 9e9px -1px 0 % content: ::before :nth-child( transform: "
    b"background: image-set( linear-gradient( size: margin: break-before: page: string-set: bookmark-level: hyphens: auto".split(),
    *VALUES,
]  # fmt: skip
CSV = [b",", b";", b"\t", b'"', b'""', b"\n", b"\r\n", b"a,b\n", b"%", b"=1+1", b"-", b"1.5", b"1,5", *VALUES]


def contents() -> Sequence[bytes]:
    cases = (ROOT / "tests" / "content" / "cases").glob("*.yaml")
    whole = [ROOT / "tests/content/full/content/full.yaml", ROOT / "builder/cli/new/starter/content.yaml"]
    return [path.read_bytes() for path in [*sorted(cases), *whole]]


def markdown() -> Sequence[bytes]:
    return [
        b"A *short* **text** with `code`, H~2~O, x^2^, [a link](https://example.org) and @fig-a.",
        b"Two paragraphs [@a, p. 3; @b].\n\n- one\n- two\n  - three\n\n1. four",
        b"# Heading\n\n> quotation\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n",
    ]


def csl_json() -> Sequence[bytes]:
    return [
        b'[{"id": "a", "type": "article-journal", "title": "T <i>x</i>", "author": [{"family": "F", "given": "G H"}, '
        b'{"literal": "Group"}], "issued": {"date-parts": [[2020, 3, 4]]}, "container-title": "J", "volume": "3", "page": "1-9", '
        b'"DOI": "10.1/a"}, {"id": "b", "type": "book", "title": "U", "issued": {"raw": "2021"}, "editor": [{"family": "E", '
        b'"non-dropping-particle": "van", "suffix": "Jr"}], "publisher": "P", "edition": 2}, {"id": "c", "type": "webpage", '
        b'"title": "V", "URL": "https://example.org", "accessed": {"date-parts": [["2022", "1"]], "season": 1}}]',
        (ROOT / "tests/readme/references.json").read_bytes()
        if (ROOT / "tests/readme/references.json").exists()
        else b"[]",
    ]


def csl_yaml() -> Sequence[bytes]:
    return [
        b"references:\n- id: a\n  type: article-journal\n  title: T\n  author:\n  - family: F\n    given: G\n  issued: 2020-03-04\n"
        b"- id: b\n  type: book\n  title: U\n  issued: {date-parts: [[2021]]}\n- {id: c, type: webpage, title: V, URL: http://a.b}\n",
        b"- &x {id: a, title: A}\n- {id: b, title: B, author: [{literal: *x}]}\n",
    ]


def bibtex() -> Sequence[bytes]:
    return [
        b'@string{j = {Journal}}\n@article{a, author = {F, G and {The Group} and others}, title = {A {CAR}-NK \\textit{x} $x^2$}, '
        b"journal = j, year = 2020, month = mar, pages = {1--9}, doi = {10.1/a}}\n@book{b, title = \"U\" # \" V\", date = {2021-02-03}, "
        b"editor = {von E, Jr, F}, publisher = {P\\\"a}}\n@misc{c, howpublished = {\\url{http://a.b}}, urldate = {2022-01-02}}\n",
    ]  # fmt: skip


def styles() -> Sequence[bytes]:
    folder = ROOT / "builder" / "resolve" / "styles"
    return sorted((path.read_bytes() for path in folder.glob("*.csl")), key=len)[:4]


def csv() -> Sequence[bytes]:
    return [b"a,b\nx,1\ny,2\nz,3.5\n", b'a;b\n"x; y";1\n"a ""b""";-2\n', b"a\tb\n=1+1\t60%\n@a\t\n"]


def svg() -> Sequence[bytes]:
    return [
        *(path.read_bytes() for path in sorted((ROOT / "content").rglob("*.svg"))),
        *(path.read_bytes() for path in sorted((ROOT / "tests" / "content" / "full").rglob("*.svg"))),
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/>'
        b'<stop offset="1"/></linearGradient><pattern id="p" width="4" height="4"><circle r="1"/></pattern><filter id="f">'
        b'<feGaussianBlur stdDeviation="2"/></filter><clipPath id="c"><rect width="9" height="9"/></clipPath><mask id="m">'
        b'<path d="M0 0h9"/></mask><marker id="k"><path d="M0 0L1 1"/></marker><symbol id="s"><text>T</text></symbol></defs>'
        b'<g fill="url(#g)" filter="url(#f)" clip-path="url(#c)" transform="rotate(9) scale(2)"><use href="#s" x="3"/>'
        b'<rect width="50%" height="2em" rx="3" mask="url(#m)" stroke="blue" stroke-dasharray="1 2"/></g><path id="a" marker-end="url(#k)" '
        b'd="M1,1 C2 2 3 3 4 4 S5 5 6 6 Q7 7 8 8 T9 9 A1 1 0 0 1 9 9 H3 V4z"/><text font-size="3"><textPath href="#a">Path</textPath>'
        b'<tspan dy="1" style="fill:red">x</tspan></text><polygon points="0,0 1,1 2,0"/><style>text{fill:url(#p)}</style></svg>',
    ]  # fmt: skip


def images() -> Sequence[bytes]:
    found = []
    for kind, mode in (
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("JPEG", "RGB"),
        ("JPEG", "CMYK"),
        ("WEBP", "RGBA"),
        ("PNG", "I;16"),
    ):
        target = io.BytesIO()
        Image.new(mode, (8, 6)).save(target, kind)
        found.append(target.getvalue())
    return found


@functools.cache
def deck() -> bytes:
    from tests.pptx.reference.decks import saved, wide

    return saved(wide())


def brand() -> Sequence[bytes]:
    return [(ROOT / "templates/clinical/_brand.yml").read_bytes()]


def templates() -> Sequence[bytes]:
    folder = ROOT / "templates" / "clinical"
    return [path.read_bytes() for path in sorted((folder / "report" / "blocks").glob("*.j2"))]


def sheets() -> Sequence[bytes]:
    css = (ROOT / "templates/clinical/report/report.css").read_bytes()
    return [css, css[: len(css) // 8]]


@functools.cache
def fonts() -> Sequence[bytes]:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    found = []
    for name in ("Carlito-Regular.ttf", "LiberationMono-Regular.ttf"):
        with TTFont(ROOT / "templates/clinical/fonts" / name) as font:
            subsetter = subset.Subsetter()
            subsetter.populate(text="A short text. One Two Methods It was counted twice 0123456789")
            subsetter.subset(font)
            target = io.BytesIO()
            font.save(target)
            found.append(target.getvalue())
    return found
