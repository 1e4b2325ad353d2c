"""Chromium as a judge of web pages: real layout, real clicks and keys, driven by Playwright.

Playwright's own waiting (`page.click`, `page.wait_for_function`, `expect`) makes sleeping needless. axe-core, which
judges accessibility, comes inside its package; nothing is fetched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

HEIGHT_PX = 800
TIMEOUT_S = 20


@dataclass(frozen=True)
class Visit:
    """An open page, what its console said, and every address that it asked for."""

    page: Page
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@contextmanager
def open_browser(program: Path) -> Iterator[Browser]:
    """Start Chromium; without its sandbox for the superuser, for whom it has none."""
    is_superuser = getattr(os, "geteuid", lambda: 1)() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=not is_superuser)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    dark: bool = False,
    contrast: str = "no-preference",
    motion: str = "no-preference",
) -> Iterator[Visit]:
    """Open an address in a window `width` CSS pixels wide, without cookies or storage of other visits."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT_PX},
        color_scheme="dark" if dark else "light",
        contrast=contrast,
        reduced_motion=motion,
    )
    context.set_default_timeout(TIMEOUT_S * 1000)
    found = Visit(context.new_page())
    found.page.on("console", lambda message: found.messages.append(f"{message.type}: {message.text}"))
    found.page.on("pageerror", lambda error: found.messages.append(f"error: {error}"))
    found.page.on("request", lambda request: found.requests.append(request.url))
    try:
        found.page.goto(address)
        yield found
    finally:
        context.close()


def find_barriers(page: Page) -> list[str]:
    """Return what axe-core holds against a page: its rule, and the elements at fault."""
    found = Axe().run(page).response
    return [
        f"{barrier['id']}: {node['html']}" for barrier in found["violations"] for node in barrier["nodes"]
    ]


def sideways_overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
