"""Where a link may lead."""

from __future__ import annotations

import re

from builder.diagnostics import Diagnostics, Span

_ALLOWED = re.compile(r"(?:https?://|mailto:)\S|#.", re.IGNORECASE)


def check_target(href: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report a target that is neither an address of the web or of mail nor a place in the document (B232)."""
    if _ALLOWED.match(href) is None:
        message = f"'{href}' cannot be the target of a link" if href else "link without a target"
        diagnostics.error("B232", message, span, help=_suggest(href))


def _suggest(href: str) -> str:
    if re.match(r"www\.|[\w.-]+\.(?:com|org|net|gov|edu|eu|io)(?:/|$)", href):
        return f"write 'https://{href}'"
    if re.fullmatch(r"[^\s@/:]+@[^\s@/:]+", href):
        return f"write 'mailto:{href}'"
    return "a link leads to 'https://…', 'http://…', 'mailto:…' or to '#' and the id of a block or section"
