"""The judge of web pages sees what is wrong with one, and its visits keep nothing of each other."""

import pytest

from tests.chromium import find_barriers, sideways_overflow, visit

pytestmark = pytest.mark.render

SOUND = "<!doctype html><html lang='en'><title>Trial</title><main><h1>Trial</h1>{}</main>"


@pytest.fixture
def page_with(tmp_path):
    def write(inside):
        (tmp_path / "page.html").write_text(SOUND.format(inside), "utf-8")
        return (tmp_path / "page.html").as_uri()

    return write


def test_a_sound_page_has_no_fault(browser, page_with):
    with visit(browser, page_with("<p>All is well.</p>"), width=360) as seen:
        assert sideways_overflow(seen.page) <= 0
        assert find_barriers(seen.page) == []
        assert seen.messages == []
        assert seen.requests == [seen.page.url]


def test_what_is_wider_than_the_window_is_measured(browser, page_with):
    with visit(browser, page_with("<div style='width: 500px'>wide</div>"), width=360) as seen:
        assert sideways_overflow(seen.page) > 140


def test_a_picture_without_alternative_text_is_a_barrier(browser, page_with):
    with visit(browser, page_with("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")) as seen:
        assert [barrier.split(":")[0] for barrier in find_barriers(seen.page)] == ["image-alt"]


def test_messages_and_requests_are_noted(browser, page_with):
    inside = "<script>console.error('oh')</script><img alt='' src='http://127.0.0.1:9/x.png'>"
    with visit(browser, page_with(inside)) as seen:
        assert "error: oh" in seen.messages
        assert "http://127.0.0.1:9/x.png" in seen.requests


def test_a_visit_can_click_and_type_and_asks_for_dark_colours(browser, page_with):
    inside = "<button onclick='this.textContent = `pressed`'>press</button><input aria-label='name'>"
    with visit(browser, page_with(inside), dark=True) as seen:
        seen.page.click("button")
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.type("Ada")
        assert seen.page.inner_text("button") == "pressed"
        assert seen.page.input_value("input") == "Ada"
        assert seen.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
