"""The tag tree of a PDF as plain objects, read once, changed, and written back where it was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf

from builder.layout.tags import ANONYMOUS, SOURCE

SOURCE_KEY, ANONYMOUS_KEY = f"/{SOURCE}", f"/{ANONYMOUS}"


@dataclass(eq=False, slots=True)
class Element:
    """A structure element (ISO 32000-1, 14.7.2).

    Attributes:
        tag: its type without the slash, such as `H1`.
        kids: elements; numbers of marked content; references to content of other pages (MCR) and to annotations
            (OBJR), as they are in the file.
        source: the number of the HTML element that it is of, 0 for none.
        anonymous: whether it is a box that CSS puts inside of that.
    """

    object: pikepdf.Object
    tag: str
    source: int = 0
    anonymous: bool = False
    parent: Element | None = None
    kids: list[Element | pikepdf.Object | int] = field(default_factory=list)
    changed: bool = False

    @property
    def elements(self) -> list[Element]:
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def identifier(self) -> str:
        """Its ID, empty where it has none."""
        return str(self.object.get("/ID", ""))

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order; kids may be changed meanwhile."""
        left = [self]
        while left:
            element = left.pop()
            yield element
            left += [kid for kid in reversed(element.kids) if type(kid) is Element]

    def find_above(self, tag: str) -> Element | None:
        """Return the outermost element of a type that this one is in."""
        above = self.parent.find_above(tag) if self.parent else None
        return above or (self.parent if self.parent and self.parent.tag == tag else None)

    def retag(self, tag: str) -> None:
        """Make it an element of another type."""
        self.tag, self.changed = tag, True

    def adopt(self, kids: Sequence[Element | pikepdf.Object | int]) -> None:
        """Make `kids` its kids, in place of those that it has."""
        self.kids, self.changed = list(kids), True
        for kid in self.elements:
            kid.parent = self


def read_tree(pdf: pikepdf.Pdf) -> Element:
    """Return the root element of a tagged PDF, with all below it."""
    return _read(pdf.Root.StructTreeRoot.K[0])


def _read(found: pikepdf.Object) -> Element:
    element = Element(found, str(found.S)[1:], int(found.get(SOURCE_KEY, 0)), ANONYMOUS_KEY in found)
    for key in (SOURCE_KEY, ANONYMOUS_KEY):
        if key in found:
            del found[key]
    kids = found.get("/K", pikepdf.Array())
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            child = _read(kid)
            child.parent = element
            element.kids.append(child)
        else:
            element.kids.append(kid)
    return element


def write_tree(root: Element) -> None:
    """Write what was changed into the PDF that the tree was read from."""
    for element in root.walk():
        if not element.changed:
            continue
        element.object.S = pikepdf.Name(f"/{element.tag}")
        element.object.K = pikepdf.Array(
            [kid.object if isinstance(kid, Element) else kid for kid in element.kids]
        )
        for kid in element.elements:
            kid.object.P = element.object
