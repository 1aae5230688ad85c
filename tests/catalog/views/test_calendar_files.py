import datetime

import pytest
import time_machine
from icalendar import Calendar

from catalog.models import FormerSlug
from tests.factories import DramaFactory, EpisodeFactory, NetworkFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-25 12:00Z", tick=False):
        yield


@pytest.fixture
def drama():
    network = NetworkFactory(name="Fuji TV", slug="fuji-tv")
    drama = DramaFactory(title="Of Fuji", slug="of-fuji", networks=[network])
    for day in ("2005-01-01", "2026-11-24", "2027-02-01", "2027-10-01"):
        EpisodeFactory(season__drama=drama, air_date=datetime.date.fromisoformat(day))
    return drama


def days(response):
    return [event.start.isoformat() for event in Calendar.from_ical(response.content).events]


def test_calendar_of_the_whole_is_of_these_months(client, drama):
    assert days(client.get("/calendar.ics")) == ["2026-11-24", "2027-02-01"]


def test_calendar_of_the_whole_has_eight_of_a_day_at_most(client):
    for _ in range(10):
        EpisodeFactory(air_date=datetime.date(2026, 11, 24))
    assert days(client.get("/calendar.ics")) == ["2026-11-24"] * 8


def test_calendar_of_a_network_is_of_its_dramas_alone(client, drama):
    EpisodeFactory(air_date=datetime.date(2026, 11, 24))
    assert days(client.get("/networks/fuji-tv/calendar.ics")) == ["2026-11-24", "2027-02-01"]


def test_calendar_of_a_drama_has_all_of_its_days(client, drama):
    response = client.get("/dramas/of-fuji/calendar.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert days(response) == ["2005-01-01", "2026-11-24", "2027-02-01", "2027-10-01"]


def test_calendar_that_has_not_changed_is_not_sent_again(client, drama):
    etag = client.get("/dramas/of-fuji/calendar.ics")["ETag"]
    again = client.get("/dramas/of-fuji/calendar.ics", headers={"if-none-match": etag})
    assert again.status_code == 304


def test_calendar_of_a_drama_without_days_is_not_found(client):
    DramaFactory(slug="undated")
    assert client.get("/dramas/undated/calendar.ics").status_code == 404


def test_calendars_of_drafts_are_not_found(client, drama):
    drama.publication = "draft"
    drama.save()
    for address in ("/dramas/of-fuji/calendar.ics", "/networks/fuji-tv/calendar.ics"):
        assert client.get(address).status_code == 404
    assert days(client.get("/calendar.ics")) == []


def test_former_slug_leads_to_the_calendar(client, drama):
    FormerSlug.objects.create(slug="once", drama=drama)
    response = client.get("/dramas/once/calendar.ics")
    assert (response.status_code, response.url) == (301, "/dramas/of-fuji/calendar.ics")


@pytest.mark.parametrize("count", [1, 3])
def test_calendar_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    for _ in range(count):
        EpisodeFactory(air_date=datetime.date(2026, 11, 24))
    with django_assert_num_queries(6):
        client.get("/calendar.ics")
