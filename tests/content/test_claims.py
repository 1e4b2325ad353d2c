"""Claims in a content file: what their braces become in text, data and alternative texts."""

from pathlib import Path

import pytest
import yaml

from builder.content.load import load
from builder.model.claims import ClaimStatus, ClaimUse
from builder.model.inline import Citation, Inlines, Superscript, Text, plain_text
from builder.world import World

CLAIMS = [
    {"id": "liu", "statement": "Response", "value": 73, "unit": "%", "n": 11, "source": "Liu2020, p. 3",
     "interval": ["39.0", 94]},
    {"id": "wait", "statement": "Median wait", "value": "30.4", "unit": "days", "as-of": "2026-01-02", "source": "V2V"},
    {"id": "cells", "statement": "Cells *in vitro*", "value": "8 × 10^7^", "source": "V2V", "design": "laboratory"},
    {"id": "fall", "statement": "Change", "value": "-12.5%", "follow-up": "1 year", "source": "V2V"},
    {"id": "none", "statement": "No product is approved", "status": "company statement", "source": "FDA"},
    {"id": "view", "statement": "Our view", "value": "early", "status": "editorial"},
]  # fmt: skip


def read(folder: Path, *blocks: dict, **fields):
    """Return the document of these blocks and claims, and its codes but for claims that are not used."""
    content = {"title": "T", "date": "2026-11-22", "claims": CLAIMS, **fields}
    content["sections"] = [{"title": "S", "content": list(blocks)}]
    (folder / "a.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    outcome = load(World(folder), Path("a.yaml"))
    return outcome.value, [found.code for found in outcome.diagnostics if found.code != "B551"]


def read_text(folder: Path, text: str) -> Inlines:
    document, codes = read(folder, {"text": text})
    assert codes == []
    return document.sections[0].content[0].prose[0].content


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{liu.value} of them", "73% of them"),
        ("{ liu.value }", "73%"),
        ("{liu.interval}, {liu.low}, {liu.high}", "39.0 to 94, 39.0, 94"),
        ("{liu.number} to {liu.value} (n = {liu.n})", "73 to 73% (n = 11)"),
        ("{wait.value}", "30.4\u00a0days"),
        ("{wait.number} {wait.unit}, as of {wait.as-of}", "30.4 days, as of 2026-01-02"),
        ("{cells.design}: {cells.statement}", "laboratory: Cells in vitro"),
        ("{fall.value} in {fall.follow-up}", "-12.5% in 1 year"),
        ("{fall.number}", "-12.5"),
        ("**{liu.value}**", "73%"),
        ("10^{liu.number}^", "1073"),
        ("${liu.number}", "$73"),
        ("\\{liu} and {a, b} and { } and {2} and `{liu}`", "{liu} and {a, b} and { } and {2} and {liu}"),
        ("[a {liu.value}](https://example.org/{liu})", "a 73%"),
    ],
)
def test_a_part_of_a_claim_stands_for_its_braces(tmp_path, written, shown):
    assert plain_text(read_text(tmp_path, written)) == shown


def test_the_id_alone_brings_the_citation_with_its_locator(tmp_path):
    value, space, citation, rest = read_text(tmp_path, "{liu} responded.")
    assert (value.text, value.claim, space.text, rest.text) == ("73%", "liu", " ", " responded.")
    assert isinstance(citation, Citation)
    assert [(item.key, item.locator) for item in citation.items] == [("Liu2020", "p. 3")]
    assert value.span.end.column - value.span.start.column == len("{liu}")


def test_a_claim_without_a_value_is_its_statement_and_an_editorial_one_has_no_citation(tmp_path):
    assert isinstance(read_text(tmp_path, "{none}")[-1], Citation)
    assert plain_text(read_text(tmp_path, "{none}")).strip() == "No product is approved"
    assert read_text(tmp_path, "{view}") == (Text("early", read_text(tmp_path, "{view}")[0].span, "view"),)
    assert isinstance(read_text(tmp_path, "{liu.source}")[0], Citation)


def test_markup_of_a_value_is_kept(tmp_path):
    assert any(isinstance(node, Superscript) for node in read_text(tmp_path, "{cells.value}"))


