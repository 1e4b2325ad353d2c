"""Check that an SVG is self-contained and inert, and find its natural size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from builder.resolve.pictures.faults import UnusableSvg
from builder.resolve.pictures.svg_extent import check_extent
from builder.resolve.pictures.svg_size import natural_size

_SVG = "http://www.w3.org/2000/svg"
_ACTIVE = {"script", "handler", "listener"}
_FOREIGN = {"foreignObject", "iframe", "object", "embed", "audio", "video"}
_ANIMATION = {"animate", "set", "animateTransform", "animateMotion"}
_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)""")
_SAFE_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))""", re.IGNORECASE)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(\S))")  # CSS Syntax 3, 4.3.7
_CSS_IMPORT = re.compile(r"@import\b", re.IGNORECASE)


def check_svg(data: bytes) -> tuple[float, float]:
    """Return the natural width and height, in CSS pixels, of an SVG that refers to nothing outside itself.

    Raises:
        UnusableSvg: it is not well-formed SVG, has no size, runs scripts, or refers to other files.
        TooMuchToDraw: it goes beyond a limit.
    """
    root = _parse(data)
    for problem in _problems(root):
        raise UnusableSvg(problem)
    width, height = natural_size(root)
    check_extent(root, width, height)
    return width, height


def _parse(data: bytes) -> etree._Element:
    """Return the root of an SVG.

    Why UTF-8 alone: other readers take other encodings for what they are or not, and would see another picture.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="UTF-8"
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise UnusableSvg("is not well-formed XML" + (f", line {line}" if line else "")) from None
    if root.tag not in (f"{{{_SVG}}}svg", "svg"):
        raise UnusableSvg("is not an SVG picture")
    if root.tag == "svg":
        raise UnusableSvg(f'lacks xmlns="{_SVG}" on its first element')
    declared = _ENCODING.match(data)
    if declared and declared[1].upper() not in (b"UTF-8", b"US-ASCII"):
        raise UnusableSvg(f"is of the encoding {declared[1].decode()}: save it as UTF-8")
    return root


def _problems(root: etree._Element) -> Iterator[str]:
    if re.search(r"<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)", _before_root(root)):
        yield "defines XML entities or attributes"
    for node in (*root.itersiblings(preceding=True), *root.iter()):
        line = f", line {node.sourceline}"
        if isinstance(node, etree._Entity):
            yield f"uses the XML entity '{node.text}'{line}"
        elif isinstance(node, etree._ProcessingInstruction):
            if node.target == "xml-stylesheet":
                yield f"refers to a style sheet outside itself{line}"
        elif isinstance(node.tag, str):
            yield from (f"{problem}{line}" for problem in _element_problems(node))


def _before_root(root: etree._Element) -> str:
    """Return what stands before the first element, its document type among it."""
    return str(etree.tostring(root.getroottree(), with_tail=False, encoding="unicode")).split("<svg", 1)[0]


def _element_problems(node: etree._Element) -> Iterator[str]:
    name = etree.QName(node).localname
    if name in _ACTIVE:
        yield "contains a script"
    if name in _FOREIGN:
        yield f"contains <{name}>, which is not drawing"
    if name in _ANIMATION and str(node.get("attributeName")).rpartition(":")[2].casefold() == "href":
        yield f"changes a link by <{name}>"
    if name == "style" and _reaches_out("".join(map(str, node.itertext()))):
        yield "refers to a file outside itself in its style"
    for attribute, value in node.attrib.items():
        local = etree.QName(attribute).localname.casefold()
        text = str(value)
        if local.startswith("on"):
            yield f"contains a script in '{local}'"
        elif local in ("href", "src") and not _allowed_reference(name, text):
            yield f"refers to '{text[:60]}' outside itself"
        elif _reaches_out(text):
            yield f"refers to a file outside itself in '{local}'"


def _reaches_out(css: str) -> bool:
    if "\\" in css and _reaches_out(_CSS_ESCAPE.sub(_unescaped, css)):
        return True
    references = ("".join(match.groups("")).strip() for match in _CSS_URL.finditer(css))
    inside = all(reference.startswith("#") or _SAFE_DATA.match(reference) for reference in references)
    return not inside or _CSS_IMPORT.search(css) is not None


def _unescaped(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else 0
    return match[2] or (chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd")


def _allowed_reference(element: str, reference: str) -> bool:
    reference = reference.strip()
    if not reference or reference.startswith("#"):
        return True
    if element == "a":
        return reference.startswith(("https://", "http://", "mailto:"))
    return element in ("image", "feImage") and _SAFE_DATA.match(reference) is not None
