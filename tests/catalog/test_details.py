import datetime
from decimal import Decimal

import pytest

from catalog.details import Detail, Value, classification_of, details_of, figures_details
from catalog.labels import Label, Labels
from catalog.models import Credit, Drama, ListingFigures, Person
from catalog.models.dates import PartialDate

NOTHING = Labels()


def plain(details):
    return [(detail.term, ", ".join(value.text for value in detail.values)) for detail in details]


def test_details_of_a_known_drama_stand_in_the_order_of_the_reference():
    drama = Drama(status="ended", original_language="ja", season_count=1, episode_count=11)
    drama.runtime = 98
    drama.released = PartialDate.parse("2005-10-11")
    labels = Labels(
        countries=[Label("Japan", "japan", "/countries/japan/")],
        networks=[Label("Fuji TV", "fuji-tv", "/networks/fuji-tv/")],
    )
    cast = [Credit(person=Person(pk=1, name="Erika Sawajiri", slug="erika-sawajiri"))]
    assert plain(details_of(drama, labels, cast)) == [
        ("Release Date", "2005-10-11"),
        ("Status", "Ended"),
        ("Language", "Japanese"),
        ("Country", "Japan"),
        ("Network", "Fuji TV"),
        ("Seasons", "1"),
        ("Episodes", "11"),
        ("Runtime", "98m"),
        ("Cast", "Erika Sawajiri"),
    ]


def test_details_of_an_unknown_drama_are_empty():
    assert details_of(Drama(), NOTHING, []) == []


@pytest.mark.parametrize("known", ["2005", "2005-10", "2005-10-11"])
def test_release_date_shows_what_is_known_of_it(known):
    drama = Drama()
    drama.released = PartialDate.parse(known)
    assert plain(details_of(drama, NOTHING, [])) == [("Release Date", known)]


def test_person_with_two_parts_is_named_once():
    person = Person(pk=1, name="Haruka", slug="haruka")
    cast = [Credit(person=person, character="A"), Credit(person=person, character="B")]
    expected = [Detail("Cast", (Value("Haruka", "/people/haruka/"),))]
    assert details_of(Drama(), NOTHING, cast) == expected


def test_figures_stand_in_the_order_of_the_reference():
    figures = ListingFigures(
        popularity=3150,
        rank=2252,
        watchers=5920,
        rating=Decimal("8.0"),
        as_of=datetime.date.today(),
    )
    assert plain(figures_details(figures)) == [
        ("Popularity", "#3150"),
        ("Ranked", "#2252"),
        ("Rating", "8.0"),
        ("Watchers", "5,920"),
    ]


def test_classification_marks_the_language_of_the_native_title():
    drama = Drama(native_title="1リットルの涙", original_language="ja", content_rating="13+")
    assert classification_of(drama) == [
        Detail("Content Rating", (Value("13+"),)),
        Detail("Native Title", (Value("1リットルの涙", lang="ja"),)),
    ]
