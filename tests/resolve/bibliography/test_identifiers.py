import pytest

from builder.diagnostics import Diagnostics, Span
from builder.resolve.bibliography.identifiers import check_identifiers
from builder.resolve.bibliography.work import Work, checked_item


def check(*items):
    found = Diagnostics()
    check_identifiers(
        [
            Work(str(item["id"]), checked_item(item), Span.at("content/b.json", line, 1))
            for line, item in enumerate(items, 1)
        ],
        found,
    )
    return list(found)


@pytest.mark.parametrize(
    "fields",
    [
        {"DOI": "10.1016/S0140-6736(24)02462-0"},
        {"DOI": "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"},
        {"DOI": "doi:10.1000.10/123456"},
        {"PMID": 32023374, "PMCID": "PMC7101242"},
        {"title": "Trial of NK cells", "number": "NCT03056339"},
        {"title": "NCTC 10418, a culture"},
    ],
)
def test_identifiers_that_are_right_pass(fields):
    assert check({"id": "A", **fields}) == []


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"DOI": "NEJMoa1910607"}, "'NEJMoa1910607' is not a DOI"),
        ({"DOI": "10.1056/NEJMoa1910607."}, "'10.1056/NEJMoa1910607.' is not a DOI"),
        ({"DOI": "10.1056/NEJ Moa"}, "'10.1056/NEJ Moa' is not a DOI"),
        ({"DOI": "10.56/x"}, "'10.56/x' is not a DOI"),
        ({"PMID": "PMC7101242"}, "'PMC7101242' is not a PMID"),
        ({"PMID": "123456789"}, "'123456789' is not a PMID"),
        ({"PMCID": "7101242"}, "'7101242' is not a PMCID"),
        ({"title": "Trial NCT0305633"}, "'NCT0305633' is not a trial number"),
        ({"URL": "https://clinicaltrials.gov/study/NCT030563390"}, "'NCT030563390' is not a trial number"),
    ],
)
def test_identifiers_that_lead_nowhere_are_told_at_their_work(fields, fault):
    (found,) = check({"id": "Z"}, {"id": "A", **fields})
    assert (found.code, found.message, found.span.start.line) == ("B515", f"reference 'A': {fault}", 2)


def test_one_work_under_two_keys_is_told_once_at_the_second():
    (found,) = check(
        {"id": "Liu2020", "DOI": "10.1056/NEJMoa1910607", "PMID": "32023374"},
        {"id": "Other", "DOI": "10.1056/other"},
        {"id": "LiuNEJM", "DOI": "https://doi.org/10.1056/nejmoa1910607", "PMID": "32023374"},
    )
    assert found.code == "B516"
    assert found.message == "reference 'LiuNEJM' has the DOI of 'Liu2020', so the list shows one work twice"
    assert found.span.start.line == 3
    assert found.help.endswith("the first is in content/b.json, line 1")
