"""tex-formula: TeX between dollar signs, which is printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.subject import Subject

_FORMULA = re.compile(
    r"\$\$(?P<display>[^$\n]+)\$\$"
    r"|(?<![\w$\\])\$(?P<inline>[A-Za-z]|(?=\S)[^$\n]*[\\^_{=][^$\n]*(?<=\S))\$(?![\d$])"
    r"|\\[(\[](?P<bracketed>[^\n]*?[\\^_{=][^\n]*?)\\[)\]]"
)
_SIGNS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "chi": "χ", "phi": "φ", "omega": "ω", "Delta": "Δ", "Omega": "Ω",
    "Sigma": "Σ", "times": "×", "pm": "±", "cdot": "·", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠",
    "neq": "≠", "approx": "≈", "sim": "~", "to": "→", "rightarrow": "→", "infty": "∞", "%": "%",
}  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z]+|%)")
_SCRIPT = re.compile(r"([\^_])(?:\{([^{}]*)\}|(\w))")


def check(subject: Subject) -> Iterator[Finding]:
    r"""Find $x^2$, $$…$$ and \(x_1\); amounts of money are let be."""
    for passage in subject.passages:
        if "$" not in passage.text and "\\(" not in passage.text and "\\[" not in passage.text:
            continue
        for match in _FORMULA.finditer(passage.text):
            if passage.shown[match.start()] == passage.text[match.start()] or match["bracketed"]:
                formula = match["display"] or match["inline"] or match["bracketed"]
                message = f"'{_shorten(match[0])}' is TeX, which is printed as it stands"
                yield found_in(passage, *match.span(), message, _advice(formula))


def _advice(formula: str) -> str:
    """Return the formula in Markdown where that can say it, else how to show it."""
    signs = _COMMAND.sub(lambda found: _SIGNS.get(found[1], found[0]), formula.strip())
    written = _SCRIPT.sub(lambda found: _marked(found[1], found[2] or found[3]), signs)
    if re.search(r"[\\{}]", written):
        return "set the formula elsewhere, and insert it as a picture: figure: formula.svg"
    return f"write '{written}'"


def _marked(sign: str, text: str) -> str:
    mark = "^" if sign == "^" else "~"
    return f"{mark}{text}{mark}"


def _shorten(text: str) -> str:
    return text if len(text) <= 30 else text[:29].rstrip() + "…"
