from builder.diagnostics import Diagnostics, Position
from builder.resolve.bibliography.bibtex import read_bibtex
from builder.resolve.bibliography.work import checked_item

TEXT = r"""
@string{nejm = "New England Journal of Medicine"}
@comment{ignored}
% a comment
@article{Liu2020,
  author = {Liu, Enli and {van der Stegen}, Sjoukje and Jose de la Tour and others},
  title = {Use of {CAR}-Transduced \emph{Natural} Killer Cells},
  journal = nejm, year = 2020, month = feb, volume = {382}, number = 6, pages = {545--553},
  doi = {10.1056/NEJMoa1910607}, note = {mine}
}
@Article{Jorgensen2025,
  author = "J{\o}rgensen, Lasse and K\"arre, Klas",
  title = "{$\alpha$v integrin \& TGF-$\beta$: CD4$^{+}$ cells}", date = {2025-03-27}, eid = {e12}}
@book{Smith2001, editor={Smith, Jr., John and {World Health Organization}}, title={A Book}, year={2001}, edition={2}}
@techreport{R, author={{FDA, CBER}}, title={Guidance}, institution={FDA}, number={12}, year={2024}}
@misc{W, author={{Nkarta, Inc.}}, title={Press}, howpublished={\url{https://x.org/a_b}}, year={2022}}
"""


def items():
    found = Diagnostics()
    read = {str(raw["id"]): (checked_item(raw), span) for raw, span in read_bibtex(TEXT, "b.bib", found)}
    assert list(found) == []
    return read


def test_an_article_becomes_a_csl_item():
    item, span = items()["Liu2020"]
    assert span.start == Position(5, 10)
    assert item == {
        "type": "article-journal",
        "author": [
            {"given": "Enli", "family": "Liu"},
            {"given": "Sjoukje", "family": "van der Stegen"},
            {"given": "Jose", "non-dropping-particle": "de la", "family": "Tour"},
            {"literal": "et al."},
        ],
        "title": "Use of CAR-Transduced <i>Natural</i> Killer Cells",
        "container-title": "New England Journal of Medicine",
        "issued": {"date-parts": [[2020, 2]]},
        "volume": "382",
        "issue": "6",
        "page": "545–553",
        "DOI": "10.1056/NEJMoa1910607",
    }


def test_latex_becomes_characters():
    item, _ = items()["Jorgensen2025"]
    assert [name["family"] for name in item["author"]] == ["Jørgensen", "Kärre"]
    assert item["title"] == "αv integrin & TGF-β: CD4<sup>+</sup> cells"
    assert item["issued"] == {"date-parts": [[2025, 3, 27]]}
    assert item["number"] == "e12"


def test_names_in_braces_stay_whole():
    read = items()
    assert read["Smith2001"][0]["editor"] == [
        {"given": "John", "family": "Smith", "suffix": "Jr."},
        {"literal": "World Health Organization"},
    ]
    assert read["R"][0]["author"] == [{"literal": "FDA, CBER"}]
    assert read["R"][0]["number"] == "12"
    assert (read["W"][0]["type"], read["W"][0]["URL"]) == ("webpage", "https://x.org/a_b")
