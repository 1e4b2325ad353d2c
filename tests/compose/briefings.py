"""Briefings for tests: content files taken through the real stages up to a given one."""

from dataclasses import dataclass
from pathlib import Path

from builder.compose.report import ComposedReport, compose_report
from builder.content.load import load
from builder.model.resolved import ResolvedDocument
from builder.resolve.resolve import resolve
from builder.theme.places import package_templates
from builder.theme.read import read_theme
from builder.theme.theme import Theme
from builder.world import World

EVERY_BLOCK = Path(__file__).parent / "project" / "content" / "every-block.yaml"


@dataclass(frozen=True)
class Briefing:
    world: World
    resolved: ResolvedDocument
    theme: Theme

    def compose(self) -> ComposedReport:
        outcome = compose_report(self.world, self.resolved, self.theme)
        assert outcome.diagnostics == ()
        return outcome.require()


def read_briefing(file: Path) -> Briefing:
    """Return the content `file` resolved, with its theme; the project is the folder above `content/`."""
    world = World(file.parent.parent, (package_templates(),))
    document = load(world, file)
    assert document.diagnostics == ()
    resolved = resolve(world, document.require())
    assert not resolved.failed, resolved.diagnostics
    theme = read_theme(world, document.require().theme, None)
    assert theme.diagnostics == ()
    return Briefing(world, resolved.require(), theme.require())


def write_content(folder: Path, text: str) -> Path:
    """Return a content file with `text` in a project of its own."""
    file = folder / "content" / "sample.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
