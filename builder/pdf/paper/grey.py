"""A proof in grey: what the briefing looks like from a printer without colour.

Every colour becomes DeviceGray of the same luminance (IEC 61966-2-1): in contents, shadings and pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from PIL import Image, ImageMath

from builder.pdf.paper.content import Operands, changed

LUMINANCE = (0.2126, 0.7152, 0.0722)
OPERATORS = {"rg": "g", "RG": "G", "k": "g", "K": "G"}
SPACES = {"cs": "scn", "CS": "SCN"}
LIGHTEST = 65_535
GREY = pikepdf.Name.DeviceGray


def make_grey(data: bytes) -> bytes:
    """Return the PDF `data`, as WeasyPrint writes it, in grey; tags, links and metadata stay.

    The same bytes give the same bytes.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.obj.Contents.write(changed(page, _Grey().change))
            _make_shadings_grey(page.obj)
        for found in pdf.objects:
            if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Form":
                found.write(changed(found, _Grey().change))
                _make_shadings_grey(found)
                if "/Group" in found:
                    found.Group.CS = GREY
            elif isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image":
                _make_picture_grey(found)
        written = BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return written.getvalue()


def grey_of_rgb(channels: Sequence[float]) -> float:
    """Return the grey, from 0 to 1, of the same luminance as three channels from 0 to 1."""
    light = sum(share * _decode(channel) for share, channel in zip(LUMINANCE, channels, strict=True))
    return _encode(light)


def _decode(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encode(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _grey_of(values: Sequence[float], space: str) -> float:
    """Return the grey of a colour in a space by its name: one of Lab's, RGB's or CMYK's."""
    if space.startswith("/lab"):
        lightness = values[0]
        return _encode(((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3)
    if len(values) == 4:
        black = 1 - values[3]
        values = [(1 - value) * black for value in values[:3]]
    return grey_of_rgb(values) if len(values) == 3 else values[0]


class _Grey:
    """Changes the colours of one content stream, minding the colour space that is chosen for each."""

    def __init__(self) -> None:
        self._chosen = {"scn": "", "SCN": ""}

    def change(self, operands: Operands, operator: str) -> tuple[Operands, str]:
        if operator in OPERATORS:
            return [_number(_grey_of([float(value) for value in operands], ""))], OPERATORS[operator]
        if operator in SPACES and operands[0] != "/Pattern":
            self._chosen[SPACES[operator]] = str(operands[0])
            return [GREY], operator
        if operator in self._chosen and not isinstance(operands[-1], pikepdf.Name):
            values = [float(value) for value in operands]
            return [_number(_grey_of(values, self._chosen[operator]))], operator
        return operands, operator


def _number(value: float) -> pikepdf.Object:
    return pikepdf.Object.parse(b"%.4f" % min(1, max(0, value)))


def _make_shadings_grey(page: pikepdf.Object) -> None:
    for shading in (
        page.get("/Resources", pikepdf.Dictionary()).get("/Shading", pikepdf.Dictionary()).values()
    ):
        shading.ColorSpace = GREY
        _make_function_grey(shading.Function)


def _make_function_grey(function: pikepdf.Object) -> None:
    for part in function.get("/Functions", ()):
        _make_function_grey(part)
    for end in ("/C0", "/C1"):
        if end in function and len(function[end]) > 1:
            function[end] = [_number(_grey_of([float(value) for value in function[end]], ""))]


def _make_picture_grey(picture: pikepdf.Stream) -> None:
    if picture.get("/ColorSpace") == GREY or picture.get("/ImageMask"):
        return
    image = pikepdf.PdfImage(picture).as_pil_image().convert("RGB")
    picture.write(_luminance(image))
    picture.ColorSpace, picture.BitsPerComponent = GREY, 8
    for key in ("/Decode", "/DecodeParms"):
        if key in picture:
            del picture[key]


def _luminance(image: Image.Image) -> bytes:
    """Return the grey of each pixel; the channels are added up as light, not as the numbers that stand for it."""
    red, green, blue = (
        channel.point([round(share * _decode(value / 255) * LIGHTEST) for value in range(256)], "I")
        for share, channel in zip(LUMINANCE, image.split(), strict=True)
    )
    light = ImageMath.lambda_eval(
        lambda names: names["min"](names["r"] + names["g"] + names["b"], LIGHTEST), r=red, g=green, b=blue
    )
    levels = [round(_encode(value / LIGHTEST) * 255) for value in range(LIGHTEST + 1)]
    return bytes(light.point(levels, "L").tobytes())
