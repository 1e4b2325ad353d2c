from builder.resolve.bibliography.work import checked_item


def test_what_its_owner_noted_is_left_out():
    raw = {
        "id": "A",
        "type": "book",
        "note": "evidence: confirmed",
        "annote": "x",
        "abstract": "y\x01",
        "title": "T",
    }
    assert checked_item(raw) == {"type": "book", "title": "T"}


def test_dates_are_read_however_they_are_written():
    def issued(value):
        return checked_item({"id": "A", "issued": value}).get("issued")

    assert issued("2026-11-22") == {"date-parts": [[2026, 11, 22]]}
    assert issued(2026) == {"date-parts": [[2026]]}
    assert issued({"raw": "2026-11"}) == {"date-parts": [[2026, 11]]}
    assert issued({"date-parts": [["2026", "2"]]}) == {"date-parts": [[2026, 2]]}
    assert issued({"literal": "in press"}) == {"literal": "in press"}
    assert issued({"date-parts": [[None]]}) == {"date-parts": []}
    assert issued({"date-parts": [[]]}) is None
    assert issued({}) is None


def test_names_may_be_plain_text_and_old_variable_names_are_known():
    item = checked_item({"id": "A", "author": "WHO", "journalAbbreviation": "Lancet", "shortTitle": "S"})
    assert item["author"] == [{"literal": "WHO"}]
    assert item["container-title-short"] == "Lancet"
    assert item["title-short"] == "S"
