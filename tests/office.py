"""LibreOffice as a judge of decks, with the fonts of the theme alone: what it shows does not hang on the machine."""

from __future__ import annotations

import os
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "templates" / "clinical" / "fonts"
FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Calibri</family><accept><family>Carlito</family></accept></alias>
  <alias binding="same"><family>Courier New</family><accept><family>Liberation Mono</family></accept></alias>
  <alias binding="same"><family>Cambria</family><accept><family>Caladea</family></accept></alias>
  <alias binding="same"><family>Arial</family><accept><family>Liberation Sans</family></accept></alias>
  {more}
</fontconfig>
"""
ALIAS = """<dir>{folder}</dir>
  <alias binding="same"><family>{name}</family><accept><family>{family}</family></accept></alias>"""
TIMEOUT_S = 180


@dataclass(frozen=True, slots=True)
class Substitute:
    """The family that the font `name` is drawn with, from the files in `folder`."""

    name: str
    family: str
    folder: Path = FONTS


def render_pdf(
    deck: Path, folder: Path, soffice: Path | str = "soffice", substitute: Substitute | None = None
) -> Path:
    """Return `<deck's stem>.pdf` in `folder`, as LibreOffice renders the deck.

    Its profile and the fonts' cache are in `folder` too, so that a second deck is rendered faster.
    """
    folder.mkdir(parents=True, exist_ok=True)
    fonts = folder / "fonts.conf"
    more = ALIAS.format(**asdict(substitute)) if substitute else ""
    fonts.write_text(FONTCONFIG.format(fonts=FONTS, cache=folder / "cache", more=more))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, deck]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT_S, env=environment)
    return folder / f"{deck.stem}.pdf"
