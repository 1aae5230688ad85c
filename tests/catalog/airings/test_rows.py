import datetime

import pytest

from catalog.airings.rows import Span, most_popular_rows, rows_of
from catalog.models import Drama
from tests.factories import DramaFactory, EpisodeFactory, ListingFiguresFactory, SeasonFactory

pytestmark = pytest.mark.django_db

MAY = Span(datetime.date(2026, 5, 1), datetime.date(2026, 5, 31))


def aired(drama, *days, **season):
    season = SeasonFactory(drama=drama, **season)
    for day in days:
        EpisodeFactory(season=season, air_date=datetime.date(2026, *day))


def told(rows):
    return [(row.day.day, row.drama_id, row.words("series")) for row in rows]


def both(span=MAY):
    """What is found by either way: they differ in how much they look at."""
    rows = rows_of(span, Drama.objects.all())
    assert most_popular_rows(span, 12) == rows
    return told(rows)


def test_episodes_of_a_day_are_one_row_a_season():
    drama = DramaFactory()
    aired(drama, (5, 2), (5, 2), (5, 9), (6, 1))
    aired(drama, (5, 2))
    assert both() == [
        (2, drama.pk, "Episodes 1–2"),
        (2, drama.pk, "Season 2, episode 1"),
        (9, drama.pk, "Episode 3"),
    ]


def test_days_on_which_a_drama_begins_and_ends_are_rows_of_their_own():
    drama = DramaFactory(
        released_on=datetime.date(2026, 5, 3),
        released_precision="day",
        ended_on=datetime.date(2026, 5, 20),
        ended_precision="day",
    )
    assert both() == [(3, drama.pk, "Premiere"), (20, drama.pk, "Finale")]


def test_premiere_with_an_episode_is_one_row():
    drama = DramaFactory(released_on=datetime.date(2026, 5, 3), released_precision="day")
    aired(drama, (5, 3))
    assert both() == [(3, drama.pk, "Premiere · Episode 1")]


@pytest.mark.parametrize("precision", ["month", "year"])
def test_day_that_is_not_known_is_no_row(precision):
    DramaFactory(released_on=datetime.date(2026, 5, 1), released_precision=precision)
    assert both() == []


def test_draft_airs_nothing():
    drama = DramaFactory(
        publication="draft", released_on=datetime.date(2026, 5, 3), released_precision="day"
    )
    aired(drama, (5, 3), (5, 4))
    assert both() == []


def test_most_popular_come_first():
    unranked, second, first = DramaFactory.create_batch(3)
    for drama in (unranked, second, first):
        aired(drama, (5, 2))
    ListingFiguresFactory(drama=second, source="tmdb", popularity=20)
    ListingFiguresFactory(drama=first, popularity=900)
    ListingFiguresFactory(drama=first, source="tmdb", popularity=10)
    assert [drama for _, drama, _ in both()] == [first.pk, second.pk, unranked.pk]


def test_of_a_full_day_those_added_last_are_looked_at():
    dramas = DramaFactory.create_batch(
        4, released_on=datetime.date(2026, 5, 2), released_precision="day"
    )
    for drama in dramas:
        aired(drama, (5, 2), (5, 2))
    assert told(most_popular_rows(MAY, 2)) == [
        (2, drama.pk, "Premiere · Episodes 1–2") for drama in dramas[2:]
    ]


def test_rows_may_be_those_of_some_dramas_alone():
    one, other = DramaFactory.create_batch(2)
    for drama in (one, other):
        aired(drama, (5, 2))
    assert told(rows_of(MAY, Drama.objects.filter(pk=one.pk))) == [(2, one.pk, "Episode 1")]


def test_mark_stays_when_the_day_is_moved():
    drama = DramaFactory()
    aired(drama, (5, 2))
    [before] = rows_of(MAY, Drama.objects.all())
    episode = drama.seasons.get().episodes.get()
    episode.air_date = datetime.date(2026, 5, 9)
    episode.save()
    [after] = rows_of(MAY, Drama.objects.all())
    assert (before.mark, before.day) != (after.mark, after.day)
    assert before.mark == after.mark


@pytest.mark.parametrize("count", [1, 3])
def test_rows_take_five_queries_at_any_length(count, django_assert_num_queries):
    for drama in DramaFactory.create_batch(count):
        aired(drama, (5, 2))
    with django_assert_num_queries(5):
        most_popular_rows(MAY, 12)
    with django_assert_num_queries(5):
        rows_of(MAY, Drama.objects.all())
