import io

import pytest
from PIL import Image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><circle r="5"/></svg>'


@pytest.fixture
def webp():
    target = io.BytesIO()
    Image.new("RGB", (8, 4), "teal").save(target, "WEBP")
    return target.getvalue()


def test_pictures_are_found_by_the_path_of_their_figure(draft, webp):
    draft.write("figures/a.svg", SVG)
    draft.write("b.webp", webp)
    first, second, inside = (
        draft.figure("figures/a.svg"),
        draft.figure("b.webp"),
        draft.figure("figures/a.svg"),
    )
    outcome = draft.resolve(first, second, draft.columns(inside))
    assert outcome.diagnostics == ()
    pictures = outcome.require().pictures
    assert set(pictures) == {first.path, second.path, inside.path}
    picture = pictures[inside.path]
    assert (picture.media_type, picture.name, picture.width_px, picture.height_px) == (
        "image/svg+xml",
        "a.svg",
        30,
        10,
    )
    assert picture.data == SVG.encode()
    assert pictures[second.path].media_type == "image/webp"


@pytest.mark.parametrize(
    ("file", "code", "message", "help"),
    [
        ("figures/b.svg", "B501", "figure 'figures/b.svg' does not exist", "did you mean 'figures/a.svg'?"),
        ("zebra.png", "B501", "figure 'zebra.png' does not exist", "paths are relative to the content file"),
        (
            "../../a.svg",
            "B503",
            "figure '../../a.svg' is outside the project",
            "move it into the project's folder",
        ),
        ("c.gif", "B502", "figure 'c.gif' is of an unknown type", "use SVG, PNG, JPEG or WebP"),
        (
            "d.png",
            "B502",
            "figure 'd.png' is not a PNG, JPEG or WebP image",
            "export it again as PNG, JPEG or WebP",
        ),
        (
            "e.svg",
            "B502",
            "figure 'e.svg' contains a script, line 1",
            "save it as plain SVG that shows something, with pictures embedded and without scripts",
        ),
    ],
)
def test_what_cannot_be_shown_is_reported_at_the_file(draft, inlines, file, code, message, help):
    draft.write("figures/a.svg", SVG)
    draft.write("c.gif", b"GIF89a")
    draft.write("d.png", b"no")
    draft.write("e.svg", SVG.replace("<circle", "<script/><circle"))
    outcome = draft.resolve(draft.figure(file))
    (found,) = outcome.diagnostics
    assert (found.code, found.message, found.help, found.span) == (code, message, help, inlines.span)
    assert outcome.require().pictures == {}


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        '<rect width="9" height="9" fill="none"/>',
        '<rect width="9" height="9" display="none"/>',
        '<g opacity="0"><rect width="9" height="9"/></g>',
        '<defs><rect id="a" width="9" height="9"/></defs>',
        '<rect x="99" width="9" height="9"/>',
    ],
)
def test_a_drawing_that_shows_nothing_is_told(draft, drawing):
    draft.write("a.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{drawing}</svg>')
    (found,) = draft.resolve(draft.figure("a.svg")).diagnostics
    assert (found.code, found.message) == ("B502", "figure 'a.svg' draws nothing")


def test_a_hairline_on_a_large_drawing_is_something(draft):
    line = '<path d="M100 100H900" stroke="#777" stroke-width=".5"/>'
    draft.write("a.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 5000 5000">{line}</svg>')
    assert draft.resolve(draft.figure("a.svg")).diagnostics == ()
