"""Find a citation style and make it ready for the processor."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from io import BytesIO

import citeproc
from lxml import etree

from builder.diagnostics import Span
from builder.resolve.citations.style_extent import find_excess
from builder.resolve.files import FileReader
from builder.resolve.suggest import did_you_mean

_CSL = "{http://purl.org/net/xbiblio/csl}"
_ALIASES = {
    "ama": "american-medical-association",
    "vancouver": "nlm-citation-sequence",
    "vancouver-nlm": "nlm-citation-sequence",
    "vancouver-superscript": "nlm-citation-sequence-superscript",
}


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style.

    Attributes:
        xml: an independent style, without the number of each entry.
        numeric: whether it cites by number.
        superscript: whether its citations are raised, so that they follow the word or its full stop.
        locale: the language that the style asks for, or an empty string.
    """

    xml: bytes
    numeric: bool
    superscript: bool
    locale: str


def bundled_styles() -> dict[str, str]:
    """Return the file name of each style that comes with the package, by every name that it has."""
    folder = resources.files("builder.resolve") / "styles"
    names = {
        file.name.removesuffix(".csl"): file.name for file in folder.iterdir() if file.name.endswith(".csl")
    }
    return {**names, **{alias: names[name] for alias, name in _ALIASES.items()}}


def find_style(reader: FileReader, named: str, span: Span | None) -> Style | None:
    """Return the style of a bundled name, or of a .csl file in the project; None with B514 if there is none."""
    if not named.lower().endswith(".csl"):
        return _bundled(reader, named, span)
    file = reader.read(named, span, "citation style", "B514")
    if file is None:
        return None
    root = _parse(file.data)
    if root is None:
        reader.diagnostics.error("B514", f"'{named}' is not a CSL style", span, help="see citationstyles.org")
        return None
    parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
    if parent is not None:
        return _bundled(reader, str(parent.get("href", "")).rpartition("/")[2], span)
    problem = _problem(root)
    if problem:
        reader.diagnostics.error(
            "B514", f"citation style '{named}' {problem}", span, help="use another style"
        )
        return None
    style = _prepared(root)
    if not _can_be_read(style):
        reader.diagnostics.error(
            "B514", f"citation style '{named}' cannot be read", span, help="use another style"
        )
        return None
    return style


def _can_be_read(style: Style) -> bool:
    """Return whether the processor takes a style; what one from anywhere brings it to raise is no reason to end."""
    try:
        citeproc.CitationStylesStyle(BytesIO(style.xml), locale=style.locale or "en-US", validate=False)
    except Exception:
        return False
    return True


def _bundled(reader: FileReader, named: str, span: Span | None) -> Style | None:
    known = bundled_styles()
    if named not in known:
        otherwise = f"one of {', '.join(sorted(known))}; or the path of a .csl file"
        help = did_you_mean(named, known, otherwise)
        reader.diagnostics.error("B514", f"unknown citation style '{named}'", span, help=help)
        return None
    root = _parse((resources.files("builder.resolve") / "styles" / known[named]).read_bytes())
    if root is None:
        raise ValueError(f"bundled style {named} does not parse")
    return _prepared(root)


def _parse(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if root.tag == f"{_CSL}style" and not _has_document_type(root) else None


def _has_document_type(root: etree._Element) -> bool:
    """Return whether XML entities could be declared, which no style needs."""
    return root.getroottree().docinfo.internalDTD is not None


def _problem(root: etree._Element) -> str:
    if root.get("class") == "note":
        return "cites in footnotes, which the briefing does not have"
    for part in ("citation", "bibliography"):
        if root.find(f"{_CSL}{part}/{_CSL}layout") is None:
            return f"has no {part}"
    return find_excess(root)


def _prepared(root: etree._Element) -> Style:
    numbers = root.findall(f"{_CSL}bibliography/{_CSL}layout//{_CSL}text[@variable='citation-number']")
    for number in numbers:
        parent = number.getparent()
        if parent is not None:
            parent.remove(number)
    layout = root.find(f"{_CSL}citation/{_CSL}layout")
    superscript = layout is not None and any(node.get("vertical-align") == "sup" for node in layout.iter())
    return Style(
        etree.tostring(root, encoding="UTF-8"),
        _cites_numbers(root),
        superscript,
        root.get("default-locale", ""),
    )


def _cites_numbers(root: etree._Element) -> bool:
    macros = {str(macro.get("name")): macro for macro in root.findall(f"{_CSL}macro")}
    waiting, seen = [node for node in [root.find(f"{_CSL}citation/{_CSL}layout")] if node is not None], set()
    while waiting:
        for node in waiting.pop().iter(f"{_CSL}text"):
            if node.get("variable") == "citation-number":
                return True
            name = str(node.get("macro", ""))
            if name in macros and name not in seen:
                seen.add(name)
                waiting.append(macros[name])
    return False
