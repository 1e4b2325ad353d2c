"""Insert claims into text and data, and note where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from builder.diagnostics import Diagnostics, Span
from builder.diagnostics.suggest import suggest
from builder.markup import Locate
from builder.markup.labels import CLAIM, LABEL
from builder.model.claims import Claim, ClaimUse
from builder.model.inline import (
    Citation,
    Emphasis,
    Inline,
    Inlines,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from builder.model.plain import unmarked_text

PARTS = (
    "value", "number", "unit", "interval", "low", "high", "n", "statement", "design", "follow-up", "as-of", "source",
)  # fmt: skip
"""What may stand behind the id and a dot; without a dot it is the value, or else the statement, with its citation."""

_BRACES = re.compile(r"(?<!\\)(?P<outer>\{)?\{(?P<inside>[^{}\n]*)\}(?(outer)\}?)")
_ESCAPED_OR_CLAIM = re.compile(rf"\\(?P<brace>[{{}}])|{CLAIM.pattern}")


@dataclass(slots=True)
class ClaimBook:
    """The claims of a document by id, and where each was inserted so far."""

    diagnostics: Diagnostics
    claims: dict[str, Claim] = field(default_factory=dict)
    uses: list[ClaimUse] = field(default_factory=list)

    def insert(self, use: ClaimUse, *, cite: bool = True) -> Inlines:
        """Return what stands for a use, with its citation if it names no part; report what cannot be (B550, B554)."""
        claim = self.claims.get(use.claim)
        if claim is None:
            self._report_unknown(use)
            return (Text(_written(use), use.span),)
        content = _part_of(claim, use.part)
        if use.part == "source" and not use.as_text:
            message = "a citation cannot stand in data or in an alternative text"
            self.diagnostics.error("B554", message, use.span, help="remove '.source', or the braces")
        elif not content:
            self._report_part(claim, use)
        self.uses.append(use)
        owned = _owned(content, claim.id, use.span)
        if not use.part and claim.source and cite:
            return (*owned, Text(" ", use.span, claim.id), Citation(claim.source, use.span))
        return owned

    def insert_in_line(self, text: str, locate: Locate, path: str) -> str:
        """Return plain text with the values of the claims in it, and without the marks of escaped braces."""

        def written(match: re.Match[str]) -> str:
            if match["brace"]:
                return match["brace"]
            use = ClaimUse(match["claim"], match["part"] or "", path, locate(*match.span()), as_text=False)
            return unmarked_text(self.insert(use, cite=False))

        return _ESCAPED_OR_CLAIM.sub(written, text)

    def check_braces(self, text: str, locate: Locate) -> None:
        """Report braces that hold a claim's id in a form that inserts nothing (B555)."""
        for match in _BRACES.finditer(text) if self.claims else ():
            is_claim = CLAIM.fullmatch(f"{{{match['inside']}}}") is not None
            words = LABEL.findall(match["inside"])
            named = next((word for word in words if word in self.claims), None)
            if named is None or (is_claim and not match["outer"]):
                continue
            self.diagnostics.error(
                "B555",
                f"'{match[0]}' is not the way to insert a claim",
                locate(*match.span()),
                help=f"write '{{{named}}}', or '{{{named}.value}}' without the citation",
            )

    def _report_unknown(self, use: ClaimUse) -> None:
        otherwise = f"add it to 'claims:', or write '\\{_written(use)}' if braces are meant"
        help_line = suggest(use.claim, self.claims, otherwise)
        self.diagnostics.error("B550", f"unknown claim '{use.claim}'", use.span, help=help_line)

    def _report_part(self, claim: Claim, use: ClaimUse) -> None:
        message = f"claim '{claim.id}' has no '{use.part}'"
        if use.part == "number":
            help_line = f"its value is no single number; write '{{{claim.id}.value}}'"
        elif use.part in PARTS:
            key = "interval" if use.part in ("low", "high") else use.part
            help_line = f"add '{key}: …' to it in line {claim.span.start.line}"
        else:
            there = ", ".join(part for part in PARTS if _part_of(claim, part))
            help_line = suggest(use.part, PARTS, f"it has {there}")
        self.diagnostics.error("B554", message, use.span, help=help_line)


def _written(use: ClaimUse) -> str:
    return f"{{{use.claim}.{use.part}}}" if use.part else f"{{{use.claim}}}"


def _part_of(claim: Claim, part: str) -> Inlines:
    """Return a part of a claim, nothing if it has none of that name."""
    match part:
        case "" | "value":
            return claim.value or (claim.statement if not part else ())
        case "statement":
            return claim.statement
        case "source":
            return (Citation(claim.source, claim.span),) if claim.source else ()
        case "number":
            text = claim.number_text
        case "interval" | "low" | "high":
            text = _bounds(claim, part)
        case "n" | "unit" | "design":
            text = str(getattr(claim, part))
        case "follow-up":
            text = claim.follow_up
        case "as-of":
            text = claim.as_of.isoformat() if claim.as_of else ""
        case _:
            text = ""
    return (Text(text),) if text else ()


def _bounds(claim: Claim, part: str) -> str:
    if claim.interval is None:
        return ""
    low, high = claim.interval
    return {"low": low, "high": high}.get(part, f"{low} to {high}")


def _owned(content: Inlines, claim: str, span: Span) -> Inlines:
    """Return content with every text in it marked as taken from a claim."""
    return tuple(_own(node, claim, span) for node in content)


def _own(node: Inline, claim: str, span: Span) -> Inline:
    match node:
        case Text(text=text):
            return Text(text, span, claim)
        case Emphasis() | Strong() | Superscript() | Subscript():
            return replace(node, content=_owned(node.content, claim, span))
        case Citation():
            return replace(node, span=span)
        case _:
            return node
