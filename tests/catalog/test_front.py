import datetime

import pytest

from catalog import front
from catalog.best import best_rated
from catalog.models import Pick
from tests.factories import DramaFactory, EpisodeFactory, ListingFiguresFactory, PickFactory

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 25)


def feature():
    return front.feature(Pick.objects.current(), best_rated(10), front.newest(TODAY))


def test_feature_is_the_latest_pick_whose_time_has_come():
    first = PickFactory(since=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    PickFactory(since=datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC))
    PickFactory(drama__publication="draft")
    assert (feature().drama, feature().kicker) == (first.drama, "Editor’s pick")


@pytest.mark.parametrize(("words", "lead"), [("Because.", "Because."), ("", "Its own lead.")])
def test_pick_without_words_has_the_lead_of_its_drama(words, lead):
    PickFactory(words=words, drama__summary="Its own lead.")
    assert feature().lead == lead


def test_feature_without_a_pick_is_the_best_rated():
    ListingFiguresFactory(rating="7.0")
    best = ListingFiguresFactory(rating="9.0").drama
    assert (feature().drama, feature().kicker) == (best, "Best rated on MyDramaList")


def test_feature_without_ratings_is_the_newest():
    DramaFactory(released_on="2020-01-01", released_precision="day")
    newest = DramaFactory(released_on="2026-01-01", released_precision="day")
    assert (feature().drama, feature().kicker) == (newest, "New here")


def test_feature_of_an_empty_catalogue_is_none():
    assert feature() is None


def test_drama_of_the_feature_stands_on_no_shelf():
    dramas = DramaFactory.create_batch(8, status="airing")
    PickFactory(drama=dramas[0])
    shelf = front.without(feature(), front.airing(TODAY))
    assert [card.drama for card in shelf] == dramas[1:7]


@pytest.mark.parametrize(
    ("dates", "note"),
    [
        (["2026-11-18", "2026-11-28", "2026-12-02"], "Next episode: November 28"),
        (["2026-11-25"], "Next episode: today"),
        (["2026-11-18"], ""),
        ([], ""),
    ],
)
def test_airing_drama_says_when_its_next_episode_is_shown(dates, note):
    drama = DramaFactory(status="airing")
    for date in dates:
        EpisodeFactory(season__drama=drama, air_date=date)
    assert front.airing(TODAY) == [front.Card(drama, note)]


def test_coming_dramas_are_the_soonest_first_and_none_is_out():
    for title, released, precision in [
        ("Of last year", "2025-01-01", "year"),
        ("Any day now", "2026-01-01", "year"),
        ("Of last month", "2026-10-01", "month"),
        ("This month", "2026-11-01", "month"),
        ("Yesterday", "2026-11-24", "day"),
        ("Friday", "2026-11-27", "day"),
    ]:
        DramaFactory(
            title=title,
            status="upcoming",
            released_on=datetime.date.fromisoformat(released),
            released_precision=precision,
        )
    DramaFactory(title="Some day", status="upcoming")
    assert [(card.drama.title, card.note) for card in front.coming(TODAY)] == [
        ("Any day now", "2026"),
        ("This month", "November 2026"),
        ("Friday", "Nov. 27, 2026"),
        ("Some day", "The date is not known yet"),
    ]


def test_newest_are_out_already():
    old = DramaFactory(released_on="2020-01-01", released_precision="day")
    new = DramaFactory(released_on="2026-11-25", released_precision="day")
    DramaFactory(released_on="2026-11-26", released_precision="day")
    DramaFactory(released_on="2026-01-01", released_precision="year", status="upcoming")
    assert front.newest(TODAY) == [new, old]
