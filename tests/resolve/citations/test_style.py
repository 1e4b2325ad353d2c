from pathlib import Path

import pytest

from builder.resolve.citations import style as styles

APA = (Path(styles.__file__).parent.parent / "styles" / "apa.csl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "numeric", "raised"),
    [
        ("vancouver", True, False),
        ("vancouver-superscript", True, True),
        ("ama", True, True),
        ("american-medical-association", True, True),
        ("nature", True, True),
        ("apa", False, False),
    ],
)
def test_bundled_styles_are_known_by_their_names(style, name, numeric, raised):
    found = style(name)
    assert (found.numeric, found.superscript) == (numeric, raised)


def test_every_bundled_style_names_its_licence():
    folder = Path(styles.__file__).parent.parent / "styles"
    assert "Attribution-ShareAlike" in (folder / "LICENSE").read_text(encoding="utf-8")
    for file in folder.glob("*.csl"):
        assert "creativecommons.org/licenses/by-sa/3.0" in file.read_text(encoding="utf-8")


def test_a_style_of_the_project_is_used(draft, inlines):
    draft.write("styles/mine.csl", APA)
    outcome = draft.resolve(
        draft.text(inlines.cite("Khurana2022")), csl="styles/mine.csl", csl_span=inlines.span
    )
    assert outcome.diagnostics == ()
    assert inlines.marks(outcome.require().document) == ["(Khurana & Lin, 2022)"]


def test_a_dependent_style_leads_to_its_parent(draft, inlines):
    csl = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><link rel="independent-parent" href="'
    draft.write("dep.csl", csl + 'http://www.zotero.org/styles/nature"/></info></style>')
    outcome = draft.resolve(draft.text(inlines.cite("Khurana2022")), csl="dep.csl")
    assert inlines.marks(outcome.require().document) == ["^1^"]


@pytest.mark.parametrize(
    ("csl", "message", "help"),
    [
        ("vancuver", "unknown citation style 'vancuver'", "did you mean 'vancouver'?"),
        (
            "Chicago",
            "unknown citation style 'Chicago'",
            "one of ama, american-medical-association, apa, nature",
        ),
        ("stles/mine.csl", "citation style 'stles/mine.csl' does not exist", "paths are relative"),
        ("broken.csl", "'broken.csl' is not a CSL style", ""),
        ("other.csl", "'other.csl' is not a CSL style", ""),
        ("note.csl", "citation style 'note.csl' cites in footnotes", ""),
        ("half.csl", "citation style 'half.csl' has no bibliography", ""),
    ],
)
def test_what_is_no_style_is_reported(draft, inlines, csl, message, help):
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"'
    draft.write("broken.csl", "<style")
    draft.write("other.csl", "<html/>")
    draft.write("note.csl", f'{head} class="note"/>')
    draft.write("half.csl", f"{head}><citation><layout/></citation></style>")
    (found,) = draft.resolve(csl=csl, csl_span=inlines.span).diagnostics
    assert (found.code, found.span) == ("B514", inlines.span)
    assert found.message.startswith(message)
    assert found.help.startswith(help)


def test_a_style_that_fails_on_a_work_is_reported_at_the_work(draft, inlines):
    csl = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info/><citation><layout><text variable='
    draft.write(
        "x.csl",
        csl + '"citation-number"/></layout></citation><bibliography><layout><text macro="gone"/>'
        "</layout></bibliography></style>",
    )
    outcome = draft.resolve(draft.text(inlines.cite("Liu2020")), csl="x.csl")
    (found,) = outcome.diagnostics
    assert found.message == "the citation style cannot show reference 'Liu2020'"
    assert found.span.path == "content/references.json"
    assert inlines.show(outcome.require().references[0].entry).startswith("Use of CAR-Transduced")


def test_the_documents_language_decides_the_words(draft, inlines):
    outcome = draft.resolve(draft.text(inlines.cite("Cichocki2023")), csl="vancouver", lang="de-DE")
    assert "Verfügbar unter: https://" in inlines.show(outcome.require().references[0].entry)
