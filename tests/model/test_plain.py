from builder.model.inline import Emphasis, Subscript, Superscript, Text
from builder.model.plain import unmarked_text


def test_raised_and_lowered_numbers_do_not_run_into_what_is_before_them():
    power = (Text("8 × 10"), Superscript((Text("7"),)), Text(" cells"))
    assert unmarked_text(power) == "8 × 10⁷ cells"
    assert unmarked_text((Text("10"), Superscript((Text("-12"),)))) == "10⁻¹²"
    assert unmarked_text((Emphasis((Text("H"), Subscript((Text("2"),)), Text("O"))),)) == "H₂O"


def test_what_has_no_such_character_is_marked():
    assert unmarked_text((Text("4"), Superscript((Text("th"),)))) == "4^th"
    assert unmarked_text((Text("T"), Subscript((Text("reg"),)))) == "T_reg"
