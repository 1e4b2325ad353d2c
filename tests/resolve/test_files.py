import pytest

from builder.errors import FileAccessError
from builder.model.document import SourceFile
from builder.world import World


@pytest.mark.parametrize(
    ("named", "code", "message", "help"),
    [
        (
            "reference.json",
            "B511",
            "bibliography 'reference.json' does not exist",
            "did you mean 'references.json'?",
        ),
        (
            "x/y.json",
            "B511",
            "bibliography 'x/y.json' does not exist",
            "paths are relative to the content file",
        ),
        (
            "../../b.json",
            "B503",
            "bibliography '../../b.json' is outside the project",
            "move it into the project's folder",
        ),
        (
            "/etc/passwd",
            "B503",
            "bibliography '/etc/passwd' is outside the project",
            "move it into the project's folder",
        ),
        ("lib", "B511", "bibliography 'lib' is a folder", "name a file in it"),
        (
            "a.ris",
            "B511",
            "unknown type of bibliography 'a.ris'",
            "use CSL-JSON (.json), CSL-YAML (.yaml) or BibTeX (.bib)",
        ),
        ("latin.json", "B511", "bibliography 'latin.json' is not UTF-8 text", "save it as UTF-8"),
    ],
)
def test_what_cannot_be_read_is_reported_where_it_is_named(draft, inlines, named, code, message, help):
    (draft.folder / "lib").mkdir()
    draft.write("a.ris", "TY  - JOUR")
    draft.write("latin.json", b"[\xe9]")
    (found,) = draft.resolve(bibliography=(SourceFile(named, inlines.span),)).diagnostics
    assert (found.code, found.message, found.help, found.span) == (code, message, help, inlines.span)


def test_a_link_out_of_the_project_is_outside_it(draft, inlines, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "b.json"
    secret.write_text("[]")
    (draft.folder / "b.json").symlink_to(secret)
    (found,) = draft.resolve(bibliography=(SourceFile("b.json", inlines.span),)).diagnostics
    assert found.code == "B503"


class LockedWorld(World):
    """A world whose files may not be read."""

    def read_bytes(self, path):
        raise PermissionError(path)


def test_a_file_that_may_not_be_read_ends_the_run(draft, inlines):
    from builder.resolve.resolve import resolve

    with pytest.raises(FileAccessError, match=r"cannot read 'content/references\.json'"):
        resolve(LockedWorld(draft.root), draft.document())
