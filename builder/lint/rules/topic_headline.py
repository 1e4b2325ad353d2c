"""topic-headline: a headline that names a topic and states nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.figures import find_figures
from builder.lint.finding import Finding, found_in
from builder.lint.passages import Passage, Role
from builder.lint.subject import Subject
from builder.lint.verbs import may_be_verb

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STATES = re.compile(
    r"\b(?:no|none|not|never|nobody|nothing|only|more|less|fewer|yet|still|too|than|up|down|first|thank you|thanks)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:of|out of|in) ",
    re.IGNORECASE,
)
"""Words of statements that go without a verb: no death in 40 patients; five of nine stable; prices up."""

_LONGEST = 7
"""Words of a topic, at most: longer headlines have verbs that no list knows."""

_TOPICS = frozenset(
    {
        "access", "advantages", "agenda", "approach", "background", "benefits", "challenges", "conclusion",
        "conclusions", "contents", "costs", "design", "discussion", "final results", "financial results",
        "first results", "focus", "future plans", "impact", "interim results", "introduction", "key points",
        "key results", "lab results", "limits", "main results", "market access", "market needs",
        "materials and methods", "methods", "needs", "next steps", "open questions", "outlook", "overview", "plans",
        "process", "progress", "questions", "questions and answers", "report", "reports", "research design",
        "research needs", "results", "results and discussion", "risks", "study design", "summary", "target",
        "targets", "test results", "trial design", "trial results", "use cases",
    }
)  # fmt: skip
"""Topics with words that are verbs elsewhere."""


def check(subject: Subject) -> Iterator[Finding]:
    """Find headlines of up to seven words of which none may be a verb, and some well-known topics.

    English only. A section without a headline has its title on the slide, and is let be, as is what has a question
    mark, a colon, a figure, or a word such as "no" or "only".
    """
    if subject.is_english:
        for passage in subject.passages_of({Role.HEADLINE}):
            text = passage.shown.strip()
            if text and _is_topic(passage, text):
                start = len(passage.shown) - len(passage.shown.lstrip())
                message = "this headline names a topic; it does not say what is known about it"
                help = "write a sentence; if it is one, allow: [{rule: topic-headline, reason: …}]"
                yield found_in(passage, start, start + len(text), message, help)


def _is_topic(passage: Passage, text: str) -> bool:
    plain = text.rstrip(".:").lower().strip()
    if plain in _TOPICS:
        return True
    if "?" in text or ":" in plain or "=" in text or "%" in text or not _is_plain(passage):
        return False
    if _STATES.search(text) or any(find_figures(text)):
        return False
    words = _WORD.findall(text)
    first_is_imperative = bool(words) and may_be_verb(words[0]) and len(words) > 1
    return 0 < len(words) <= _LONGEST and not first_is_imperative and not any(map(may_be_verb, words[1:]))


def _is_plain(passage: Passage) -> bool:
    """Return whether nothing is inserted into a headline; a claim's value may hold the verb."""
    return "{" not in passage.text
