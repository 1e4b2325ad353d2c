import io

from PIL import Image

from builder.resolve.pictures import raster
from builder.resolve.pictures.fallbacks import with_fallbacks
from builder.resolve.resolve import resolve
from builder.store import Store
from builder.theme.places import package_templates
from builder.world import World

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><circle r="5"/></svg>'


def image(kind):
    target = io.BytesIO()
    Image.new("RGB", (8, 4), "teal").save(target, kind)
    return target.getvalue()


def test_what_a_program_may_not_show_gets_a_png_once(draft):
    for name, data in (("a.svg", SVG), ("b.webp", image("WEBP")), ("c.png", image("PNG"))):
        draft.write(name, data)
    figures = [draft.figure(name) for name in ("a.svg", "b.webp", "c.png", "a.svg")]
    resolved = draft.resolve(*figures).require()
    assert {picture.png for picture in resolved.pictures.values()} == {None}
    pictures = with_fallbacks(resolved, ()).pictures
    svg, webp, png, again = (pictures[figure.path] for figure in figures)
    assert png.png is None
    for picture in (svg, webp):
        with Image.open(io.BytesIO(picture.png)) as drawn:
            assert drawn.format == "PNG"
            ratio = drawn.width / drawn.height
        assert abs(ratio - picture.width_px / picture.height_px) < 0.01
    assert again.png is svg.png


def test_a_drawing_that_an_earlier_build_drew_is_not_drawn_again(draft, tmp_path, monkeypatch):
    drawn = []
    original = raster.png_of_svg

    def draw(*given):
        drawn.append(len(given))
        return original(*given)

    monkeypatch.setattr(raster, "png_of_svg", draw)
    fonts = tuple(package_templates() / f"clinical/fonts/Carlito-{face}.ttf" for face in ("Regular", "Bold"))

    def png(svg=SVG, fonts=fonts):
        draft.write("a.svg", svg)
        store = Store(tmp_path / "kept", "1")
        world = World(draft.world().root, (package_templates(),), store)
        figure = draft.figure("a.svg")
        resolved = resolve(world, draft.document(figure), fonts).require()
        return with_fallbacks(resolved, fonts, store).pictures[figure.path].png

    first = png()
    assert png() == first
    assert sorted(drawn) == [4, 5], "the picture, and a thumbnail to see whether it shows anything"
    assert png(SVG.replace("circle r", "circle cx='9' r")) != first
    png(fonts=fonts[:1])
    assert drawn.count(4) == drawn.count(5) == 3
    png(fonts=())
    png(fonts=())
    assert drawn.count(4) == drawn.count(5) == 5, "the fonts of a machine may change unseen"
