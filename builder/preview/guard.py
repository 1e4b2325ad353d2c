"""Who may ask the preview: the page that it serves, in a browser on this machine, and nothing else.

A page of another site can send requests to 127.0.0.1 too, and can have its own name lead there (DNS rebinding).
"""

from __future__ import annotations

from collections.abc import Mapping

HOSTS = ("127.0.0.1", "localhost")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer: the page may load from here alone, and no other page may show it or read from it."""


def is_welcome(headers: Mapping[str, str], port: int) -> bool:
    """Return whether a request was sent by someone at this machine to us by name, from our own page or from no page.

    Fetch's `Sec-Fetch-Site` is `none` for an address that was typed in or opened by a program.
    """
    addresses = {f"{host}:{port}" for host in HOSTS}
    origin = headers.get("Origin")
    return (
        headers.get("Host", "").lower() in addresses
        and (origin is None or origin.lower() in {f"http://{address}" for address in addresses})
        and headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
    )
