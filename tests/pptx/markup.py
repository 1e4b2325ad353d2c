"""Reads parts of a package for tests."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from builder.pptx.names import A, P, R

NAMESPACES = {"a": A, "p": P, "r": R}


@dataclass(frozen=True)
class Relationship:
    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Parts:
    """The members of a package by name, without the leading slash."""

    members: Mapping[str, bytes]

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.members[name])

    def select(self, name: str, path: str) -> list:
        return self.xml(name).xpath(path, namespaces=NAMESPACES)

    def named(self, prefix: str) -> list[str]:
        """Return the parts below a folder, relationships left out, by their number."""
        found = [name for name in self.members if name.startswith(prefix) and "/_rels/" not in name]
        return sorted(found, key=lambda name: (len(name), name))

    def relationships(self, name: str) -> dict[str, Relationship]:
        folder, base = posixpath.split(name)
        source = posixpath.join(folder, "_rels", f"{base}.rels")
        if source not in self.members:
            return {}
        return {
            own.get("Id"): Relationship(
                own.get("Type").rpartition("/")[2],
                own.get("Target")
                if own.get("TargetMode") == "External"
                else posixpath.normpath(posixpath.join(folder, own.get("Target"))),
                own.get("TargetMode") == "External",
            )
            for own in self.xml(source)
        }


def shape_named(root: etree._Element, name: str) -> etree._Element:
    """Return the shape whose non-visual properties have the name."""
    (properties,) = root.xpath(f"//p:cNvPr[@name='{name}']", namespaces=NAMESPACES)
    return properties.getparent().getparent()


def parse(markup: str) -> etree._Element:
    """Return the one element of markup that uses the prefixes of presentations."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    (element,) = etree.fromstring(f"<root {declared}>{markup}</root>")
    return element


def find(element: etree._Element, path: str) -> list:
    return element.xpath(path, namespaces=NAMESPACES)
