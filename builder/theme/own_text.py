"""Text files of a theme: its tokens, its templates, its style sheets."""

from __future__ import annotations

from pathlib import Path

from builder.diagnostics import Diagnostics, Span
from builder.disk import FileTooLarge
from builder.errors import FileAccessError
from builder.limits import LARGEST_THEME_TEXT_BYTES, MB
from builder.world import World


def read_own_text(world: World, file: Path, found: Diagnostics) -> str | None:
    """Return the text of a file that was found; None with B404 if it is not text, or too large.

    Raises:
        FileAccessError: it cannot be read.
    """
    name = world.name_of(file)
    try:
        return world.read_text(file, LARGEST_THEME_TEXT_BYTES)
    except FileTooLarge:
        message = f"this file of the theme is larger than {LARGEST_THEME_TEXT_BYTES // MB} MB"
        found.error("B404", message, Span.at(name, 1, 1), help="leave embedded pictures and fonts out of it")
    except UnicodeDecodeError:
        message = "this file of the theme is not UTF-8 text"
        found.error("B404", message, Span.at(name, 1, 1), help="save it with the encoding UTF-8")
    except OSError as error:
        raise FileAccessError(f"cannot read '{name}'", "check that you may read the file") from error
    return None
