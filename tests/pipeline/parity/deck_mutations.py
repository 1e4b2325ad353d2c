"""Take content out of a written deck: by its parts' XML and files, with the program knowing nothing."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from builder.pipeline.parity.text import squeeze

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Change = Callable[[str, etree._Element], bool]
"""Changes the tree of a part; says whether it did."""


class DeckFile:
    """A deck whose content can be found, and taken out."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.members = {name: archive.read(name) for name in archive.namelist()}
        root = etree.fromstring(self.members["ppt/presentation.xml"])
        targets = dict(self._related("ppt/presentation.xml"))
        self.slides = [targets[own.get(f"{R}id")] for own in root.iter(f"{P}sldId")]

    def parts_of(self, slides: Iterable[int]) -> Iterator[str]:
        """Yield the slides (from 1), and the parts that they show: notes, charts, files."""
        for number in slides:
            slide = self.slides[number - 1]
            yield slide
            for _, part in self._related(slide):
                if "/slideLayouts/" not in part and "/slides/" not in part:
                    yield part
                    if "/charts/" in part:
                        yield from (inner for _, inner in self._related(part))

    def without_text(self, wanted: Iterable[str], slides: Iterable[int]) -> bytes:
        """Return the deck without any paragraph, or value of a chart's part, that has one of these texts."""
        texts = tuple(wanted)

        def blank(_part: str, root: etree._Element) -> bool:
            changed = False
            for element in [*root.iter(f"{A}p"), *root.iter(f"{C}v")]:
                words = [element] if element.tag == f"{C}v" else list(element.iter(f"{A}t"))
                text = squeeze("".join(word.text or "" for word in words)).text
                if text and any(one in text for one in texts):
                    changed = True
                    for word in words:
                        word.text = ""
            return changed

        return self._changed(slides, blank)

    def without_shape(self, alt: str, slides: Iterable[int]) -> bytes:
        """Return the deck without the picture, chart or table of this alternative text."""

        def remove(_part: str, root: etree._Element) -> bool:
            shapes = [own for own in root.iter(f"{P}cNvPr") if own.get("descr") == alt]
            for own in shapes:
                shape = own.getparent().getparent()
                shape.getparent().remove(shape)
            return bool(shapes)

        return self._changed(slides, remove)

    def without_alt(self, alt: str, slides: Iterable[int]) -> bytes:
        def remove(_part: str, root: etree._Element) -> bool:
            shapes = [own for own in root.iter(f"{P}cNvPr") if own.get("descr") == alt]
            for own in shapes:
                del own.attrib["descr"]
            return bool(shapes)

        return self._changed(slides, remove)

    def without_row(self, slides: Iterable[int]) -> bytes:
        """Return the deck without the last row of each table on these slides."""

        def remove(_part: str, root: etree._Element) -> bool:
            for table in root.iter(f"{A}tbl"):
                table.remove(table.findall(f"{A}tr")[-1])
            return next(root.iter(f"{A}tbl"), None) is not None

        return self._changed(slides, remove)

    def with_another_value(self, number: float, slides: Iterable[int]) -> bytes:
        """Return the deck with one value of its charts' caches raised by one."""

        def change(_part: str, root: etree._Element) -> bool:
            caches = [value for own in root.iter(f"{C}numCache") for value in own.iter(f"{C}v")]
            wrong = [value for value in caches if float(value.text or "nan") == number]
            for value in wrong:
                value.text = repr(number + 1)
            return bool(wrong)

        return self._changed(slides, change)

    def with_another_cell(self, number: float, slides: Iterable[int]) -> bytes:
        """Return the deck with a number in its charts' workbooks raised by one."""
        members = dict(self.members)
        for part in self.parts_of(slides):
            if part.endswith(".xlsx"):
                members[part] = _with_another_cell(members[part], number)
        assert members != self.members
        return _packed(members)

    def with_another_file(self, slides: Iterable[int], extension: str) -> bytes:
        """Return the deck with other bytes in its media of a kind."""
        members = dict(self.members)
        for part in self.parts_of(slides):
            if "/media/" in part and part.endswith(extension):
                members[part] += b"\n"
        assert members != self.members
        return _packed(members)

    def _changed(self, slides: Iterable[int], change: Change) -> bytes:
        members = dict(self.members)
        for part in self.parts_of(slides):
            if part.endswith(".xml"):
                root = etree.fromstring(members[part])
                if change(part, root):
                    members[part] = etree.tostring(
                        root, xml_declaration=True, encoding="UTF-8", standalone=True
                    )
        assert members != self.members
        return _packed(members)

    def _related(self, part: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(part)
        data = self.members.get(f"{folder}/_rels/{name}.rels")
        for own in etree.fromstring(data) if data else ():
            if own.get("TargetMode") != "External":
                target = own.get("Target", "")
                joined = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                yield own.get("Id", ""), posixpath.normpath(joined)


def _with_another_cell(book: bytes, number: float) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    root = etree.fromstring(members[sheet])
    for value in root.iter(f"{X}v"):
        if value.getparent().get("t", "n") == "n" and float(value.text) == number:
            value.text = repr(number + 1)
    members[sheet] = etree.tostring(root)
    return _packed(members)


def _packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()
