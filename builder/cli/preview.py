"""`diptych preview [FILE]`: build after each change, and show both outputs in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from builder.cli.console import say
from builder.cli.content_file import require_content_file
from builder.errors import ExitCode, UsageError

EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
}
"""The addresses by which editors open a place."""


@click.command
@click.argument("file", required=False)
@click.option(
    "-o", "--output", "folder", default="output", metavar="DIR", help="Where the outputs go [output]."
)
@click.option("--force", is_flag=True, help="Replace an output that was edited by hand.")
@click.option("--port", type=click.IntRange(1, 65535), metavar="PORT", help="Of the page [a free one].")
@click.option(
    "--editor",
    metavar="NAME",
    help=f"Let places open in {', '.join(EDITORS)}, or at an address with {{path}}.",
)
@click.option("--no-browser", is_flag=True, help="Print the page's address, and open no browser.")
def command(
    file: str | None, folder: str, force: bool, port: int | None, editor: str | None, no_browser: bool
) -> int:
    """Show pages and slides of FILE in the browser, built again after each change; end with Ctrl+C.

    The page is served to this machine alone.
    """
    address = _editor_address(editor)
    content_file = require_content_file(file)
    from builder.cli.following import follow_builds
    from builder.pipeline.build import Request, Result
    from builder.pipeline.project import find_root
    from builder.preview.server import PreviewServer
    from builder.preview.take import take_failure, take_snapshot

    root = find_root(content_file)
    server = PreviewServer.start(port, address, root.as_posix())
    say(f"preview: {server.address}")
    if not no_browser:
        webbrowser.open(server.address)

    def show(result: Result | None, seconds: float) -> None:
        name = content_file.resolve().relative_to(root).as_posix()
        server.show(take_snapshot(result, name, seconds) if result else take_failure(name, seconds))

    follow_builds(Request(content_file, Path(folder), Path(folder).as_posix(), force=force), show)
    return ExitCode.OK


def _editor_address(editor: str | None) -> str:
    """Return the pattern of an editor's address, empty without an editor.

    Raises:
        UsageError: it is neither a name that is known nor a pattern.
    """
    if editor is None:
        return ""
    if editor in EDITORS:
        return EDITORS[editor]
    if "{path}" not in editor:
        listed = f"it is one of {', '.join(EDITORS)}, or an address with {{path}} and {{line}}"
        raise UsageError(f"unknown editor '{editor}'", listed)
    return editor
