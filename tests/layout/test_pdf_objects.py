"""Files are written to the same bytes as by pydyf itself."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from builder.layout.weasy import weasyprint

pydyf = weasyprint.pdf.pydyf
VALUES = [
    0,
    -7,
    12345678901,
    0.5,
    3.0,
    1 / 3,
    "/Name",
    b"12 0 R",
    True,
    pydyf.String("a (b)"),
    pydyf.String("β"),
]


class _Text(str):
    """A text of a kind of its own."""


def file(info: bool) -> Any:
    pdf = pydyf.PDF()
    for number in range(3):
        values = pydyf.Array([*VALUES, _Text("/Own"), pydyf.Dictionary({"Inner": pydyf.Array([number])})])
        pdf.add_object(pydyf.Dictionary({"Type": "/Thing", "Values": values, "Number": number}))
        pdf.add_object(pydyf.Stream([b"q", "1 0 0 rg", 2.5], {"Kind": "/None"}, compress=number == 1))
    pdf.objects[4].free = "f"
    pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Parent": pdf.pages.reference}))
    if info:
        pdf.info["Title"] = pydyf.String("Title")
    return pdf


@pytest.mark.parametrize("info", [False, True])
@pytest.mark.parametrize("identifier", [False, True, b"name", b"na(me"])
@pytest.mark.parametrize("compress", [False, True])
def test_a_file_is_the_same(info: bool, identifier: Any, compress: bool) -> None:
    ours, theirs = BytesIO(), BytesIO()
    file(info).write(ours, b"1.7", identifier, compress)
    pydyf.PDF.write.__wrapped__(file(info), theirs, b"1.7", identifier, compress)
    assert ours.getvalue() == theirs.getvalue()


@pytest.mark.parametrize("value", [*VALUES, _Text("/Own")], ids=lambda value: type(value).__name__)
def test_a_value_is_the_same(value: Any) -> None:
    assert pydyf._to_bytes(value) == pydyf._to_bytes.__wrapped__(value)


def test_texts_that_are_not_ascii_are_refused_as_before() -> None:
    with pytest.raises(UnicodeEncodeError):
        _ = pydyf.Array(["β"]).data
