"""Write the objects of a PDF once, in plain steps."""

from __future__ import annotations

import functools
from hashlib import md5
from typing import Any


def mend(weasyprint: Any) -> None:
    """Have pydyf 0.13 write files that name themselves and are not compressed in one pass, and with fewer questions.

    Why: it makes the bytes of all objects, and joins them, a second time for the digest in the file identifier; and
    it asks of each number and name in them whether it is bytes, a float or an object first.
    """
    pydyf = weasyprint.pdf.pydyf
    to_bytes, write_any = pydyf._to_bytes, pydyf.PDF.write

    @functools.wraps(to_bytes)
    def to_bytes_quickly(item: Any) -> bytes:
        kind = type(item)
        if kind is str:
            return bytes(item, "ascii")
        if kind is int:
            return b"%d" % item
        found: bytes = item if kind is bytes else to_bytes(item)
        return found

    @functools.wraps(write_any)
    def write(
        pdf: Any, output: Any, version: bytes = b"1.7", identifier: Any = False, compress: bool = False
    ) -> None:
        if compress or not isinstance(identifier, bytes):
            write_any(pdf, output, version, identifier, compress)
            return
        if pdf.info:
            pdf.add_object(pdf.info)
        pdf.write_line(b"%PDF-" + to_bytes(version or b"1.7"), output)
        pdf.write_line(b"%\xf0\x9f\x96\xa4", output)
        digest = md5(usedforsecurity=False)
        for one in pdf.objects:
            if one.free != "f":
                data, one.offset = one.data, pdf.current_position
                digest.update(data)
                pdf.write_line(b"%d %d obj\n%b\nendobj" % (one.number, one.generation, data), output)
        _write_end(pdf, output, pydyf.String(identifier).data, digest.hexdigest().encode())

    pydyf._to_bytes = to_bytes_quickly
    pydyf.Array.data = property(lambda array: b"[" + b" ".join(map(to_bytes_quickly, array)) + b"]")
    pydyf.PDF.write = write


def _write_end(pdf: Any, output: Any, name: bytes, digest: bytes) -> None:
    """Write the places of the objects, and where a reader begins."""
    pdf.xref_position = pdf.current_position
    pdf.write_line(b"xref\n0 %d" % len(pdf.objects), output)
    for one in pdf.objects:
        pdf.write_line(b"%010d %05d %b " % (one.offset, one.generation, one.free.encode()), output)
    pdf.write_line(b"trailer\n<<\n/Size %d\n/Root %b" % (len(pdf.objects), pdf.catalog.reference), output)
    if pdf.info:
        pdf.write_line(b"/Info " + pdf.info.reference, output)
    pdf.write_line(b"/ID [%b (%b)]\n>>" % (name, digest), output)
    pdf.write_line(b"startxref\n%d\n%%%%EOF" % pdf.xref_position, output)
