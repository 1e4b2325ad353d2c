"""The vocabulary of deck templates: names of layouts and of placeholders."""

from __future__ import annotations

from dataclasses import dataclass

from builder.deck.model import PlaceholderKind


@dataclass(frozen=True, slots=True)
class LayoutName:
    """A layout of the vocabulary.

    Attributes:
        name: in templates and content files. title: shown in the program's layout gallery.
        kind: PresentationML's ST_SlideLayoutType. template: the file in the theme's `deck/layouts`.
    """

    name: str
    title: str
    kind: str
    template: str
    compact: bool = False


_NAMES = (
    ("content", "Content", "obj", True),
    ("title", "Title", "title", False),
    ("section", "Section", "secHead", False),
    ("content-above", "Content above", "cust", True),
    ("content-below", "Content below", "cust", True),
    ("two-columns", "Two columns", "twoObj", True),
    ("comparison", "Comparison", "twoTxTwoObj", True),
    ("table", "Table", "tbl", True),
    ("chart", "Chart", "chart", True),
    ("figure", "Figure", "picTx", True),
    ("quotation", "Quotation", "cust", False),
    ("stats", "Stats", "cust", True),
    ("steps", "Steps", "cust", True),
    ("cards", "Cards", "cust", True),
    ("timeline", "Timeline", "cust", True),
    ("references", "References", "cust", False),
    ("blank", "Blank", "titleOnly", True),
)


def _layouts() -> tuple[LayoutName, ...]:
    found = []
    for name, title, kind, has_compact in _NAMES:
        found.append(LayoutName(name, title, kind, name))
        if has_compact:
            found.append(LayoutName(f"{name}-compact", f"{title}, compact", kind, name, compact=True))
    return tuple(found)


LAYOUTS = _layouts()
"""Every layout; the first is the one that the master takes its text styles from."""


@dataclass(frozen=True, slots=True)
class PlaceholderName:
    """What `data-placeholder` may say, and the placeholder that it stands for."""

    name: str
    kind: PlaceholderKind
    idx: int
    title: str
    prompt: str


_PLACEHOLDERS = (
    PlaceholderName(
        "title", PlaceholderKind.TITLE, 0, "Title", "Click to add a headline that says what is so"
    ),
    PlaceholderName("center-title", PlaceholderKind.CENTER_TITLE, 0, "Title", "Click to add the title"),
    PlaceholderName("subtitle", PlaceholderKind.SUBTITLE, 1, "Subtitle", "Click to add a subtitle"),
    PlaceholderName("body", PlaceholderKind.BODY, 1, "Text", "Click to add text"),
    PlaceholderName("left", PlaceholderKind.BODY, 1, "Left", "Click to add text"),
    PlaceholderName("right", PlaceholderKind.OBJECT, 2, "Right", "Click to add text, a chart or a picture"),
    PlaceholderName("left-heading", PlaceholderKind.BODY, 3, "Left heading", "Click to add a heading"),
    PlaceholderName("right-heading", PlaceholderKind.BODY, 4, "Right heading", "Click to add a heading"),
    PlaceholderName("table", PlaceholderKind.TABLE, 5, "Table", "Click the icon to add a table"),
    PlaceholderName("chart", PlaceholderKind.CHART, 6, "Chart", "Click the icon to add a chart"),
    PlaceholderName("picture", PlaceholderKind.PICTURE, 7, "Picture", "Click the icon to add a picture"),
    PlaceholderName("date", PlaceholderKind.DATE, 10, "Date", ""),
    PlaceholderName("footer", PlaceholderKind.FOOTER, 11, "Footer", ""),
    PlaceholderName("slide-number", PlaceholderKind.SLIDE_NUMBER, 12, "Slide number", "‹#›"),
    PlaceholderName("kicker", PlaceholderKind.BODY, 13, "Section name", "Section"),
    PlaceholderName("caption", PlaceholderKind.BODY, 14, "Caption", "Caption: what is shown, in which unit"),
    PlaceholderName("note", PlaceholderKind.BODY, 15, "Note", "Caveats"),
    PlaceholderName("sources", PlaceholderKind.BODY, 16, "Sources", "Sources"),
    PlaceholderName("pointer", PlaceholderKind.BODY, 18, "Page of the briefing", "Briefing p."),
    PlaceholderName("details", PlaceholderKind.BODY, 17, "Details", "Author, affiliation, occasion"),
)
PLACEHOLDERS = {placeholder.name: placeholder for placeholder in _PLACEHOLDERS}


def find_layout(name: str) -> LayoutName | None:
    """Return the layout called `name`, if there is one."""
    return next((layout for layout in LAYOUTS if layout.name == name), None)
