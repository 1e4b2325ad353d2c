"""All bytes that reading a slide looks at: its own part, and those that it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pptx.opc.package import OpcPackage, Part
    from pptx.opc.packuri import PackURI

Piece: TypeAlias = tuple[str, str, bytes, bytes | None] | int
"""A part's name, its content type, its bytes and those of its relationships; of another slide, its number."""

_MASTER = "Master+xml"


Names: TypeAlias = Mapping["Part", "PackURI"]
"""Of parts, as they are in the file."""


def names_of(package: OpcPackage) -> Names:
    """Return the names of all parts; to be asked for before the slides, whose parts python-pptx numbers anew then."""
    return {part: part.partname for part in package.iter_parts()}


def closure_of(
    slide: Part, members: Mapping[str, bytes], names: Names, numbers: Mapping[Part, int]
) -> tuple[Piece, ...]:
    """Return a slide's part and all parts that it leads to, over each other, as the archive's `members` have them.

    Masters are the last: a slide says nothing of what those lead to. Other slides count by their `numbers`.
    """
    return tuple(_pieces(slide, members, names, numbers))


def _pieces(
    slide: Part, members: Mapping[str, bytes], names: Names, numbers: Mapping[Part, int]
) -> Iterator[Piece]:
    seen, waiting = {slide}, [slide]
    while waiting:
        part = waiting.pop()
        name = names[part]
        yield name, part.content_type, members[name.membername], members.get(name.rels_uri.membername)
        if part.content_type.endswith(_MASTER):
            continue
        for relationship in part.rels.values():
            if relationship.is_external or relationship.target_part in seen:
                continue
            target = relationship.target_part
            if target in numbers:
                yield numbers[target]
            else:
                seen.add(target)
                waiting.append(target)
