"""The rules that the lint runs, by name: each is a module of `builder.lint.rules` with one function `check`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from builder.lint.finding import Finding
from builder.lint.rules import (
    broken_numbering,
    doubled_word,
    placeholder_text,
    stray_script,
    web_page_furniture,
)
from builder.lint.subject import Subject

Check: TypeAlias = Callable[[Subject], Iterable[Finding]]

CHECKS: dict[str, Check] = {
    "broken-numbering": broken_numbering.check,
    "doubled-word": doubled_word.check,
    "placeholder-text": placeholder_text.check,
    "stray-script": stray_script.check,
    "web-page-furniture": web_page_furniture.check,
}
