"""The process that serves the preview, so that it answers while a build runs."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from builder.errors import FileAccessError
from builder.preview.answers import Answer, answer
from builder.preview.guard import HEADERS
from builder.preview.show import Show
from builder.preview.snapshot import Snapshot

LISTENS_ON = "127.0.0.1"
"""Never another address: whoever can reach the preview can read the content."""


@dataclass(frozen=True)
class PreviewServer:
    """The running server, at `address`."""

    address: str
    _process: BaseProcess
    _snapshots: Connection

    @classmethod
    def start(cls, port: int | None, editor: str = "", root: str = "") -> PreviewServer:
        """Start the server on `port`; on any that is free, without one.

        Raises:
            FileAccessError: the port is in use.
        """
        # Started anew: a copy of this process would hold its locks, and would not work on every system.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, port or 0, editor, root), daemon=True)
        process.start()
        theirs.close()
        found: int = ours.recv()
        if not found:
            raise FileAccessError(f"port {port} is in use", "name another one with --port, or none")
        return cls(f"http://{LISTENS_ON}:{found}/", process, ours)

    def show(self, snapshot: Snapshot) -> None:
        """Show another build in the browser."""
        self._snapshots.send(snapshot)

    def stop(self) -> None:
        """End the server."""
        self._snapshots.close()
        self._process.join()


def serve(snapshots: Connection, port: int, editor: str, root: str) -> None:
    """Serve what comes through `snapshots` until it is closed; answers first with the port, 0 if it is in use."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl+C is for the process that builds; this one ends after it
    show = Show(editor, root)
    try:
        server = _Server((LISTENS_ON, port), _Handler)
    except OSError:
        snapshots.send(0)
        return
    server.shown = show
    snapshots.send(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        while True:
            show.update(snapshots.recv())
    except EOFError:
        server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    shown: Show


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "diptych"
    sys_version = ""
    server: _Server

    def do_GET(self) -> None:  # the name is http.server's
        found = answer(self.server.shown, self.path, dict(self.headers), self.server.server_port)
        with contextlib.suppress(ConnectionError):  # the page was left while it waited
            self._send(found)

    def _send(self, found: Answer) -> None:
        self.send_response(found.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", found.kept)
        self.send_header("Content-Type", found.kind)
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        self.wfile.write(found.body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal is for the builds."""
