"""The files of figures as addresses that hold them."""

from __future__ import annotations

import base64

from lxml import etree

from builder.model.resolved import Picture
from builder.store import Store
from builder.theme.theme import Theme
from builder.web.fonts import faces_named

SVG = "image/svg+xml"


def data_address(picture: Picture, theme: Theme, store: Store | None) -> str:
    """Return a picture's bytes as a `data:` address; SVG with the fonts of the theme that it names.

    Why: a drawing inside `img` sees no font of the page, so its text would be set in another one and leave its box.
    """
    data = _with_fonts(picture.data, theme, store) if picture.media_type == SVG else picture.data
    return f"data:{picture.media_type};base64,{base64.b64encode(data).decode()}"


def _with_fonts(svg: bytes, theme: Theme, store: Store | None) -> bytes:
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
    text = "".join(map(str, root.itertext()))
    families = {name for face in (theme.body, theme.headings, theme.monospace) for name in face.families}
    named = sorted(family for family in families if family.encode() in svg)
    faces = "".join(faces_named(theme, family, text, store) for family in named)
    if not faces:
        return svg
    style = etree.Element("{http://www.w3.org/2000/svg}style")
    style.text = faces
    root.insert(0, style)
    return etree.tostring(root)
