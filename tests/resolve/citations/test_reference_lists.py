"""Entries worked out by hand from the styles' guides, not taken from a processor's output.

Vancouver: NLM's samples for the ICMJE Recommendations and Citing Medicine, 2nd edition: six authors, then
et al.; journal abbreviation of the NLM Catalog; year, month and day; the last page without repeated digits.
AMA: AMA Manual of Style, 11th edition, 3.11: of more than six authors the first three. Nature: of more than
five authors the first. APA: Publication Manual, 7th edition, 9.8 and 10.
"""

import re

import pytest

from builder.resolve.citations.processor import Processor
from builder.resolve.citations.rendered import entry_inlines, read_rendered

VANCOUVER = {
    "Liu2020": (
        "Liu E, Marin D, Banerjee P, Macapinlac HA, Thompson P, Basar R, et al. Use of CAR-Transduced Natural "
        "Killer Cells in CD19-Positive Lymphoid Tumors. N Engl J Med. 2020 Feb 6;382(6):545–53. "
        "doi:10.1056/NEJMoa1910607 PubMed PMID: 32023374."
    ),
    "Marin2024": (
        "Marin D, Li Y, Basar R, Rafei H, Daher M, Dou J, et al. Safety, efficacy and determinants of response of "
        "allogeneic CD19-specific CAR-NK cells in CD19+ B cell tumors: a phase 1/2 trial. Nat Med. 2024 "
        "Mar;30(3):772–84. doi:10.1038/s41591-023-02785-8 PubMed PMID: 38238616."
    ),
    "Ghobadi2025": (
        "Ghobadi A, Bachanova V, Patel K, Park JH, Flinn I, et al. Induced pluripotent stem-cell-derived "
        "CD19-directed chimeric antigen receptor natural killer cells in B-cell lymphoma: a phase 1, "
        "first-in-human trial. Lancet. 2025 Jan 11;405(10473):127–36. doi:10.1016/S0140-6736(24)02462-0 "
        "PubMed PMID: 39798981."
    ),
    "LiuS2021": (
        "Liu S, Galat V, Galat Y, Lee YKA, Wainwright D, Wu J. NK cell-based cancer immunotherapy: from basic "
        "biology to clinical development. J Hematol Oncol. 2021;14:7. doi:10.1186/s13045-020-01014-w"
    ),
    "Laskowski2022": (
        "Laskowski TJ, Biederstädt A, Rezvani K. Natural killer cells in antitumour adoptive cell immunotherapy. "
        "Nat Rev Cancer. 2022;22(10):557–75. doi:10.1038/s41568-022-00491-0"
    ),
    "Ruggeri2002": (
        "Ruggeri L, et al. Effectiveness of Donor Natural Killer Cell Alloreactivity in Mismatched Hematopoietic "
        "Transplants. Science. 2002 Mar 15;295(5562):2097–100. doi:10.1126/science.1068440 "
        "PubMed PMID: 11896281."
    ),
    "Karre1986": (
        "Kärre K, et al. Selective rejection of H-2-deficient lymphoma variants suggests alternative immune "
        "defence strategy. Nature. 1986;319:675. doi:10.1038/319675a0"
    ),
    "Li2018": (
        "Li Y, Hermanson DL, Moriarity BS, Kaufman DS. Human iPSC-Derived Natural Killer Cells Engineered with "
        "Chimeric Antigen Receptors Enhance Anti-tumor Activity. Cell Stem Cell. 2018 Aug 2;23(2):181–92.e5. "
        "doi:10.1016/j.stem.2018.06.002"
    ),
    "Burger2023": (
        "Burger MC, Forster MT, Romanski A, Straßheimer F, Macas J, Zeiner PS, et al. Intracranial injection of "
        "natural killer cells engineered with a HER2-targeted chimeric antigen receptor in patients with "
        "recurrent glioblastoma. Neuro Oncol. 2023 Nov 2;25(11):2058–71. doi:10.1093/neuonc/noad087 "
        "PubMed PMID: 37148198; PubMed Central PMCID: PMC10628939."
    ),
    "Cichocki2023": (
        "Cichocki F, van der Stegen SJC, Miller JS. Engineered and banked iPSCs for advanced NK- and T-cell "
        "immunotherapies. Blood [Internet]. 2023;141(8):846–55. Available from: "
        "https://ashpublications.org/blood/article/141/8/846/486977/"
    ),
    "iDuo2022": (
        "Dual antigen-targeted off-the-shelf NK cells show durable response and prevent antigen escape in "
        "lymphoma and leukemia. Blood [Internet]. 2022;140(23):2451. Available from: "
        "https://ashpublications.org/blood/article/140/23/2451/486089/"
    ),
    "OLeary2019": (
        "O’Leary MC, et al. FDA Approval Summary: Tisagenlecleucel for Treatment of Patients with Relapsed or "
        "Refractory B-cell Precursor Acute Lymphoblastic Leukemia. Clin Cancer Res [Internet]. 2019;25(4):1142. "
        "Available from: https://aacrjournals.org/clincancerres/article/25/4/1142/9858/"
    ),
    "FDAallo2024": (
        "U.S. Food and Drug Administration, Center for Biologics Evaluation and Research. Safety Testing of Human "
        "Allogeneic Cells Expanded for Use in Cell-Based Medical Products: Draft Guidance for Industry [Draft "
        "guidance] [Internet]. 2024 Apr. Available from: https://www.fda.gov/regulatory-information/"
        "search-fda-guidance-documents/safety-testing-human-allogeneic-cells-expanded-use-cell-based-medical-products"
    ),
}
AMA = {
    "Liu2020": (
        "Liu E, Marin D, Banerjee P, et al. Use of CAR-Transduced Natural Killer Cells in CD19-Positive Lymphoid "
        "Tumors. N Engl J Med. 2020;382(6):545-553. doi:10.1056/NEJMoa1910607"
    ),
    "Ghobadi2025": (
        "Ghobadi A, Bachanova V, Patel K, et al. Induced pluripotent stem-cell-derived CD19-directed chimeric "
        "antigen receptor natural killer cells in B-cell lymphoma: a phase 1, first-in-human trial. Lancet. "
        "2025;405(10473):127-136. doi:10.1016/S0140-6736(24)02462-0"
    ),
    "LiuS2021": (
        "Liu S, Galat V, Galat Y, Lee YKA, Wainwright D, Wu J. NK cell-based cancer immunotherapy: from basic "
        "biology to clinical development. J Hematol Oncol. 2021;14:7. doi:10.1186/s13045-020-01014-w"
    ),
    "Lei2025": (
        "Lei W, Liu H, Deng W, et al. Safety and feasibility of 4-1BB co-stimulated CD19-specific CAR-NK cell "
        "therapy in refractory/relapsed large B cell lymphoma: a phase 1 trial. Nat Cancer. Published online "
        "2025. doi:10.1038/s43018-025-00940-3"
    ),
    "iDuo2022": (
        "Dual antigen-targeted off-the-shelf NK cells show durable response and prevent antigen escape in "
        "lymphoma and leukemia. Blood. 2022;140(23):2451. "
        "https://ashpublications.org/blood/article/140/23/2451/486089/"
    ),
    "Nkarta2022": (
        "Nkarta, Inc. Nkarta Announces Updated Clinical Data on Anti-CD19 Allogeneic CAR-NK Cell Therapy NKX019 "
        "for Patients with Relapsed or Refractory Non-Hodgkin Lymphoma. December 5, 2022. "
        "http://investor.wedbush.com/wedbush/article/gnwcq-2022-12-5-nkarta-announces-updated-clinical-data-on-"
        "anti-cd19-allogeneic-car-nk-cell-therapy-nkx019-for-patients-with-relapsed-or-refractory-non-hodgkin-"
        "lymphoma"
    ),
}
NATURE = {
    "Liu2020": (
        "Liu, E. et al. Use of CAR-Transduced Natural Killer Cells in CD19-Positive Lymphoid Tumors. "
        "N. Engl. J. Med. 382, 545–553 (2020)."
    ),
    "Laskowski2022": (
        "Laskowski, T. J., Biederstädt, A. & Rezvani, K. Natural killer cells in antitumour adoptive cell "
        "immunotherapy. Nat. Rev. Cancer 22, 557–575 (2022)."
    ),
    "Shaim2021": (
        "Shaim, H. et al. Targeting the αv integrin/TGF-β axis improves natural killer cell function against "
        "glioblastoma stem cells. J. Clin. Invest. 131 (2021)."
    ),
    "Khurana2022": (
        "Khurana, A. & Lin, Y. Allogeneic Chimeric Antigen Receptor Therapy in Lymphoma. Curr. Treat. Options "
        "Oncol. https://doi.org/10.1007/s11864-021-00920-6 (2022)."
    ),
}
APA = {
    "Laskowski2022": (
        "Laskowski, T. J., Biederstädt, A., & Rezvani, K. (2022). Natural killer cells in antitumour adoptive "
        "cell immunotherapy. Nature Reviews Cancer, 22(10), 557–575. https://doi.org/10.1038/s41568-022-00491-0"
    ),
    "Karre1986": (
        "Kärre, K., et al. (1986). Selective rejection of H-2-deficient lymphoma variants suggests alternative "
        "immune defence strategy. Nature, 319, 675. https://doi.org/10.1038/319675a0"
    ),
    "iDuo2022": (
        "Dual antigen-targeted off-the-shelf NK cells show durable response and prevent antigen escape in "
        "lymphoma and leukemia. (2022). Blood, 140(23), 2451. "
        "https://ashpublications.org/blood/article/140/23/2451/486089/"
    ),
    "FDArems2025": (
        "U.S. Food and Drug Administration. (2025, June 26). FDA eliminates Risk Evaluation and Mitigation "
        "Strategies (REMS) for autologous chimeric antigen receptor (CAR) T cell immunotherapies [Safety "
        "communication]. https://fda.einnews.com/pr_news/826043976/fda-eliminates-risk-evaluation-and-"
        "mitigation-strategies-rems-for-autologous-chimeric-antigen-receptor-car-t-cell-immunotherapies"
    ),
}
CASES = [
    pytest.param(style, key, expected, id=f"{style}-{key}")
    for style, entries in {"vancouver": VANCOUVER, "ama": AMA, "nature": NATURE, "apa": APA}.items()
    for key, expected in entries.items()
]


