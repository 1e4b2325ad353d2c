"""Slides of a reference deck that are kept, before or after ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.diagnostics import Diagnostic, Diagnostics, Outcome, Severity, Span
from builder.model.document import DeckSettings, SlideChoice

CODE = "B319"
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ReferenceSlide:
    """A slide of the file itself, of which nothing is changed.

    Attributes:
        number: in the file, from 1. part: name of its part. title: empty where it has none.
        undescribed: names of pictures, charts and drawings on it that have no alternative text.
    """

    number: int
    part: str
    title: str
    hidden: bool = False
    has_notes: bool = False
    undescribed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptSlides:
    """Those that come before our slides, and those that come after them."""

    first: tuple[ReferenceSlide, ...] = ()
    last: tuple[ReferenceSlide, ...] = ()

    def __iter__(self) -> Iterator[ReferenceSlide]:
        yield from self.first
        yield from self.last

    def places(self, own: int) -> dict[int, int]:
        """Return the numbers that they have in a deck with `own` slides of ours, each with its number in the file."""
        placed = [*enumerate(self.first, 1), *enumerate(self.last, len(self.first) + own + 1)]
        return {number: slide.number for number, slide in placed}


NO_SLIDES = KeptSlides()


def choose_slides(
    settings: DeckSettings, count: int, name: str
) -> Outcome[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the numbers of the slides that come first and last, out of the `count` that the file `name` has.

    Diagnostics: B319, a slide that the file lacks, or one that was asked for twice.
    """
    found = Diagnostics()
    choices = (*settings.slides_first, *settings.slides_last)
    seen: set[int | None] = set()
    for choice in choices:
        if choice.number in seen:
            what = "all slides are" if choice.number is None else f"slide {choice.number} is"
            found.error(CODE, f"{what} asked for twice", choice.span, help="remove one of the two")
        elif count < (choice.number or 1):
            has = f"{count} slide{'s' * (count != 1)}" if count else "no slides"
            found.error(
                CODE, f"'{name}' has {has}" + (f" and no slide {choice.number}" if choice.number else ""),
                choice.span, help=f"'diptych template {name}' lists its slides, the hidden ones too",
            )  # fmt: skip
        seen.add(choice.number)
    if found.failed:
        return found.outcome(None)
    rest = [number for number in range(1, count + 1) if number not in seen]
    return found.outcome((_spread(settings.slides_first, rest), _spread(settings.slides_last, rest)))


def _spread(choices: Iterable[SlideChoice], rest: list[int]) -> tuple[int, ...]:
    numbers = ([choice.number] if choice.number else rest for choice in choices)
    return tuple(number for some in numbers for number in some)


def warn_of_unreachable(
    slides: Iterable[ReferenceSlide], name: str, span: Span | None
) -> Iterator[Diagnostic]:
    """Yield B320 for each kept slide without a title, or with something that has no alternative text."""
    for slide in slides:
        lacks = [] if slide.title else ["no title"]
        if slide.undescribed:
            names = ", ".join(f"'{one}'" for one in slide.undescribed[:MOST_SHOWN])
            more = len(slide.undescribed) - MOST_SHOWN
            lacks.append(f"no alternative text on {names}" + (f" and {more} more" if more > 0 else ""))
        if lacks:
            yield Diagnostic(
                "B320",
                f"slide {slide.number} of '{name}' has {' and '.join(lacks)}",
                span,
                "mend it in that file: Review > Check Accessibility leads to each place",
                severity=Severity.WARNING,
            )
