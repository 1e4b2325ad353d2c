import io

import pytest
from PIL import Image

from builder.resolve.pictures.faults import TooMuchToDraw, UnusableImage
from builder.resolve.pictures.raster import check_image, png_of_image, png_of_svg


def encoded(kind, size=(40, 20), mode="RGB", **options):
    target = io.BytesIO()
    Image.new(mode, size, "teal").save(target, kind, **options)
    return target.getvalue()


@pytest.mark.parametrize(
    ("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")]
)
def test_the_type_is_told_from_the_content(kind, media_type):
    data = encoded(kind)
    assert check_image(data) == (media_type, data, 40, 20)


@pytest.mark.parametrize(
    ("dpi", "size"),
    [((192, 192), (20, 10)), ((300, 150), (12.8, 12.8)), ((72, 72), (40, 20)), ((1, 1), (40, 20))],
)
def test_a_resolution_that_the_file_states_gives_its_size(dpi, size):
    assert check_image(encoded("JPEG", dpi=dpi))[2:] == pytest.approx(size)
    assert check_image(encoded("PNG", dpi=dpi))[2:] == pytest.approx(size, rel=1e-3)


def test_a_photograph_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    media_type, data, width, height = check_image(encoded("JPEG", exif=exif))
    assert (media_type, width, height) == ("image/jpeg", 20, 40)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (20, 40)
        assert image.getexif().get(0x0112, 1) == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is not a PNG, JPEG or WebP image"),
        (b"GIF89a", "is not a PNG, JPEG or WebP image"),
        (encoded("GIF"), "is not a PNG, JPEG or WebP image"),
        (encoded("PNG", (300, 300))[:-40], "is damaged or cut off"),
        (encoded("JPEG", (300, 300))[:-400], "is damaged or cut off"),
        (encoded("WEBP", (300, 300), lossless=True)[:40], "is damaged or cut off"),
    ],
)
def test_what_cannot_be_shown_is_refused(data, problem):
    with pytest.raises(UnusableImage) as refused:
        check_image(data)
    assert str(refused.value) == problem


@pytest.mark.parametrize("side", [9_100, 14_000])
def test_a_decompression_bomb_is_refused_before_it_is_decoded(side):
    bomb = encoded("PNG", (side, side), "1")
    with pytest.raises(TooMuchToDraw, match="pixels: scale it to less than 80 million"):
        check_image(bomb)


def test_webp_becomes_png_with_its_transparency():
    target = io.BytesIO()
    Image.new("RGBA", (4, 4), (10, 20, 30, 0)).save(target, "WEBP", lossless=True, exact=True)
    with Image.open(io.BytesIO(png_of_image(target.getvalue()))) as image:
        assert (image.format, image.mode, image.getpixel((0, 0))) == ("PNG", "RGBA", (10, 20, 30, 0))


@pytest.mark.parametrize(("size", "pixels"), [((100, 50), (1600, 800)), ((50, 100), (800, 1600))])
def test_svg_is_drawn_1600_pixels_on_its_longer_side(size, pixels):
    width, height = size
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    svg = f'{head}<rect width="50%" height="100%"/></svg>'
    with Image.open(io.BytesIO(png_of_svg(svg.encode(), width, height, ()))) as image:
        assert image.size == pixels
        assert image.getpixel((10, 10)) == (0, 0, 0, 255)
        assert image.getpixel((pixels[0] - 10, 10))[3] == 0


def test_text_in_any_family_is_drawn_with_the_given_fonts(root):
    fonts = tuple(sorted((root / "templates/clinical/fonts").glob("Carlito-Regular.ttf")))
    assert fonts
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><text x="5" y="40" font-size="40" '
        b'font-family="Nobody Has This">CAR</text></svg>'
    )
    with Image.open(io.BytesIO(png_of_svg(svg, 100, 50, fonts))) as image:
        assert image.getchannel("A").getextrema()[1] == 255
