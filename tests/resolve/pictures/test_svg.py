import pytest

from builder.resolve.pictures.svg import UnusableSvg, check_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10"'

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="


def svg(body="", head=HEAD, before=""):
    return f"{before}{head}>{body}</svg>".encode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="120" height="80"', (120, 80)),
        ('width="120px" height="80px"', (120, 80)),
        ('width="1in" height="72pt"', (96, 96)),
        ('width="25.4mm" height="2.54cm"', (96, 96)),
        ('viewBox="0 0 300 150"', (300, 150)),
        ('viewBox="-10,-10,300,150" width="100%" height="100%"', (300, 150)),
        ('viewBox="0 0 300 150" width="600"', (600, 300)),
        ('viewBox="0 0 300 150" height="75"', (150, 75)),
        ('width="1e2" height=".5e2"', (100, 50)),
    ],
)
def test_the_natural_size_is_in_css_pixels(attributes, size):
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}'
    assert check_svg(svg(head=head)) == pytest.approx(size)


@pytest.mark.parametrize(
    "attributes", ["", 'width="10"', 'width="0" height="0"', 'viewBox="0 0 0 10"', 'viewBox="a b"']
)
def test_a_picture_without_size_is_refused(attributes):
    with pytest.raises(UnusableSvg, match="has no size"):
        check_svg(svg(head=f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}'))


@pytest.mark.parametrize(
    "body",
    [
        '<use xlink:href="#a"/>',
        '<rect fill="url(#gradient)" style="fill: url(#g)"/>',
        '<style>.a { fill: url("#g") } @font-feature-values x {}</style>',
        f'<image href="data:image/png;base64,{PIXEL}"/>',
        '<a href="https://example.org"><text>x</text></a>',
        "<metadata>anything</metadata>",
    ],
)
def test_what_stays_inside_the_picture_is_allowed(body):
    assert check_svg(svg(body)) == (10, 10)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>alert(1)</script>", "contains a script, line 1"),
        ('\n<rect onclick="x()"/>', "contains a script in 'onclick', line 2"),
        ("<foreignObject/>", "contains <foreignObject>"),
        ('<image href="photo.png"/>', "refers to 'photo.png' outside itself"),
        ('<image xlink:href="http://example.org/a.png"/>', "refers to 'http://example.org/a.png'"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "refers to 'data:image/svg"),
        ('<use href="other.svg#a"/>', "refers to 'other.svg#a'"),
        ('<a href="javascript:x()"/>', "refers to 'javascript:x()'"),
        ("<style>@import 'a.css';</style>", "refers to a file outside itself in its style"),
        ("<style>a { fill: url(b.svg#c) }</style>", "refers to a file outside itself in its style"),
        ('<rect fill="url(http://example.org/#a)"/>', "refers to a file outside itself in 'fill'"),
        ('<rect style="background: URL( x.png )"/>', "refers to a file outside itself in 'style'"),
        ('<image xmlns:x="http://www.w3.org/1999/xlink" x:href="/etc/passwd"/>', "refers to '/etc/passwd'"),
    ],
)
def test_what_reaches_outside_or_runs_is_refused(body, problem):
    with pytest.raises(UnusableSvg) as refused:
        check_svg(svg(body))
    assert str(refused.value).startswith(problem)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is not well-formed XML"),
        (b"<svg", "is not well-formed XML, line 1"),
        (b"<html/>", "is not an SVG picture"),
        (b'<svg width="1" height="1"/>', 'lacks xmlns="http://www.w3.org/2000/svg"'),
        (
            svg("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "defines XML entities",
        ),
        (svg(before='<?xml-stylesheet href="a.css"?>'), "refers to a style sheet outside itself"),
    ],
)
def test_what_is_no_plain_svg_is_refused(data, problem):
    with pytest.raises(UnusableSvg) as refused:
        check_svg(data)
    assert str(refused.value).startswith(problem)


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    with pytest.raises(UnusableSvg):
        check_svg(svg("<text>&j;</text>", before=bomb + "]>"))
