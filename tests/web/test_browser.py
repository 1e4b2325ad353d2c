"""Web pages as Chromium shows them, on telephones, tablets and desktops, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.chromium import Visit, find_barriers, sideways_overflow, visit
from tests.compose.briefings import EVERY_BLOCK
from tests.web.pages import page_of

pytestmark = pytest.mark.render

WIDTHS = (320, 360, 768, 1280)
PAGES = ("car-nk", "everything", "every-block")

CONTRASTS = """() => {
  const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n }
  const over = (top, below) => top.slice(0, 3).map((v, i) => v * top[3] + below[i] * (1 - top[3])).concat([1])
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const behind = (element) => {
    const found = []
    for (let at = element; at; at = at.parentElement) found.push(parse(getComputedStyle(at).backgroundColor))
    return found.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1])
  }
  const found = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('svg')) continue
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    found.push([Math.round(ratio * 100) / 100, walker.currentNode.data.trim().slice(0, 40)])
  }
  return found
}"""
"""The contrast of every text that is seen with what is behind it (WCAG 2.2, "contrast ratio"), and its beginning."""


@pytest.fixture(scope="module")
def pages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    files = {
        "car-nk": root / "content" / "car-nk.yaml",
        "everything": root / "tests" / "cards" / "everything.yaml",
        "every-block": EVERY_BLOCK,
    }
    folder = tmp_path_factory.mktemp("pages")

    def address_of(name: str) -> str:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_bytes(page_of(files[name]))
        return file.as_uri()

    return address_of


def outside(seen: Visit) -> list[str]:
    """Return what was asked for beyond the page itself and what it holds."""
    return [address for address in seen.requests[1:] if not address.startswith("data:")]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window_or_comes_from_elsewhere(browser, pages, name, width):
    with visit(browser, pages(name), width=width) as seen:
        assert sideways_overflow(seen.page) <= 0
        assert seen.messages == []
        assert outside(seen) == []


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_barrier_and_text_stands_out(browser, pages, name, dark):
    for width in (360, 1280):
        with visit(browser, pages(name), width=width, dark=dark) as seen:
            assert find_barriers(seen.page) == []
            contrasts = seen.page.evaluate(CONTRASTS)
            assert len(contrasts) > 50
            assert [found for found in contrasts if found[0] < 4.5] == []


def test_a_dark_screen_has_dark_paper_and_so_do_its_charts(browser, pages):
    with visit(browser, pages("car-nk"), dark=True) as dark, visit(browser, pages("car-nk")) as light:
        colors = [
            seen.page.evaluate("getComputedStyle(document.querySelector('.chart svg text')).fill")
            for seen in (dark, light)
        ]
        assert colors[0] != colors[1]
        assert (
            dark.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            == "rgb(19, 19, 19)"
        )


@pytest.mark.parametrize("name", PAGES)
def test_a_table_that_is_too_wide_scrolls_in_its_frame_by_keyboard(browser, pages, name):
    with visit(browser, pages(name), width=320) as seen:
        frames = seen.page.locator(".scroll:has(table)")
        wide = [frame for frame in frames.all() if frame.evaluate("f => f.scrollWidth > f.clientWidth + 8")]
        for frame in wide:
            frame.focus()
            seen.page.keyboard.press("ArrowRight")
            handle = frame.element_handle()
            seen.page.wait_for_function("frame => frame.scrollLeft > 0", arg=handle)
            assert frame.evaluate("f => f.querySelector('caption > span').getBoundingClientRect().left >= 0")
        if name == "everything":
            assert wide


def test_narrow_windows_get_their_own_drawing_of_a_chart(browser, pages):
    shown = "[...document.querySelectorAll('.chart svg')].filter((s) => s.checkVisibility()).map((s) => s.classList[0])"
    with (
        visit(browser, pages("everything"), width=360) as narrow,
        visit(browser, pages("everything")) as wide,
    ):
        assert wide.page.evaluate(shown).count("wide") >= 10
        assert narrow.page.evaluate(shown).count("narrow") >= 10
        assert len(narrow.page.evaluate(shown)) == len(wide.page.evaluate(shown))


def test_text_of_a_chart_is_no_smaller_than_10_pixels(browser, pages):
    least = """Math.min(...[...document.querySelectorAll('.chart svg text')].filter((t) => t.checkVisibility()).map(
      (t) => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getScreenCTM().a))"""
    for name in PAGES:
        with visit(browser, pages(name), width=360) as seen:
            assert seen.page.evaluate(least) >= 10


def test_a_citation_leads_to_its_work_and_back(browser, pages):
    with visit(browser, pages("car-nk"), width=360, motion="reduce") as seen:
        place = "location.hash"
        citation = seen.page.locator("main a.cited").nth(3)
        mark = citation.get_attribute("id")
        citation.click()
        target = seen.page.evaluate(place)
        assert seen.page.locator(f"li{target}").is_visible()
        seen.page.click(f'li{target} a[href="#{mark}"]')
        assert seen.page.evaluate(place) == f"#{mark}"


def test_the_first_tab_reaches_the_link_that_skips_to_the_text(browser, pages):
    with visit(browser, pages("car-nk"), motion="reduce") as seen:
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.className") == "skip"
        box = seen.page.locator(".skip").bounding_box()
        assert box["y"] >= 0
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert seen.page.evaluate(outline) == "solid"
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("location.hash") == "#text"


def test_text_is_set_in_the_fonts_inside_the_page(browser, pages):
    with visit(browser, pages("car-nk")) as seen:
        loaded = seen.page.evaluate(
            "document.fonts.ready.then((f) => [...f].filter((x) => x.status == 'loaded').length)"
        )
        assert loaded >= 5
        assert seen.page.evaluate("[...document.fonts].filter((x) => x.status == 'error').length") == 0


def test_moving_is_smooth_only_for_those_who_did_not_ask_for_less(browser, pages):
    style = "getComputedStyle(document.documentElement).scrollBehavior"
    with visit(browser, pages("car-nk"), motion="reduce") as still, visit(browser, pages("car-nk")) as moving:
        assert still.page.evaluate(style) == "auto"
        assert moving.page.evaluate(style) == "smooth"


def test_printed_it_is_light_and_loses_nothing_at_the_edge(browser, pages):
    with visit(browser, pages("car-nk"), width=720, dark=True) as seen:
        seen.page.emulate_media(media="print")
        assert sideways_overflow(seen.page) <= 0
        assert (
            seen.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            == "rgb(255, 255, 255)"
        )
        assert not seen.page.locator("nav.contents").is_visible()


def test_a_picture_keeps_its_light_ground_on_a_dark_screen(browser, pages):
    ground = "getComputedStyle(document.querySelector('.picture img')).backgroundColor"
    with visit(browser, pages("car-nk"), dark=True) as seen:
        assert seen.page.evaluate(ground) == "rgb(255, 255, 255)"


def test_a_broad_diagram_stays_readable_on_a_telephone(browser, pages):
    with visit(browser, pages("car-nk"), width=320) as seen:
        assert seen.page.locator(".picture img").first.bounding_box()["width"] == 480
    with visit(browser, pages("car-nk")) as seen:
        frame = seen.page.locator(".picture .scroll").first
        assert frame.evaluate("f => f.scrollWidth - f.clientWidth") == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_pictures_keep_their_form_and_fit_into_a_window(browser, pages, width):
    forms = (
        "[...document.images].map((i) => [i.width / i.height, i.naturalWidth / i.naturalHeight, i.height])"
    )
    with visit(browser, pages("everything"), width=width) as seen:
        for shown, natural, height in seen.page.evaluate(forms):
            assert shown == pytest.approx(natural, rel=0.02)
            assert height <= 580
