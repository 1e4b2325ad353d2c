"""The registry of diagnostic codes, and the page that explains each.

Codes follow the stages: B1xx YAML, B2xx schema and references, B3xx theme, B4xx templates, B5xx assets, data and
citations, B6xx fit, B7xx PDF, B8xx PPTX, B9xx internal. A code is permanent: it is never reused for another fault.
"""

from __future__ import annotations

from importlib.resources import files

CODES: dict[str, str] = {
    "B101": "file is not UTF-8 text",
    "B102": "character that YAML does not allow",
    "B103": "tab used for indentation",
    "B104": "value starts with a character that YAML reserves",
    "B105": "unquoted colon",
    "B106": "quote or bracket that is never closed",
    "B107": "wrong indentation",
    "B108": "line without a colon",
    "B109": "YAML syntax error",
    "B110": "key written twice",
    "B111": "file too large, too deep or too often repeated",
    "B112": "alias, tag or document marker that cannot be used",
    "B113": "file without content",
    "B114": "key that is not text",
    "B115": "text taken as a comment",
    "B201": "unknown key",
    "B202": "missing key or value",
    "B203": "wrong type",
    "B204": "value not allowed",
    "B205": "not a date",
    "B206": "cross-reference to unknown label",
    "B207": "id used twice",
    "B208": "not an id",
    "B209": "block without a kind",
    "B210": "block with two kinds",
    "B211": "missing alternative text",
    "B212": "empty list",
    "B213": "not a language tag",
    "B214": "key given twice, inside and beside its block",
    "B215": "block where it cannot stand",
    "B220": "table row of the wrong length",
    "B221": "table without columns or rows",
    "B222": "unknown column",
    "B223": "not a number",
    "B224": "columns of different length",
    "B225": "chart keys that do not go together",
    "B226": "widths above 100 %",
    "B227": "highlighted value not in the data",
    "B228": "interval that does not hold its value",
    "B230": "block markup inside text",
    "B231": "picture inside text",
    "B232": "link target not allowed",
    "B233": "malformed citation",
    "B234": "survival off its scale",
    "B235": "times that do not rise",
    "B236": "survival that rises",
    "B237": "number at risk that cannot be shown",
    "B238": "patient without a row of their own",
    "B301": "theme not found",
    "B302": "theme file is wrong",
    "B303": "character that the theme's fonts lack",
    "B401": "template error",
    "B402": "style sheet warning",
    "B501": "file not found",
    "B502": "figure cannot be read",
    "B503": "path outside the project",
    "B504": "data file cannot be read",
    "B505": "data row of the wrong length",
    "B506": "data column without a name of its own",
    "B510": "citation of an unknown work",
    "B511": "bibliography missing or unreadable",
    "B512": "reference id used twice",
    "B513": "reference that nothing cites",
    "B514": "citation style not found",
    "B515": "malformed DOI, PMID or trial number",
    "B516": "two references with the same DOI or PMID",
    "B520": "value outside the chart's range",
    "B521": "value that no slice can show",
    "B540": "abbreviation that nothing uses",
    "B541": "two abbreviations for the same",
    "B601": "text does not fit its slide",
    "B602": "block taller than the slide",
    "B603": "text leaves the page",
    "B604": "unknown deck layout",
    "B605": "chart too crowded",
    "B606": "something leaves the slide",
    "B610": "text of low contrast",
    "B701": "missing from the PDF",
    "B801": "missing from the deck",
    "B901": "internal error",
}


def find_page(code: str) -> str | None:
    """Return the page on `code` (any case) as Markdown, or None if there is no such code."""
    code = code.upper()
    if code not in CODES:
        return None
    return (files("builder.diagnostics") / "pages" / f"{code}.md").read_text(encoding="utf-8")
