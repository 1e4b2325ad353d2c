"""The proof in grey, judged by what poppler makes of it."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageCms

from builder.pdf.paper.grey import grey_of_rgb, make_grey
from tests.pdf.conftest import Printed
from tests.pdf.tagged import find_faults

LIGHTNESS_TOLERANCE = 3
"""In steps of 255: pixels at the edges of letters are mixed before they are made grey, and here after it."""


def draw(data: bytes, folder: Path) -> list[Image.Image]:
    folder.mkdir()
    (folder / "x.pdf").write_bytes(data)
    subprocess.run(["pdftoppm", "-r", "50", "-png", "x.pdf", "x"], check=True, cwd=folder)
    return [Image.open(file).convert("RGB") for file in sorted(folder.glob("x-*.png"))]


def test_greys_have_the_lightness_of_their_colours() -> None:
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    for color in ((15, 94, 140), (201, 122, 10), (255, 255, 255), (0, 0, 0), (91, 151, 188), (255, 0, 0)):
        grey = round(grey_of_rgb([channel / 255 for channel in color]) * 255)
        lightness, grey_lightness = (
            ImageCms.applyTransform(Image.new("RGB", (1, 1), rgb), to_lab).getpixel((0, 0))[0]
            for rgb in (color, (grey, grey, grey))
        )
        assert abs(lightness - grey_lightness) <= 6, color


@pytest.mark.render
def test_every_pixel_is_grey_and_every_page_there(printed: Printed, tmp_path: Path) -> None:
    before, after = draw(printed.data, tmp_path / "a"), draw(make_grey(printed.data), tmp_path / "b")
    assert len(before) == len(after)
    assert any(ImageChops.difference(*page.split()[:2]).getbbox() for page in before)
    for page in after:
        red, green, blue = page.split()
        assert ImageChops.difference(red, green).getbbox() is None
        assert ImageChops.difference(red, blue).getbbox() is None


@pytest.mark.render
def test_it_stays_tagged_and_whole(printed: Printed, tmp_path: Path, qpdf: Path) -> None:
    data = make_grey(printed.data)
    assert make_grey(printed.data) == data
    file, original = tmp_path / "proof.pdf", tmp_path / "briefing.pdf"
    file.write_bytes(data)
    original.write_bytes(printed.data)
    subprocess.run([qpdf, "--check", file], check=True, capture_output=True)
    assert find_faults(file) == find_faults(original)
    texts = [
        subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True).stdout
        for path in (file, original)
    ]
    assert texts[0] == texts[1]


def test_pictures_and_shadings_are_made_grey() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(10, 10))
        page = pdf.pages[0].obj
        picture = pdf.make_stream(bytes((255, 0, 0)) * 4)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width = picture.Height = 2
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
        function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[1, 0, 0], C1=[1, 1, 1])
        shading = pikepdf.Dictionary(ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB, Function=function)
        page.Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(I=picture), Shading=pikepdf.Dictionary(S=shading)
        )
        page.Contents = pdf.make_stream(b"/DeviceCMYK cs 0 0 0 1 scn 0 0 1 RG /I Do /S sh")
        written = BytesIO()
        pdf.save(written)
    with pikepdf.open(BytesIO(make_grey(written.getvalue()))) as proof:
        resources = proof.pages[0].obj.Resources
        red = round(grey_of_rgb((1, 0, 0)) * 255)
        assert resources.XObject.I.read_bytes() == bytes((red,)) * 4
        assert resources.XObject.I.ColorSpace == resources.Shading.S.ColorSpace == pikepdf.Name.DeviceGray
        assert float(resources.Shading.S.Function.C0[0]) == pytest.approx(red / 255, abs=0.002)
        assert [float(value) for value in resources.Shading.S.Function.C1] == [1]
        contents = proof.pages[0].obj.Contents.read_bytes().split()
        assert contents[:4] == [b"/DeviceGray", b"cs", b"0.0000", b"scn"]
        assert contents[5] == b"G"
