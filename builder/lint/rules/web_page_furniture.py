"""web-page-furniture: what was around a text on the page that it was copied from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding, found_in
from builder.lint.passages import Passage, Role
from builder.lint.subject import Subject

_PHRASE = re.compile(
    r"\b(?:click here\b|share this (?:article|post|page|story|link)\b|skip to (?:main )?content\b"
    r"|(?:subscribe|sign up) (?:to|for) our\b|we use cookies\b|this (?:web)?site uses cookies\b"
    r"|(?:accept|reject) all cookies\b|share on (?:facebook|twitter|linkedin|x|whatsapp)\b"
    r"|\d+ min(?:ute)? read\b|javascript is (?:disabled|required)\b)",
    re.IGNORECASE,
)
"""What no sentence of a briefing says, wherever it stands."""

_PARTS = (
    "click", "share", "skip to", "subscribe", "sign up", "cookie", " read", "javascript",
)  # fmt: skip
"""One of these is in every match; to look for them takes a twentieth of the time."""

_LINE = re.compile(
    r"(?:(?:read|learn|show|see|load) more|continue reading|related (?:articles|posts|stories|reading)"
    r"|advertisement|sponsored(?: content)?|(?:previous|next) (?:article|post|page)|log ?in|sign (?:in|up)|register"
    r"|cookie (?:policy|settings|preferences|notice)|manage cookies|follow us on.*|back to top"
    r"|leave a (?:comment|reply)|all rights reserved|add to (?:cart|basket)|share|print|comments? \(\d+\)"
    r"|tags:.*|home\s*[>›»/].*|©.*|copyright (?:©|\(c\)|\d{4}).*)[ \t]*[.…»›→]*",
    re.IGNORECASE,
)
"""What is furniture if nothing else stands on its line."""

_MENU_WORD = re.compile(
    r"(?:about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|faqs?|help|careers|jobs|home"
    r"|sitemap|site map|imprint|impressum|login|log in|sign in|news|cookies?|advertise|press|support|accessibility"
    r"|management center|user accounts.*|disclaimer|legal(?: notice)?)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"(?<!\s)\s+[·•|›»]\s+")

_BULLET = re.compile(
    "[ \t]*([●•◦▪■□▶►➤➢✓✔✅☑★☆❖⭐➡\U0001f300-\U0001faff\u2600-\u2605\u2607-\u263f\u2660-\u27bf]\ufe0f?)(?=[ \t]+\\S)"
)

_LINED = frozenset({Role.PROSE, Role.NOTES, Role.SUMMARY, Role.DISCLOSURE})
_BULLETED = _LINED | {Role.POINT, Role.ITEM, Role.HEADLINE, Role.HEADING, Role.TITLE}
_LONGEST = 120
"""Characters of a line of a menu or a foot, at most."""

HELP = "remove it: it belongs to the page that the text was copied from"
LIST_HELP = "write each item on a line of its own after '- ', or use a points block"
SIGN_HELP = "remove the sign: what marks this text is drawn for it"


def check(subject: Subject) -> Iterator[Finding]:
    """Find phrases, menu lines, copyright lines and bullets that are typed as signs or emoji."""
    for passage in subject.passages:
        lowered = passage.shown.lower()
        if any(part in lowered for part in _PARTS):
            for match in _PHRASE.finditer(passage.shown):
                yield found_in(
                    passage, match.start(), match.end(), f"'{match[0]}' is said by web pages", HELP
                )
        if passage.role in _BULLETED:
            yield from _check_lines(passage)


def _check_lines(passage: Passage) -> Iterator[Finding]:
    at = 0
    for line in passage.shown.split("\n"):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at += len(line) + 1
        short = len(line) <= _LONGEST and passage.role in _LINED
        if short and (_LINE.fullmatch(line.strip()) or _is_menu(line)):
            message = "a line of a web page, not of its text"
            yield found_in(passage, start, end, message, HELP)
        elif bullet := _BULLET.match(line):
            message = f"'{bullet[1]}' is typed as a bullet"
            help = LIST_HELP if passage.role in _LINED else SIGN_HELP
            yield found_in(passage, start, start + len(bullet[1]), message, help)


def _is_menu(line: str) -> bool:
    """Return whether a line is three or more short words between separators, one of them known from menus."""
    items = _SEPARATOR.split(line.strip())
    short = all(len(item.split()) <= 5 for item in items)
    return len(items) >= 3 and short and any(_MENU_WORD.fullmatch(item) for item in items)
