"""What can be written for signs that text fonts seldom have."""

from __future__ import annotations

_MEANINGS = (
    ("✓✔✅☑🗸", ("yes", "●", "√")),
    ("✗✘❌☒✕✖❎", ("no", "○", "–")),
    ("☐⬜◻❏❑", ("□", "○")),
    ("■◼⬛◾", ("▪", "●")),
    ("⇒⇨➔➜➝➞➙🡒⟶⟹", ("→",)),
    ("⇐⟵⟸", ("←",)),
    ("⇑⬆🡑▲△", ("↑", "higher")),
    ("⇓⬇🡓▼▽", ("↓", "lower")),
    ("★⭐✰☆✶", ("*",)),
    ("➤▶►‣⁃∙", ("•", "→")),
    ("⚠🚫❗", ("Caution:",)),
    ("⩽≦", ("≤",)),
    ("⩾≧", ("≥",)),
    ("⊕➕", ("+",)),
    ("⊖➖", ("–",)),
)

SUBSTITUTES = {sign: words for signs, words in _MEANINGS for sign in signs}
"""Words and signs of the same meaning, by the sign; most fonts have some of them."""
