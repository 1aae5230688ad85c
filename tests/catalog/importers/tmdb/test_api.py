import logging

import pytest

from catalog.importers.tmdb import api
from catalog.importers.tmdb.api import Api, TmdbError, parsed


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Waits as asked, but no longer than a moment."""
    monkeypatch.setattr(api, "AGAIN", api.AGAIN.new(backoff_factor=0, retry_after_max=0))


def test_series_is_asked_for_whole_in_a_language(tmdb):
    asked = tmdb()
    assert Api("de-AT").show(7)["name"] == "The Lighthouse"
    [(path, query, headers)] = asked
    assert path == "/3/tv/7"
    assert query["language"] == ["de-AT"]
    assert query["include_image_language"] == ["de,en,null"]
    assert set(query["append_to_response"][0].split(",")) >= {"aggregate_credits", "translations"}
    assert query["api_key"] == ["hidden-key"]
    assert "Authorization" not in headers


def test_token_goes_into_a_header(tmdb, settings):
    asked = tmdb()
    settings.TMDB_KEY = "eyToken"
    Api().season(7, 1)
    assert "api_key" not in asked[0][1]
    assert asked[0][2]["Authorization"] == "Bearer eyToken"


@pytest.mark.parametrize(
    "faults",
    [
        [(429, {"Retry-After": 7200})],
        [(500, {}), (503, {})],
        [(429, {"Retry-After": "nonsense"}), (502, {})],
    ],
    ids=["too often", "broken", "odd"],
)
def test_what_passes_is_asked_for_again(tmdb, faults):
    asked = tmdb(*faults)
    assert Api().show(7)["id"] == 7
    assert len(asked) == len(faults) + 1


def test_patience_has_an_end(tmdb):
    asked = tmdb(*[(429, {"Retry-After": 0})] * 9)
    with pytest.raises(TmdbError, match="asked too often"):
        Api().show(7)
    assert len(asked) == 5


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ((302, {"Location": "http://127.0.0.1:1/elsewhere"}), "redirects elsewhere"),
        ((301, {"Location": "/3/tv/8"}), "redirects elsewhere"),
        ((401, {}), "does not accept the key"),
        ((404, {}), "does not know it"),
        ((418, {}), "status 418"),
        ((200, {}), "empty"),
        ("cut off", "broke off"),
    ],
    ids=["redirect", "redirect within", "key", "unknown", "other", "empty", "cut off"],
)
def test_fault_is_told_without_the_key(tmdb, fault, told, caplog):
    caplog.set_level(logging.DEBUG)
    asked = tmdb(fault)
    with pytest.raises(TmdbError, match=told) as error:
        Api().show(7)
    assert len(asked) == 1
    assert "hidden-key" not in f"{error.value!r} {error.value.__cause__} {caplog.text}"


def test_who_is_silent_is_left(tmdb, monkeypatch):
    monkeypatch.setattr(api, "Timeout", lambda **_: 0.1)
    monkeypatch.setattr(api, "AGAIN", api.AGAIN.new(total=0))
    tmdb("slow")
    with pytest.raises(TmdbError, match="cannot be reached"):
        Api().show(7)


def test_private_address_is_refused(tmdb, settings):
    asked = tmdb()
    settings.TMDB_MAY_BE_PRIVATE = False
    with pytest.raises(TmdbError, match="private"):
        Api().show(7)
    with pytest.raises(TmdbError, match="private"):
        Api().picture("/sea.jpg")
    assert asked == []


@pytest.mark.parametrize(
    "path",
    ["//evil.example/a.jpg", "/../a.jpg", "http://a/b.jpg", "/a.svg", "", "/a.jpg?x", "@e/a.jpg"],
)
def test_only_names_of_pictures_are_fetched(tmdb, path):
    asked = tmdb()
    with pytest.raises(TmdbError, match="no picture of TMDB"):
        Api().picture(path)
    assert asked == []


def test_picture_may_not_be_endless(tmdb, settings):
    settings.PICTURE_MAX_BYTES = 100
    tmdb()
    with pytest.raises(TmdbError, match="too large"):
        Api().picture("/sea.jpg")


def test_nothing_is_asked_without_a_key(tmdb, settings):
    asked = tmdb()
    settings.TMDB_KEY = ""
    with pytest.raises(TmdbError, match="TMDB_KEY"):
        Api().search("x")
    assert asked == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b" ", "empty"),
        (b'{"a": ', "cut off"),
        (b"\xff\xfe", "cut off"),
        (b"[" * 100_000, "cut off"),
        (b"[]", "no object"),
        (b'{"success": false, "status_message": "Invalid id"}', "Invalid id"),
    ],
    ids=["empty", "cut off", "not UTF-8", "deep", "list", "refusal"],
)
def test_what_is_no_answer_is_told(body, told):
    with pytest.raises(TmdbError, match=told):
        parsed(body, "/tv/7")
