import datetime

import pytest
from icalendar import Calendar

from catalog.airings.ics import calendar_file
from catalog.airings.rows import Span, rows_of
from catalog.models import Drama
from tests.factories import DramaFactory, EpisodeFactory

pytestmark = pytest.mark.django_db

MAY = Span(datetime.date(2026, 5, 1), datetime.date(2026, 5, 31))


@pytest.fixture
def file(rf):
    def made():
        return calendar_file("Name", rows_of(MAY, Drama.objects.all()), rf.get("/"))

    return made


def test_event_is_a_whole_day_of_a_drama(file):
    drama = DramaFactory(title="A, B; and\\C", slug="a-b-and-c")
    episode = EpisodeFactory(season__drama=drama, air_date=datetime.date(2026, 5, 2))
    [event] = Calendar.from_ical(file()).events
    assert str(event["summary"]) == "A, B; and\\C – Episode 1"
    assert str(event["uid"]) == f"episode-{episode.pk}@testserver"
    assert (event.start, event.end) == (datetime.date(2026, 5, 2), datetime.date(2026, 5, 3))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["dtstamp"].dt == drama.changed_at.replace(microsecond=0)
    assert str(event["url"]) == "http://testserver/dramas/a-b-and-c/"


@pytest.mark.parametrize("number", [0, 3])
def test_file_is_what_the_library_would_write_of_the_whole(rf, number):
    EpisodeFactory.create_batch(number, air_date=datetime.date(2026, 5, 2))
    name = "END:VCALENDAR"
    written = calendar_file(name, rows_of(MAY, Drama.objects.all()), rf.get("/"))
    calendar = Calendar.from_ical(written)
    assert (str(calendar["name"]), len(calendar.events)) == (name, number)
    assert calendar.to_ical() == written


def test_file_never_has_the_title_of_an_episode(file):
    EpisodeFactory(title="The death of Aya", air_date=datetime.date(2026, 5, 2))
    assert b"Aya" not in file()


def test_lines_end_as_the_standard_says_and_are_folded(file):
    drama = DramaFactory(title="花より男子 " * 20)
    EpisodeFactory(season__drama=drama, air_date=datetime.date(2026, 5, 2))
    lines = file().split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert [line for line in lines if not line.decode()] == [b""]
    [event] = Calendar.from_ical(file()).events
    assert drama.title in str(event["summary"])


def test_each_event_has_its_own_uid_and_all_that_must_be_there(file):
    for drama in DramaFactory.create_batch(
        3, released_on=datetime.date(2026, 5, 1), released_precision="day"
    ):
        for _ in range(2):
            EpisodeFactory(season__drama=drama, air_date=datetime.date(2026, 5, 2))
    calendar = Calendar.from_ical(file())
    assert {"PRODID", "VERSION"} <= calendar.keys()
    assert len({event["uid"] for event in calendar.events}) == len(calendar.events) == 9
    assert [event for event in calendar.events if "dtstamp" not in event] == []


def test_file_stays_the_same_while_nothing_changes(file):
    EpisodeFactory(air_date=datetime.date(2026, 5, 2))
    assert file() == file()
