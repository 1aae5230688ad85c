import datetime
import json
import socket
from urllib.parse import parse_qs

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dramasite import telling
from tests.listener import listening

SITE = "https://dramas.example"
KEY = "0123456789abcdef"


@pytest.fixture
def told(settings):
    """Both are told; gives the function that sets where they listen."""
    settings.SITE_URL, settings.INDEXNOW_KEY = SITE, KEY

    def at(url):
        settings.WEBSUB_HUB = f"{url}/hub"
        settings.INDEXNOW_ENDPOINT = f"{url}/indexnow"

    return at


@pytest.fixture
def in_background(settings, transactional_db):
    """Tasks wait in the database, as on a site; gives the function that does those due."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    options = {"batch": True, "interval": 0, "startup_delay": False, "verbosity": 0}
    return lambda: call_command("db_worker", **options)


def test_nobody_is_told_without_settings(settings):
    assert (settings.SITE_URL, settings.WEBSUB_HUB, settings.INDEXNOW_KEY) == ("", "", "")
    with listening() as (url, heard):
        settings.INDEXNOW_ENDPOINT = url
        telling.tell(pages=["/dramas/a/"], feeds=["/feeds/dramas.atom"])
        settings.WEBSUB_HUB, settings.INDEXNOW_KEY = url, KEY  # and yet no SITE_URL
        telling.tell(pages=["/dramas/a/"], feeds=["/feeds/dramas.atom"])
    assert (heard, telling.is_anyone_told()) == ([], False)


@pytest.mark.django_db
def test_search_engines_are_told_of_pages_with_the_key(told):
    with listening() as (url, heard):
        told(url)
        telling.tell(pages=["/dramas/a/", "/dramas/b/"])
    path, kind, body = heard[0]
    assert (path, kind, len(heard)) == ("/indexnow", "application/json; charset=utf-8", 1)
    assert json.loads(body) == {
        "host": "dramas.example",
        "key": KEY,
        "keyLocation": f"{SITE}/{KEY}.txt",
        "urlList": [f"{SITE}/dramas/a/", f"{SITE}/dramas/b/"],
    }


@pytest.mark.django_db
def test_hub_is_told_of_each_feed(told):
    with listening() as (url, heard):
        told(url)
        telling.tell(feeds=["/feeds/dramas.atom", "/feeds/dramas.json"])
    assert [(path, kind) for path, kind, _ in heard] == [
        ("/hub", "application/x-www-form-urlencoded")
    ] * 2
    feed = f"{SITE}/feeds/dramas.atom"
    assert parse_qs(heard[0][2]) == {
        "hub.mode": ["publish"],
        "hub.url": [feed],
        "hub.topic": [feed],
    }


def test_who_is_busy_is_told_later(told, in_background, time_machine):
    with listening(503, 429) as (url, heard):
        told(url)
        telling.tell(feeds=["/feeds/dramas.atom"])
        for minutes, expected in ((0, 1), (0.5, 1), (2, 2), (5, 2), (7, 3), (600, 3)):
            time_machine.move_to(NOW + datetime.timedelta(minutes=minutes))
            in_background()
            assert len(heard) == expected
    assert (
        list(DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True))
        == ["SUCCESSFUL"] * 3
    )


NOW = timezone.now()


def test_who_is_not_there_is_given_up_in_the_end(told, in_background, time_machine, caplog):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        told(f"http://127.0.0.1:{free.getsockname()[1]}")  # bound, and nobody listens
        telling.tell(feeds=["/feeds/dramas.atom"])
        for hours in range(12):
            time_machine.move_to(NOW + datetime.timedelta(hours=hours, minutes=10 * hours))
            in_background()
            in_background()
    assert DBTaskResult.objects.count() == telling.MOST_ATTEMPTS
    assert [r.message for r in caplog.records if r.name == "dramasite.telling"] == [
        "tell_hub was answered with <urlopen error [Errno 111] Connection refused>, and is given up"
    ]


def test_refusal_is_not_repeated(told, in_background):
    with listening(403) as (url, heard):
        told(url)
        telling.tell(pages=["/dramas/a/"])
        in_background()
    assert (len(heard), DBTaskResult.objects.count()) == (1, 1)


def test_change_that_is_rolled_back_is_told_to_nobody(told, in_background):
    with listening() as (url, heard):
        told(url)
        with transaction.atomic():
            telling.tell(pages=["/dramas/a/"], feeds=["/feeds/dramas.atom"])
            transaction.set_rollback(True)
        in_background()
    assert heard == []