@pytest.fixture(scope="module")
def entry(works, style):
    """Return a work's entry in a style."""
    processors = {}
    cited = list(works.values())

    def render(name, key):
        if name not in processors:
            processors[name] = Processor(style(name), cited, len(cited), "en-US")
        processor = processors[name]
        chars = read_rendered(processor.entry(list(works).index(key)), processor.punctuation_in_quotes)
        return entry_inlines(chars, works[key].item)

    return render


@pytest.mark.parametrize(("style_name", "key", "expected"), CASES)
def test_an_entry_reads_as_the_styles_guide_has_it(entry, inlines, style_name, key, expected):
    assert inlines.show(entry(style_name, key)) == expected


def test_typography_of_an_entry_is_kept(entry, inlines):
    from builder.model.inline import Emphasis, Strong

    nodes = entry("nature", "Liu2020")
    assert [inlines.show(node.content) for node in nodes if isinstance(node, Emphasis)] == [
        "et al.",
        "N. Engl. J. Med.",
    ]
    assert [inlines.show(node.content) for node in nodes if isinstance(node, Strong)] == ["382"]


def test_identifiers_are_links(entry, inlines):
    from builder.model.inline import Link

    def links(key, style="vancouver"):
        return {inlines.show(n.content): n.href for n in entry(style, key) if isinstance(n, Link)}

    assert links("Burger2023") == {
        "doi:10.1093/neuonc/noad087": "https://doi.org/10.1093/neuonc/noad087",
        "PMID: 37148198": "https://pubmed.ncbi.nlm.nih.gov/37148198/",
        "PMCID: PMC10628939": "https://pmc.ncbi.nlm.nih.gov/articles/PMC10628939/",
    }
    assert (
        links("Ghobadi2025")["doi:10.1016/S0140-6736(24)02462-0"]
        == "https://doi.org/10.1016/S0140-6736(24)02462-0"
    )
    url = "https://ashpublications.org/blood/article/141/8/846/486977/"
    assert links("Cichocki2023") == {url: url}


@pytest.mark.parametrize("name", ["vancouver", "vancouver-superscript", "ama", "apa", "nature"])
def test_no_entry_of_any_style_has_slips_of_punctuation_or_internal_notes(entry, inlines, works, name):
    for key in works:
        shown = inlines.show(entry(name, key))
        assert not re.search(r"\.\.|,,|  | [,.](?!\d)|\(\)|\[\]|In: \d{4}\.|in \(|[\ue000-\uf8ff]", shown), (
            shown
        )
        assert "evidence:" not in shown
        assert "confirmed" not in shown
