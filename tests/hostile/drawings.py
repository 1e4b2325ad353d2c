"""SVG figures that run, fetch or read something, or grow without end."""

from __future__ import annotations

import base64

from tests.hostile.case import Case, figure

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
REFUSED = frozenset({"B502"})
TOO_MUCH = frozenset({"B508"})


def drawing(inside: str, before: str = "", size: str = 'width="9" height="9"') -> str:
    return f"{before}{HEAD} {size}>{inside}</svg>"


def case(name: str, svg: str | bytes, codes: frozenset[str] = REFUSED) -> Case:
    return Case(f"svg-{name}", figure("a.svg"), files={"content/a.svg": svg}, codes=codes)


def doubling(depth: int) -> str:
    """Return groups of which each uses the one before ten times."""
    groups = ['<g id="g0"><path d="M0 0h1v1z"/></g>']
    groups += [
        f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>" for level in range(1, depth)
    ]
    return "<defs>" + "".join(groups) + f'</defs><use href="#g{depth - 1}"/>'


def picture(data: bytes, kind: str = "png") -> str:
    return f'<image width="9" height="9" href="data:image/{kind};base64,{base64.b64encode(data).decode()}"/>'


ENTITIES = "<!DOCTYPE svg [" + '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip

CASES = [
    case("script", drawing("<script>alert(1)</script>")),
    case("handler", drawing('<path d="M0 0h9v9z" onload="alert(1)"/>')),
    case("script-link", drawing('<a href="javascript:alert(1)"><path d="M0 0h9v9z"/></a>')),
    case("script-link-spaced", drawing('<a href=" java&#10;script:alert(1)"><path d="M0 0h9v9z"/></a>')),
    case("animated-link", drawing('<a><animate attributeName="href" values="javascript:alert(1)"/></a>')),
    case("foreign", drawing('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://LISTENER/"/>'
                            "</foreignObject>")),
    case("image-file", drawing('<image href="file://OUTSIDE/secret.png" width="9" height="9"/>')),
    case("image-path", drawing('<image href="OUTSIDE/secret.png" width="9" height="9"/>')),
    case("image-above", drawing('<image xlink:href="../../outside/secret.png" width="9" height="9"/>')),
    case("image-web", drawing('<image xlink:href="http://LISTENER/a.png" width="9" height="9"/>')),
    case("image-base", f'{HEAD} xml:base="file://OUTSIDE/" width="9" height="9"><image href="secret.png"/></svg>'),
    case("image-svg", drawing('<image width="9" height="9" href="data:image/svg+xml;utf8,&lt;svg/&gt;"/>')),
    case("use-file", drawing('<use href="file://OUTSIDE/secret.svg#a"/>')),
    case("style-import", drawing("<style>@import 'http://LISTENER/a.css';</style>")),
    case("style-import-escaped", drawing(r"<style>@\69mport 'file://OUTSIDE/style.css';</style>")),
    case("style-url", drawing("<style>path{fill:url(file://OUTSIDE/secret.svg#a)}</style>")),
    case("style-url-escaped", drawing(r"<style>path{fill:u\72l(file://OUTSIDE/secret.svg#a)}</style>")),
    case("style-url-comment", drawing("<style>path{fill:url/**/(http://LISTENER/)}</style><path d='M0 0h9v9z'/>"), frozenset()),
    case("style-font", drawing("<style>@font-face{font-family:a;src:url(http://LISTENER/a.ttf)}</style>")),
    case("attribute-url", drawing('<path d="M0 0h9v9z" fill="url(http://LISTENER/a.svg#a)"/>')),
    case("filter-image", drawing('<filter id="f"><feImage href="file://OUTSIDE/secret.png"/></filter>'
                                 '<path d="M0 0h9v9z" filter="url(#f)"/>')),
    case("style-sheet", drawing("", '<?xml-stylesheet href="http://LISTENER/a.css"?>')),
    case("entity-file", drawing("<text>&a;</text>", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file://OUTSIDE/secret.svg">]>')),
    case("entity-web", drawing("", '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://LISTENER/a.dtd"> %a;]>')),
    case("entity-bomb", drawing("<text>&i;</text>", ENTITIES)),
    case("dtd-file", drawing('<path d="M0 0h9v9z"/>', '<!DOCTYPE svg SYSTEM "file://OUTSIDE/secret.dtd">'), frozenset()),
    case("attribute-default", drawing(
        "<image/>", '<!DOCTYPE svg [<!ATTLIST image href CDATA "file://OUTSIDE/secret.png">]>')),
    case("include", drawing('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://OUTSIDE/secret.svg"/>')),
    case("encoding-utf7", '<?xml version="1.0" encoding="UTF-7"?>' + drawing("+ADw-script/+AD4-")),
    case("encoding-utf16", ('<?xml version="1.0" encoding="UTF-16"?>' + drawing("")).encode("utf-16")),
    case("use-bomb", drawing(doubling(9)), TOO_MUCH),
    case("use-loop", drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), TOO_MUCH),
    case("use-itself", drawing('<g id="a"><use href="#a"/></g>'), TOO_MUCH),
    case("pattern-loop", drawing(
        '<pattern id="p" width="1" height="1"><path d="M0 0h1v1z" fill="url(#p)"/></pattern>'
        '<path d="M0 0h9v9z" fill="url(#p)"/>'), TOO_MUCH),
    case("many-elements", drawing('<path d="M0 0h1v1z"/>' * 120_000), TOO_MUCH),
    case("deep", drawing("<g>" * 240 + "</g>" * 240), TOO_MUCH),
    case("too-deep", drawing("<g>" * 5000 + "</g>" * 5000)),
    case("huge-size", drawing("", size='width="1e300" height="1e300"'), TOO_MUCH),
    case("endless-size", drawing("", size='width="1e999" height="9"'), TOO_MUCH),
    case("huge-box", drawing("", size='viewBox="0 0 1e38 1"'), TOO_MUCH),
    case("thin-box", drawing("", size='viewBox="0 0 1 1e9"'), TOO_MUCH),
    case("dash-bomb", drawing(
        '<path d="M0 0H1000000" stroke="red" stroke-dasharray="0.0001"/>', size='viewBox="0 0 1000000 9"'), TOO_MUCH),
    case("filter-bomb", drawing(
        '<filter id="f" x="-1000" y="-1000" width="2000" height="2000"><feTurbulence numOctaves="9999"'
        ' baseFrequency="0.1"/></filter>' + '<path d="M0 0h9v9z" filter="url(#f)"/>' * 50), TOO_MUCH),
    case("gzip", b"\x1f\x8b\x08\x00" + b"\0" * 40),
    case("no-xml", b"\x89PNG\r\n\x1a\n"),
    case("empty", b""),
]  # fmt: skip
