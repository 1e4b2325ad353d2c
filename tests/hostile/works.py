"""Data, bibliographies and citation styles from strangers."""

from __future__ import annotations

from tests.hostile.case import Case, document
from tests.hostile.texts import aliases

BAD = frozenset({"B511"})
STYLE = (
    '<?xml version="1.0"?>{}<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info>'
    "<title>A</title><id>a</id><updated>2020-01-01T00:00:00Z</updated></info>{}<citation><layout>{}</layout></citation>"
    "<bibliography><layout>{}</layout></bibliography></style>"
)
TITLE = '<text variable="title"/>'
ITEM = '[{{"id": "a", "type": "book", "title": "T", {}}}]'


def bibliography(name: str, file: str, data: str | bytes, codes: frozenset[str] = BAD) -> Case:
    text = document("- text: 'As known [@a].'", head=f"bibliography: {file}")
    return Case(f"works-{name}", text, files={f"content/{file}": data}, codes=codes)


def style(name: str, data: str, codes: frozenset[str] = frozenset({"B514"})) -> Case:
    head = "csl: a.csl\nreferences: [{id: a, type: book, title: T}]"
    return Case(
        f"style-{name}",
        document("- text: 'As known [@a].'", head=head),
        files={"content/a.csl": data},
        codes=codes,
    )


def table(name: str, data: str | bytes, codes: frozenset[str]) -> Case:
    return Case(
        f"data-{name}", document("- table: {data: a.csv}"), files={"content/a.csv": data}, codes=codes
    )


CASES = [
    table("many-rows", "a,b\n" + "1,2\n" * 400_000, frozenset({"B509"})),
    table("many-columns", ",".join(f"c{n}" for n in range(20_000)) + "\n" + "1," * 19_999 + "1\n", frozenset({"B509"})),
    table("ragged", "a,b\n" + "1\n" * 10_000, frozenset({"B505"})),
    table("large-field", 'a,b\n1,"' + "a" * 3_000_000 + '"\n', frozenset({"B116"})),
    table("quotes", 'a,b\n"' + '""' * 1_000_000 + "\n", frozenset({"B504"})),
    table("controls", b"a,b\n1,\x00\x01\n", frozenset({"B102"})),
    bibliography("json-deep", "a.json", "[" * 100_000 + "]" * 100_000, BAD | {"B510"}),
    bibliography("json-number", "a.json", ITEM.format('"volume": ' + "9" * 100_000)),
    bibliography("json-endless-date", "a.json", ITEM.format('"issued": {"date-parts": [[1e999]]}')),
    bibliography("json-huge-date", "a.json", ITEM.format('"issued": {"date-parts": [[' + "9" * 400 + "]]}")),
    bibliography("json-raised-digits", "a.json", ITEM.format('"issued": {"year": "2020", "month": "²"}'), frozenset()),
    bibliography("json-markup", "a.json", ITEM.format('"publisher": "<script>&lt;b&gt;</script>{{ 7*7 }}"'), frozenset()),
    bibliography("json-address", "a.json", ITEM.format('"URL": "javascript:alert(1)"'), frozenset()),
    bibliography("json-file", "a.json", ITEM.format('"URL": "file://OUTSIDE/secret.svg"'), frozenset()),
    bibliography("yaml-aliases", "a.yaml", aliases(9), BAD | {"B510"}),
    bibliography("yaml-aliases-in-name", "a.yaml", aliases(9) + "references: [{id: a, author: [{family: *a8}]}]", BAD | {"B510"}),
    bibliography("yaml-deep", "a.yaml", "[" * 100_000, BAD | {"B510"}),
    bibliography("yaml-tag", "a.yaml", "- !!python/object/apply:os.system [touch OUTSIDE/made]", BAD | {"B510"}),
    bibliography("bibtex-deep", "a.bib", "@book{a, title = {" + "{" * 20_000 + "}" * 20_000 + "}}", BAD | {"B510"}),
    bibliography("bibtex-open", "a.bib", "@book{a, title = {" * 3_000, BAD | {"B510"}),
    bibliography("bibtex-input", "a.bib", r"@book{a, title = {\input{OUTSIDE/secret.svg} \include{OUTSIDE/secret.svg}}}", frozenset({"B514"})),
    bibliography("bibtex-strings", "a.bib", "@string{s0 = {aaaaaaaaaa}}" + "".join(
        f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}" for n in range(1, 12)) + "@book{a, title = s11}", frozenset()),
    bibliography("bibtex-month", "a.bib", "@book{a, title = {T}, year = {2020}, month = {²}}", frozenset()),
    style("entity-file", STYLE.format('<!DOCTYPE s [<!ENTITY a SYSTEM "file://OUTSIDE/secret.csl">]>', "", "&a;", TITLE)),
    style("entity-bomb", STYLE.format('<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "' + "&a;" * 50 + '">]>', "", "&b;", TITLE)),
    style("dtd", STYLE.format('<!DOCTYPE s SYSTEM "http://LISTENER/a.dtd">', "", TITLE, TITLE)),
    style("parent", STYLE.format("", "", TITLE, TITLE).replace(
        "</info>", '<link href="http://LISTENER/secret" rel="independent-parent"/></info>')),
    style("macro-loop", STYLE.format("", '<macro name="m"><text macro="m"/></macro>', '<text macro="m"/>', TITLE)),
    style("macro-bomb", STYLE.format("", "".join(
        f'<macro name="m{n}">{f"""<text macro="m{n - 1}"/>""" * 10 if n else TITLE}</macro>' for n in range(9)),
        '<text macro="m8"/>', TITLE)),
    style("strange-name", STYLE.format("", "", '<text variable="title" text-cas٣e="a"/>', TITLE), frozenset()),
    style("deep", STYLE.format("", "", "<group>" * 200 + "</group>" * 200, TITLE), frozenset({"B514"})),
]  # fmt: skip
