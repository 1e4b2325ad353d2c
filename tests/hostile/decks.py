"""Reference decks from strangers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from tests.hostile.case import Case, document
from tests.pptx.reference.decks import changed, saved, wide

BAD = frozenset({"B310"})
TOO_LARGE = frozenset({"B311"})
TOLD = frozenset({"B312"})
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
RELATIONS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
EXTERNAL = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}" TargetMode="External"/></Relationships>'
)


def deck(name: str, data: Callable[[], bytes], codes: frozenset[str]) -> Case:
    def make(project):
        (project / "content" / "a.pptx").write_bytes(data())

    text = document("- points: [One, Two]", head="deck: {reference: a.pptx}")
    return Case(f"deck-{name}", text, make=make, codes=codes)


def with_member(member: str, change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: changed(saved(wide()), member, change)


def related(kind: str, target: str) -> Callable[[], bytes]:
    return with_member(
        RELATIONS, lambda xml: xml.replace(b"</Relationships>", EXTERNAL.format(kind, target).encode())
    )


def bomb() -> bytes:
    return changed(saved(wide()), "ppt/media/image1.png", lambda _: b"\0" * (300 * 2**20))


def many() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"ppt/a{number}.xml", b"")
    return file.getvalue()


def lying() -> bytes:
    """A part that says it is small."""
    data = bytearray(changed(saved(wide()), "ppt/media/a.bin", lambda _: b"\0" * 2**20))
    at = data.rfind(b"ppt/media/a.bin") - 46
    data[at + 24 : at + 28] = (9).to_bytes(4, "little")
    return bytes(data)


CASES = [
    deck("bomb", bomb, TOO_LARGE),
    deck("xml-bomb", with_member(LAYOUT, lambda xml: xml + b" " * (17 * 2**20)), TOO_LARGE),
    deck("many-parts", many, TOO_LARGE),
    deck("lying-size", lying, BAD),
    deck("entities", with_member(LAYOUT, lambda xml: xml.replace(
        b"<p:sldLayout", b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><p:sldLayout', 1)), BAD),
    deck("entity-bomb", with_member("ppt/theme/theme1.xml", lambda xml: xml.replace(
        b"<a:theme", b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><a:theme', 1)), BAD),
    deck("deep-xml", with_member(LAYOUT, lambda xml: xml.replace(b"<p:spTree>", b"<p:spTree>" + b"<p:grpSp>" * 5000)), BAD),
    deck("picture-web", related("image", "http://127.0.0.1:9/a.png"), TOLD),
    deck("picture-share", related("image", r"file:///\\127.0.0.1\share\a.png"), TOLD),
    deck("link-file", related("hyperlink", "file:///etc/passwd"), TOLD),
    deck("link-script", related("hyperlink", "javascript:alert(1)"), TOLD),
    deck("frame", related("frame", "http://127.0.0.1:9/"), TOLD),
    deck("names-above", with_member("../../evil.xml", lambda _: b"<a/>"), frozenset()),
    deck("relation-above", with_member(RELATIONS, lambda xml: xml.replace(
        b"../slideMasters/slideMaster1.xml", b"../../../../../etc/passwd")), frozenset()),
    deck("loop", with_member("ppt/slideMasters/_rels/slideMaster1.xml.rels", lambda xml: xml.replace(
        b"../theme/theme1.xml", b"../slideMasters/slideMaster1.xml")), BAD),
    deck("text", lambda: b"PK\x03\x04 not a presentation", BAD),
    deck("empty", lambda: b"", BAD),
    deck("cut", lambda: saved(wide())[:9000], BAD),
    deck("size", with_member("ppt/presentation.xml", lambda xml: xml.replace(b'cx="12191695"', b'cx="999999999999"')), BAD),
]  # fmt: skip
