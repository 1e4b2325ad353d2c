import io
import zipfile

from builder.pptx.archive import read_archive, write_archive

MEMBERS = {"b.xml": b"<b/>", "a/c.png": b"\x89PNG", "[Content_Types].xml": b"<Types/>"}


def test_members_come_back() -> None:
    assert read_archive(write_archive(MEMBERS)) == MEMBERS


def test_order_and_dates_do_not_depend_on_the_caller() -> None:
    data = write_archive(MEMBERS)
    assert data == write_archive(dict(reversed(MEMBERS.items())))
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert [entry.filename for entry in entries] == ["[Content_Types].xml", "a/c.png", "b.xml"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}


def test_what_is_compressed_already_is_stored() -> None:
    entries = zipfile.ZipFile(io.BytesIO(write_archive(MEMBERS)))
    assert entries.getinfo("a/c.png").compress_type == zipfile.ZIP_STORED
    assert entries.getinfo("b.xml").compress_type == zipfile.ZIP_DEFLATED