def test_claims_stand_in_every_text(tmp_path):
    blocks = [
        {"points": ["{liu.value}", {"text": "{liu.value}", "points": ["{liu.value}"]}], "title": "{liu.value}"},
        {"table": {"columns": ["{liu.value}", "B"], "rows": [["{liu.value}", "y"]]}, "caption": "{liu.value}"},
        {"cards": [{"title": "{liu.value}", "text": "{liu.value}"}], "notes": "{liu.value}"},
        {"steps": [{"title": "{liu.value}", "text": "{liu.value}"}]},
        {"timeline": [{"date": "{liu.value}", "title": "{liu.value}", "text": "{liu.value}"}]},
        {"callout": {"title": "{liu.value}", "text": "{liu.value}"}},
        {"quote": {"text": "{liu.value}", "by": "{liu.value}"}},
        {"columns": [{"content": [{"points": ["{liu.value}"]}]}]},
        {"slide": {"title": "{liu.value}", "content": [{"points": ["{liu.value}"]}], "notes": "{liu.value}"}},
        {"stats": [{"value": "{liu.value}", "label": "{liu.value}"}]},
    ]  # fmt: skip
    document, codes = read(
        tmp_path, *blocks, subtitle="{liu.value}", abstract="{liu.value}", disclosure="{liu.value}",
        **{"key-messages": ["{liu.value}"]},
    )  # fmt: skip
    assert codes == []
    written = sum(str(part).count("{liu.value}") for part in blocks) + 4
    assert len(document.claim_uses) == written
    assert "{" not in str(document.sections) + str(document.abstract)
    paths = {use.path for use in document.claim_uses}
    assert {"title", "abstract", "key-messages", "disclosure", "sections/0/content/1"} <= paths
    assert document.sections[0].content[1].alt == "73%"


def test_a_tile_shows_the_value_and_has_the_work_as_its_source(tmp_path):
    document, codes = read(tmp_path, {"stats": [{"value": "{liu}", "label": "x", "source": "Other"}]})
    stat = document.sections[0].content[0].items[0]
    assert codes == []
    assert plain_text(stat.value) == "73%"
    assert [item.key for item in stat.source] == ["Other", "Liu2020"]


def test_data_have_the_number_and_labels_and_alternative_text_the_value(tmp_path):
    data = {
        "trial": ["Liu, n = {liu.n}", "V"],
        "rate": ["{liu}", "{wait.number}"],
        "text": ["{liu}", "\\{x}"],
    }
    chart = {"type": "bar", "data": data, "x": "trial", "y": "rate", "label": "text", "unit": "{liu.unit}"}
    document, codes = read(tmp_path, {"chart": chart, "alt": "Liu {liu} of {cells}, \\{x}."})
    found = document.sections[0].content[0]
    assert codes == []
    assert [value.text for value in found.column("trial").values] == ["Liu, n = 11", "V"]
    assert [value.number for value in found.column("rate").values] == [73.0, 30.4]
    assert (found.alt, found.unit) == ("Liu 73% of 8 × 10⁷, {x}.", "%")
    assert not any(use.as_text for use in document.claim_uses)
    use = next(use for use in document.claim_uses if use.part == "n")
    assert use == ClaimUse("liu", "n", "sections/0/content/0", use.span, as_text=False)


def test_a_label_in_data_may_be_written_out(tmp_path):
    data = {"trial": ["A"], "rate": ["{liu}"], "text": ["{liu.value} of {liu.n}"]}
    chart = {"type": "bar", "data": data, "x": "trial", "y": "rate", "label": "text"}
    document, _ = read(tmp_path, {"chart": chart, "alt": "A"})
    assert document.sections[0].content[0].column("text").values[0].text == "73% of 11"


def test_claims_are_read_with_all_their_facts(tmp_path):
    document, _ = read(tmp_path)
    liu, wait, *_, none, view = document.claims
    assert (liu.number, liu.number_text, liu.unit, liu.n) == (73.0, "73", "%", "11")
    assert (wait.number, wait.as_of.isoformat()) == (30.4, "2026-01-02")
    assert (none.status, view.status) == (ClaimStatus.COMPANY, ClaimStatus.EDITORIAL)


def test_without_claims_braces_around_a_word_are_told(tmp_path):
    assert read(tmp_path, {"text": "{x}"}, claims=None)[1] == ["B550"]
    assert read(tmp_path, {"text": "{a, b} {} {1}"}, claims=None)[1] == []
