"""Compile the templates of the theme `clinical` before there is a document, while nothing else can be done."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import DictLoader

from builder.compose.compiled import COMPILED
from builder.compose.environment import closed_environment
from builder.compose.slides import with_deck_names
from builder.theme.places import DEFAULT_THEME, package_templates
from builder.world import World


def compile_ahead(world: World, is_enough: Callable[[], bool]) -> None:
    """Compile them as the documents of `world` will name them; stop once it is enough.

    Why: it is a tenth of the time of a deck, and other themes take most templates from this one.
    """
    folder = package_templates() / DEFAULT_THEME
    environments = {
        "deck": with_deck_names(closed_environment(DictLoader({}))),
        "report": closed_environment(DictLoader({})),
    }
    for part, environment in environments.items():
        for file in sorted((folder / part).rglob("*.j2")):
            if is_enough():
                return
            name, filename = file.relative_to(folder).as_posix(), world.name_of(file)
            source = file.read_text("utf-8-sig")
            bucket = COMPILED.get_bucket(environment, name, filename, source)
            if bucket.code is None:
                bucket.code = environment.compile(source, name, filename)
                COMPILED.set_bucket(bucket)
