"""How much a citation style goes through for one work: macros count each time, and must come to an end."""

from __future__ import annotations

from lxml import etree

from builder.limits import MOST_REPEATED

_CSL = "{http://purl.org/net/xbiblio/csl}"


def find_excess(root: etree._Element) -> str:
    """Return what is too much in a style, to follow its name; empty if nothing is."""
    macros = {str(macro.get("name")): macro for macro in root.findall(f"{_CSL}macro")}
    try:
        count = sum(
            _Counter(macros).count(root.find(f"{_CSL}{part}")) for part in ("citation", "bibliography")
        )
    except RecursionError:
        return "has a macro that uses itself, or too many elements inside each other"
    return f"goes through more than {MOST_REPEATED:,} elements for one work" if count > MOST_REPEATED else ""


class _Counter:
    def __init__(self, macros: dict[str, etree._Element]) -> None:
        self._macros = macros
        self._counts: dict[str, int] = {}

    def count(self, node: etree._Element | None) -> int:
        """Return how many elements are gone through for `node`, those of its macros included.

        Raises:
            RecursionError: a macro uses itself.
        """
        if node is None:
            return 0
        name = str(node.get("macro", ""))
        below = self._count_macro(name) if name in self._macros else 0
        counts = [self.count(child) for child in node.iterchildren(etree.Element)]
        return 1 + below + (max(counts, default=0) if node.tag == f"{_CSL}choose" else sum(counts))

    def _count_macro(self, name: str) -> int:
        if name not in self._counts:
            self._counts[name] = min(self.count(self._macros[name]), MOST_REPEATED + 1)
        return self._counts[name]
