import datetime

import pytest
import time_machine

from tests.factories import DramaFactory, EpisodeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-25 12:00Z", tick=False):
        yield


def episode(day, **given):
    return EpisodeFactory(air_date=datetime.date.fromisoformat(day), **given)


@pytest.mark.parametrize("count", [1, 3])
def test_month_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    for _ in range(count):
        episode("2026-11-02")
    with django_assert_num_queries(7):
        assert client.get("/calendar/2026-11/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_day_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    for _ in range(count):
        episode("2026-11-02")
    with django_assert_num_queries(8):
        assert client.get("/calendar/2026-11-02/").status_code == 200


def test_calendar_is_the_present_month_and_names_its_address(client):
    episode("2026-11-02", season__drama__title="On now")
    html = client.get("/calendar/").content.decode()
    assert "On now" in html
    assert '<link rel="canonical" href="http://testserver/calendar/2026-11/">' in html


def test_present_month_without_anything_says_so_and_leads_on(client):
    episode("2026-07-02")
    episode("2027-02-02")
    html = client.get("/calendar/").content.decode()
    assert "Nothing is known to air this month." in html
    assert 'href="/calendar/2026-07/" rel="prev"' in html
    assert 'href="/calendar/2027-02/" rel="next"' in html


@pytest.mark.parametrize(
    "address",
    [
        "/calendar/2026-10/",
        "/calendar/2026-13/",
        "/calendar/2026-00/",
        "/calendar/2026-11-01/",
        "/calendar/2026-11-31/",
        "/calendar/2026-11-02/?page=2",
        "/calendar/2999-12/",
        "/calendar/26-11/",
    ],
)
def test_month_or_day_without_anything_is_not_found(client, address):
    episode("2026-11-02")
    assert client.get(address).status_code == 404


def test_titles_of_episodes_are_never_told(client):
    episode("2026-11-02", title="The death of Aya")
    for address in ("/calendar/", "/calendar/2026-11-02/"):
        assert "Aya" not in client.get(address).content.decode()


def test_day_lists_all_in_pages(client):
    for drama in DramaFactory.create_batch(50):
        episode("2026-11-02", season__drama=drama)
    pages = [client.get(f"/calendar/2026-11-02/?page={number}") for number in (1, 2)]
    assert [len(page.context["airings"]) for page in pages] == [48, 2]


def test_drafts_are_in_no_calendar(client):
    episode("2026-11-02", season__drama__publication="draft", season__drama__title="Not yet")
    assert "Not yet" not in client.get("/calendar/").content.decode()
    assert client.get("/calendar/2026-11-02/").status_code == 404


def test_calendar_can_be_subscribed_to(client):
    assert 'href="webcal://testserver/calendar.ics"' in client.get("/calendar/").content.decode()
