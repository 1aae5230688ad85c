import datetime
from decimal import Decimal

import pytest

from catalog.importers.cells import RefusedRow
from catalog.importers.records import FiguresRecord, LinkRecord, TagRecord, TitleRecord
from catalog.importers.tmdb.pictures import pictures_in
from catalog.importers.tmdb.record import record_from
from catalog.models.dates import PartialDate
from tests.catalog.importers.tmdb.answers import details, season


def test_series_becomes_a_record():
    record = record_from(details(), [season()], ["FR"])
    assert (record.source, record.source_id, record.title) == ("tmdb", "7", "The Lighthouse")
    assert (record.native_title, record.original_language, record.kind) == ("灯台", "ja", "series")
    assert (record.status, record.content_rating, record.runtime) == ("ended", "G", 50)
    assert (record.released, record.ended) == (
        PartialDate.parse("2019-04-05"),
        PartialDate.parse("2019-06-07"),
    )
    assert (record.countries, record.networks, record.genres) == (("JP",), ("NHK",), ("Drama",))
    assert (record.synopsis, record.synopsis_source) == ("A keeper stays.", "TMDB")
    assert record.tags == (TagRecord("sea"),)
    assert record.alternative_titles == (TitleRecord("燈塔", "zh-Hant"), TitleRecord("등대", "ko"))
    assert record.figures == FiguresRecord("tmdb", Decimal("7.9"), 12)
    assert record.other_ids == (("imdb", "tt7"), ("wikidata", "Q7"))
    assert record.links == (
        LinkRecord("official", "https://lighthouse.example/"),
        LinkRecord("trailer", "https://www.youtube.com/watch?v=abc-_1"),
        LinkRecord("watch", "https://watch.example/7?locale=JP", "NHK On Demand (JP)"),
        LinkRecord("watch", "https://watch.example/7?locale=FR", "Arte (FR)"),
    )


def test_credits_are_in_the_order_of_the_cast_and_crew_follows():
    record = record_from(details())
    assert [(c.person.name, str(c.role), c.character) for c in record.credits] == [
        ("First", "cast", "Keeper"),
        ("Second", "cast", "Boy"),
        ("Second", "cast", "Man"),
        ("Ume", "author", ""),
        ("Yuki", "director", ""),
    ]
    assert record.credits[0].person.native_name == "一"


def test_names_that_say_nothing_are_left_out():
    [one] = record_from(details(), [season()]).seasons
    assert (one.number, one.title) == (1, "")
    first, second = one.episodes
    assert (first.title, first.air_date, first.runtime) == (
        "Arrival",
        datetime.date(2019, 4, 5),
        50,
    )
    assert (second.title, second.summary) == ("", "")


def test_rating_of_another_country_is_named_with_it():
    ratings = {"results": [{"iso_3166_1": "US", "rating": "TV-14"}]}
    assert record_from(details(content_ratings=ratings)).content_rating == "TV-14 (US)"


def test_what_goes_on_has_no_end():
    record = record_from(details(status="Returning Series"))
    assert (record.status, record.ended) == ("airing", None)


def test_little_is_enough():
    record = record_from({"id": 7, "name": "The Lighthouse"})
    assert (record.title, record.credits, record.figures) == ("The Lighthouse", (), None)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"id": None}, "id is missing"),
        ({"id": "x"}, "id is not a number"),
        ({"name": ""}, "it has no title"),
        ({"name": 5}, "name is not a text"),
        ({"first_air_date": "soon"}, "first_air_date is no date"),
        ({"genres": {}}, "genres is not a list"),
        ({"genres": ["Drama"]}, "genres holds something other"),
        ({"number_of_seasons": -1}, "negative"),
        ({"vote_average": 11}, "above 10"),
        ({"aggregate_credits": []}, "aggregate_credits is not an object"),
        ({"aggregate_credits": {"cast": [{"id": 1}]}}, "a person has no name"),
        ({"translations": {"translations": [{"data": []}]}}, "data is not an object"),
        ({"watch/providers": {"results": []}}, "results is not an object"),
        ({"origin_country": "JP"}, "origin_country is not a list"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else None,
)
def test_answer_of_the_wrong_type_is_refused(wrong, told):
    with pytest.raises(RefusedRow, match=told):
        record_from(details(**wrong))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"season_number": None}, "a season has no number"),
        ({"episodes": [{}]}, "an episode has no number"),
        ({"episodes": 3}, "episodes is not a list"),
    ],
    ids=["season", "episode", "list"],
)
def test_season_of_the_wrong_type_is_refused(wrong, told):
    with pytest.raises(RefusedRow, match=told):
        record_from(details(), [season(**wrong)])


def test_pictures_are_named_once_and_the_chosen_first():
    assert [(p.path, str(p.kind)) for p in pictures_in(details())] == [
        ("/poster.jpg", "poster"),
        ("/sea.jpg", "backdrop"),
        ("/rock.jpg", "backdrop"),
    ]
