"""Who is answered, and with what."""

from __future__ import annotations

import json
from http import HTTPStatus

import pytest

from builder.preview.answers import answer
from builder.preview.show import Show
from tests.preview.conftest import BAD, GOOD

pytestmark = pytest.mark.render

PORT = 8000
OURS = {"Host": f"127.0.0.1:{PORT}"}


@pytest.fixture
def show() -> Show:
    shown = Show()
    shown.update(GOOD)
    return shown


def state_of(show: Show) -> dict:
    found = answer(show, "/state?after=-1", OURS, PORT)
    assert found.status is HTTPStatus.OK
    return json.loads(found.body)


@pytest.mark.parametrize("target", ["/", "/preview.js", "/state?after=-1", "/page/1.png"])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OURS, HTTPStatus.OK),
        ({"Host": f"localhost:{PORT}", "Sec-Fetch-Site": "same-origin"}, HTTPStatus.OK),
        (OURS | {"Origin": f"http://127.0.0.1:{PORT}"}, HTTPStatus.OK),
        (OURS | {"Sec-Fetch-Site": "none"}, HTTPStatus.OK),
        ({}, HTTPStatus.FORBIDDEN),
        ({"Host": f"rebound.example:{PORT}"}, HTTPStatus.FORBIDDEN),
        ({"Host": f"127.0.0.1.example:{PORT}"}, HTTPStatus.FORBIDDEN),
        ({"Host": "127.0.0.1"}, HTTPStatus.FORBIDDEN),
        ({"Host": "127.0.0.1:9999"}, HTTPStatus.FORBIDDEN),
        (OURS | {"Origin": "http://site.example"}, HTTPStatus.FORBIDDEN),
        (OURS | {"Origin": "null"}, HTTPStatus.FORBIDDEN),
        (OURS | {"Origin": f"https://127.0.0.1:{PORT}"}, HTTPStatus.FORBIDDEN),
        (OURS | {"Sec-Fetch-Site": "cross-site"}, HTTPStatus.FORBIDDEN),
        (OURS | {"Sec-Fetch-Site": "same-site"}, HTTPStatus.FORBIDDEN),
    ],
)
def test_only_our_own_page_is_answered(
    show: Show, target: str, headers: dict[str, str], status: HTTPStatus
) -> None:
    assert answer(show, target, headers, PORT).status is status


@pytest.mark.parametrize(
    "target",
    [
        "/../preview.py",
        "/preview.py",
        "/page/0.png",
        "/page/3.png",
        "/slide/99999999999.png",
        "/page/1.png/",
        "//",
        "/x",
    ],
)
def test_nothing_else_is_there(show: Show, target: str) -> None:
    assert answer(show, target, OURS, PORT).status is HTTPStatus.NOT_FOUND


def test_the_state_leads_from_sheets_to_parts_and_back(show: Show) -> None:
    state = state_of(show)
    assert [len(state["pages"]), len(state["slides"])] == [2, 3]
    assert [sheet["parts"] for sheet in state["slides"]] == [[0], [1], [1]]
    assert state["parts"][1] == {"word": "section", "line": 3, "pages": [2], "slides": [2, 3]}
    assert state["slides"][0]["notes"] == "Say hello"
    assert state["root"] == ""


def test_a_failed_build_shows_its_faults_above_the_last_good_one(show: Show) -> None:
    good = state_of(show)
    show.update(BAD)
    state = state_of(show)
    assert (good["good"], state["good"]) == (True, False)
    assert [fault["code"] for fault in state["faults"]] == ["B201"]
    assert state["pages"] == good["pages"]
    assert state["lines"] == ["titel: X"]


def test_the_root_is_told_only_where_an_editor_needs_it() -> None:
    shown = Show("vscode://file{path}:{line}", "/home/me/project")
    shown.update(GOOD)
    assert state_of(shown)["root"] == "/home/me/project"


@pytest.mark.parametrize("width", ["", "0", "-5", "700", "999999999", "x", "9" * 40])
def test_pictures_have_a_sane_size(show: Show, width: str) -> None:
    found = answer(show, f"/page/1.png?width={width}", OURS, PORT)
    assert found.status is HTTPStatus.OK
    wide = int.from_bytes(found.body[16:20], "big")
    assert 200 <= wide <= 4000
