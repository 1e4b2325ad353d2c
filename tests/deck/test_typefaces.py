"""The deck names a typeface for the scripts that the theme has fonts for."""

from dataclasses import replace

from builder.deck.model import FontRole
from builder.deck.typefaces import deck_fonts
from tests.deck.samples import context


def test_a_family_that_has_a_script_is_named_for_it() -> None:
    theme = context().theme
    fonts = {font.role: font for font in deck_fonts(theme)}
    assert fonts[FontRole.BODY].complex_script == ""
    assert fonts[FontRole.HEADINGS].complex_script == "Liberation Serif"
    assert {font.east_asian for font in fonts.values()} == {""}


def test_the_first_family_goes_by_its_name_in_offices() -> None:
    theme = context().theme
    serif = theme.headings.families["Liberation Serif"]
    body = replace(theme.body, families={theme.body.family: serif})
    [font] = [font for font in deck_fonts(replace(theme, body=body)) if font.role is FontRole.BODY]
    assert font.complex_script == theme.body.office
