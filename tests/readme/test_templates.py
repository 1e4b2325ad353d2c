"""templates/README.md lists all that a template may use."""

from __future__ import annotations

import re

import pytest

from builder.compose.html import FILTERS
from builder.deck.layouts import LAYOUTS, PLACEHOLDERS
from builder.theme.read import DIPTYCH_KEYS
from builder.theme.theme import CHART_ROLES
from tests.readme.render import ROOT

TEMPLATES = ROOT / "templates"
TEXT = (TEMPLATES / "README.md").read_text("utf-8")


def attributes_in_use() -> set[str]:
    """Return the data attributes of the deck's templates."""
    files = (TEMPLATES / "clinical" / "deck").rglob("*.j2")
    return {name for file in files for name in re.findall(r"\bdata-[a-z]+", file.read_text("utf-8"))}


@pytest.mark.parametrize(
    "names",
    [
        FILTERS,
        PLACEHOLDERS,
        {layout.template for layout in LAYOUTS},
        attributes_in_use(),
        DIPTYCH_KEYS,
        {role for role in CHART_ROLES if not role.startswith("series")},
    ],
    ids=["filters", "placeholders", "layouts", "attributes", "keys", "chart roles"],
)
def test_every_name_is_listed(names) -> None:
    assert {name for name in names if not re.search(rf"(?<![\w-]){name}(?![\w-])", TEXT)} == set()
