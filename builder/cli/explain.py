"""`diptych explain CODE`: the page of a diagnostic."""

from __future__ import annotations

import click

from builder.cli.console import say
from builder.errors import UsageError

LISTING = "rules"


@click.command
@click.argument("code")
def command(code: str) -> None:
    """Print what a CODE, such as B206, or the name of a rule means; 'rules' lists the rules.

    Rules are what 'lint: {allow: …}' in a content file can name.
    """
    from builder.diagnostics.codes import CODES, find_page
    from builder.diagnostics.rules import BY_NAME
    from builder.diagnostics.suggest import suggest

    if code.lower() == LISTING:
        say(_list_rules())
        return
    page = find_page(BY_NAME[code.lower()].code if code.lower() in BY_NAME else code)
    if page is None:
        known = suggest(code, (*CODES, *BY_NAME, LISTING), "every fault is printed with its code")
        raise UsageError(f"unknown code '{code}'", known)
    say(page.rstrip())


def _list_rules() -> str:
    """Return a line for each rule: its name, code, what it finds, and whether it can be switched off or mended."""
    from builder.diagnostics.rules import RULES

    widest = max(len(rule.name) for rule in RULES)
    lines = [
        f"{rule.name:<{widest}}  {rule.code}  {rule.summary}"
        f"{' [--fix]' if rule.fixes else ''}{' [always on]' if rule.binding else ''}"
        for rule in sorted(RULES, key=lambda rule: rule.name)
    ]
    return "\n".join((*lines, "", "To switch one off: lint: {allow: [{rule: NAME, reason: WHY}]}"))
