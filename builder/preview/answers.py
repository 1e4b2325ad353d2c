"""What the preview answers to each request, apart from any network."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

from builder.preview.guard import is_welcome
from builder.preview.show import Show

FILES = {
    "/": ("preview.html", "text/html; charset=utf-8"),
    "/preview.css": ("preview.css", "text/css; charset=utf-8"),
    "/preview.svg": ("preview.svg", "image/svg+xml"),
    "/preview.js": ("preview.js", "text/javascript; charset=utf-8"),
}
SHEET = re.compile(r"/(page|slide)/([0-9]{1,6})\.png")

LONGEST_WAIT_S = 25.0
"""How long a question for news stays open: less than what browsers and proxies allow."""

ONE_DAY = "private, max-age=86400, immutable"
"""For pictures: what a sheet shows is in its address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response; `kept` says how long a browser may keep it."""

    status: HTTPStatus
    kind: str = "text/plain; charset=utf-8"
    body: bytes = b""
    kept: str = "no-store"


def answer(show: Show, target: str, headers: Mapping[str, str], port: int) -> Answer:
    """Return the response to a GET of `target`; nothing that is asked for changes anything."""
    if not is_welcome(headers, port):
        return Answer(HTTPStatus.FORBIDDEN, body=b"this preview is for the browser on its own machine\n")
    asked = urlsplit(target)
    if asked.path in FILES:
        name, kind = FILES[asked.path]
        return Answer(HTTPStatus.OK, kind, _file(name))
    query = parse_qs(asked.query)
    if asked.path == "/state":
        state = show.wait(_number(query, "after", -1), LONGEST_WAIT_S)
        return Answer(HTTPStatus.OK, "application/json", state) if state else Answer(HTTPStatus.NO_CONTENT)
    if found := SHEET.fullmatch(asked.path):
        picture = show.draw(found[1], int(found[2]), _number(query, "width", 0))
        if picture is not None:
            return Answer(HTTPStatus.OK, "image/png", picture, ONE_DAY)
    return Answer(HTTPStatus.NOT_FOUND, body=b"there is nothing here\n")


def _number(query: Mapping[str, list[str]], name: str, default: int) -> int:
    text = query.get(name, [""])[0]
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


@cache
def _file(name: str) -> bytes:
    return (files("builder.preview") / "page" / name).read_bytes()
