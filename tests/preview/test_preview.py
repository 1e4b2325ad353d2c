"""The preview in a browser: edit, wait, see."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.preview.server import PreviewServer
from builder.preview.take import take_failure
from tests.chromium import find_barriers, sideways_overflow, visit
from tests.conftest import ROOT
from tests.preview.conftest import BAD, GOOD

pytestmark = [pytest.mark.render, pytest.mark.slow]

CONTENT = """\
title: A small talk
sections:
  - title: Methods
    content:
      - text: Said aloud
      - points: [Counted once]
  - title: Results
    content:
      - points: [It was eleven]
"""
LONGEST_MS = 60_000


@dataclass(frozen=True)
class Preview:
    file: Path
    address: str


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """`diptych preview` of a small content file, in a process of its own."""
    project = tmp_path_factory.mktemp("preview")
    file = project / "content" / "small.yaml"
    file.parent.mkdir()
    file.write_text(CONTENT, encoding="utf-8")
    command = [sys.executable, "-m", "builder", "preview", "--no-browser"]
    with subprocess.Popen(
        command,
        cwd=project,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as running:
        try:
            assert running.stdout
            found = re.search(r"http://\S+", running.stdout.readline().decode())
            assert found
            yield Preview(file, found[0])
        finally:
            running.kill()


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """The preview's page, once both outputs of the unchanged content are shown."""
    preview.file.write_text(CONTENT, encoding="utf-8")
    with visit(browser, preview.address, width=1400) as open_page:
        expect(open_page.page.locator("#status")).to_have_class("good", timeout=LONGEST_MS)
        expect(open_page.page.locator("#source code").nth(5)).to_have_text("      - points: [Counted once]")
        yield open_page.page
        assert open_page.messages == []
        assert [asked for asked in open_page.requests if not asked.startswith(preview.address)] == []


def test_an_edit_is_seen_where_it_was_made_and_the_position_is_kept(page: Page, preview: Preview) -> None:
    slides = page.locator("#slides figure")
    expect(slides).to_have_count(3)
    page.locator("#slide-3").scroll_into_view_if_needed()
    top = page.locator("#slides").evaluate("column => column.scrollTop")
    assert top > 0
    preview.file.write_text(CONTENT.replace("It was eleven", "It was twelve"), encoding="utf-8")
    expect(page.locator("#slide-3 .changed")).to_be_visible(timeout=LONGEST_MS)
    expect(page.locator("#slide-3 .mark")).to_be_visible()
    expect(page.locator("#page-1 .changed")).to_be_visible()
    expect(page.locator("#slide-2 .changed")).to_be_hidden()
    assert page.locator("#slides").evaluate("column => column.scrollTop") == top


def test_a_fault_is_laid_over_the_last_good_build(page: Page, preview: Preview) -> None:
    preview.file.write_text(CONTENT.replace("points: [It", "pionts: [It"), encoding="utf-8")
    faults = page.locator("#faults")
    expect(faults).to_contain_text("content/small.yaml:9:9", timeout=LONGEST_MS)
    expect(faults).to_contain_text("did you mean 'points'?")
    expect(page.locator("#slides figure")).to_have_count(3)
    faults.get_by_text("Go to line 9").click()
    expect(page.locator("#source li.here")).to_contain_text("pionts")
    preview.file.write_text(CONTENT, encoding="utf-8")
    expect(faults).to_be_hidden(timeout=LONGEST_MS)


def test_sheets_lead_to_lines_and_lines_to_sheets(page: Page) -> None:
    page.locator("#slide-3 .parts").get_by_text("line 9").click()
    expect(page.locator("#source li.here")).to_contain_text("It was eleven")
    page.locator("#source").get_by_text("6", exact=True).click()
    expect(page.locator("#slide-2")).to_have_class(re.compile("found"))


def test_it_is_used_by_keyboard(page: Page) -> None:
    notes = page.locator("#slide-2 .notes")
    expect(notes).to_have_text("Said aloud")
    page.keyboard.press("n")
    expect(notes).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator("#slide-2")).to_have_class(re.compile("found"))
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    page.keyboard.press("s")
    expect(page.locator("#source")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
@pytest.mark.parametrize(
    "snapshots",
    [(GOOD,), (GOOD, BAD), (BAD,), (GOOD, take_failure("content/x.yaml", 0.1))],
    ids=["good", "stale", "bad", "failed"],
)
def test_no_barrier_is_found(browser: Browser, dark: bool, width: int, snapshots: tuple) -> None:
    server = PreviewServer.start(None)
    try:
        for snapshot in snapshots:
            server.show(snapshot)
        with visit(browser, server.address, width=width, dark=dark) as open_page:
            expect(open_page.page.locator("#title")).not_to_have_text("Preview")
            expect(open_page.page.locator("#status")).to_have_class(
                "good" if snapshots[-1] is GOOD else "bad"
            )
            open_page.page.keyboard.press("s")
            assert sideways_overflow(open_page.page) <= 0
            assert find_barriers(open_page.page) == []
            assert open_page.messages == []
    finally:
        server.stop()


def test_a_page_of_another_site_reads_nothing(browser: Browser) -> None:
    server = PreviewServer.start(None)
    try:
        server.show(GOOD)
        with visit(browser, "data:text/html,<title>elsewhere</title>") as elsewhere:
            read = elsewhere.page.evaluate(
                "address => fetch(address).then(answer => answer.text(), () => 'refused')",
                f"{server.address}state",
            )
        assert read == "refused"
        port = int(server.address.rstrip("/").rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 0\r\n\r\n" % port)
            assert b" 501 " in connection.recv(200)
        with urllib.request.urlopen(server.address) as answer:
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    finally:
        server.stop()


def test_it_listens_on_this_machine_alone() -> None:
    server = PreviewServer.start(None)
    try:
        port = int(server.address.rstrip("/").rpartition(":")[2])
        others = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
        for address in others - {"127.0.0.1"}:
            with pytest.raises(OSError):  # noqa: PT011 # which error depends on the system
                socket.create_connection((address, port), timeout=2)
    finally:
        server.stop()
