"""Content files: bombs of YAML and Markdown, links that run or read something, markup for templates and formulas."""

from __future__ import annotations

from tests.hostile.case import Case, document

LINK = frozenset({"B232"})
TOO_MUCH = frozenset({"B111"})
TEMPLATE = "{{ 7 * 7 }}{% include 'OUTSIDE/secret.svg' %}{{ ''.__class__.__mro__[1].__subclasses__() }}"
HTML = '<img src="http://LISTENER/a.png"><script src="http://LISTENER/a.js"></script><link href="http://LISTENER/">'
FORMULAS = ("=HYPERLINK(1)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\\t=1+1")


def aliases(depth: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, depth)]
    return "\n".join(lines) + "\n"


def link(target: str, codes: frozenset[str] = LINK, name: str = "") -> Case:
    text = f"- text: 'See [there]({target}).'\n- points: ['See [there]({target}).']"
    return Case(f"link-{name or target.partition(':')[0].strip().lower()}", document(text), codes=codes)


CASES = [
    Case("yaml-aliases", aliases(9), codes=TOO_MUCH),
    Case("yaml-alias-of-itself", "a: &a [*a]\n", codes=frozenset({"B112"})),
    Case("yaml-deep-flow", "a: " + "[" * 100_000, codes=TOO_MUCH),
    Case("yaml-deep-block", "".join(" " * level + "a:\n" for level in range(900)), codes=TOO_MUCH),
    Case("yaml-tag", "title: !!python/object/apply:os.system [touch OUTSIDE/made]\nsections: []\n",
         codes=frozenset({"B112", "B203", "B212"})),
    Case("yaml-merge", "a: &a {b: c}\nd: {<<: *a}\n", codes=frozenset({"B201", "B202", "B212"})),
    Case("yaml-large", "title: A\nabstract: " + "a " * 4_400_000, codes=TOO_MUCH),
    Case("yaml-many", "title: A\nkeywords: [" + "a," * 250_000 + "]", codes=TOO_MUCH),
    Case("yaml-nulls", "title: A\0B\n", codes=frozenset({"B102"})),
    Case("markdown-emphasis", document("- text: '" + "*a_" * 30_000 + "'"), codes=frozenset({"B116"})),
    Case("markdown-brackets", document("- text: '" + "[" * 60_000 + "'"), codes=frozenset({"B116"})),
    Case("markdown-links", document("- text: '" + "[a](" * 20_000 + "'"), codes=frozenset({"B116"})),
    Case("markdown-quotations", document("- text: '" + ">" * 20_000 + " a'"), codes=frozenset({"B116", "B230"})),
    Case("markdown-lists", document("- text: |\n" + "".join("    " + "  " * n + "- a\n" for n in range(300)))),
    Case("markdown-raised", document("- text: '" + "^a~" * 30_000 + "'"), codes=frozenset({"B116"})),
    Case("markdown-citations", document("- text: '" + "[@a; " * 1_000 + "'"), codes=frozenset({"B206"})),
    Case("sections-deep", "title: A\n" + "".join(
        "  " * n + "sections:\n" + "  " * n + f"- title: S{n}\n" for n in range(18)), codes=frozenset()),
    link("javascript:alert(1)"), link("JaVaScript:alert(1)", name="script-case"), link("vbscript:x"),
    link("file://OUTSIDE/secret.svg"), link("data:text/html,&lt;script&gt;"), link("&#106;avascript:alert(1)", name="entity"),
    link("<java\tscript:alert(1)>", name="tab"), link("//LISTENER/", name="no-scheme"), link("../../etc/passwd", name="path"),
    link("\\\\LISTENER\\share", name="share"), link("ms-word:ofe|u|http://LISTENER/", name="office"),
    Case("link-picture", document("- text: '![a](http://LISTENER/a.png)'"), codes=frozenset({"B231"})),
    Case("markup-template", document(f'- text: "{TEMPLATE}"', f'- points: ["{TEMPLATE}"]')),
    Case("markup-html", document(f"- text: '{HTML}'", f"- points: ['{HTML}']")),
    Case("markup-title", document("- points: [A]").replace("A hostile talk", "'<script>a</script> {{ 7 }}'")),
    Case("formulas", document(
        "- chart: {type: bar, data: {'=1+1': ['" + "', '".join(text.replace("'", "''") for text in FORMULAS)
        + "'], '@n': [1, 2, 3, 4, 5]}, x: '=1+1', y: '@n'}\n  alt: 1 to 5")),
]  # fmt: skip
