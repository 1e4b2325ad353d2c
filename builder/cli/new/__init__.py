"""`diptych new NAME`: a content file that builds, with one of every block."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import click

from builder.cli.console import say
from builder.disk import write_new
from builder.errors import FileAccessError, UsageError

NAME = re.compile(r"[^\W_][\w-]*")
PLACEHOLDER = "NAME"
SCHEMA_FILE = "diptych.schema.json"
"""Lies beside the content files, where the first line of each leads editors to it."""


@click.command
@click.argument("name")
def command(name: str) -> None:
    """Start content/NAME.yaml, with one of every block, and its files in content/NAME/."""
    name = name.removesuffix(".yaml").removesuffix(".yml").removeprefix("content/")
    if not NAME.fullmatch(name):
        raise UsageError(
            f"'{name}' cannot be a file's name", "use letters, digits and hyphens, as in: new my-talk"
        )
    folder = Path("content")
    written = starter_files(name)
    for path in written:
        if (folder / path).exists():
            raise UsageError(f"'{(folder / path).as_posix()}' exists already", "choose another NAME")
    try:
        for path, text in {SCHEMA_FILE: _schema(), **written}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_new(folder / path, text.encode())
    except OSError as error:
        raise FileAccessError("'content/' cannot be written", "check the folder's permissions") from error
    say(f"content/{name}.yaml is yours to change; its data, references and figure are in content/{name}/")
    say(f"build it: diptych build content/{name}.yaml")


def starter_files(name: str) -> dict[str, str]:
    """Return the text of each starter file, by its path below `content/`."""
    texts: dict[str, str] = {}
    for resource in (files("builder.cli.new") / "starter").iterdir():
        text = resource.read_text(encoding="utf-8")
        if resource.name == "content.yaml":
            schema = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
            texts[f"{name}.yaml"] = schema + text.replace(PLACEHOLDER, name)
        else:
            texts[f"{name}/{resource.name}"] = text
    return texts


def _schema() -> str:
    from builder.content.schema import json_schema

    return json_schema()
