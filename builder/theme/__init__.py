"""Themes: tokens with brand-yml's keys, fonts and colours."""
