import datetime
from decimal import Decimal

import pytest

from catalog.facts import facts_of
from catalog.models import (
    Country,
    Credit,
    Drama,
    Genre,
    ListingFigures,
    Network,
    Person,
    Role,
    Source,
)
from catalog.models.dates import PartialDate
from catalog.prose import Figures, about
from tests.catalog.prose.facts import CAST, REFERENCE, TODAY

FIGURES = ListingFigures(
    source=Source.MYDRAMALIST, rating=Decimal("8.0"), watchers=5920, popularity=3150, rank=2252
)


def reference_drama():
    drama = Drama(
        title="1 Litre of Tears",
        native_title="1リットルの涙",
        status="ended",
        season_count=1,
        episode_count=11,
        runtime=98,
    )
    drama.released = PartialDate.parse("2005-10-11")
    drama.ended = PartialDate.parse("2005-12-20")
    return drama


def credit(pk, name, character=""):
    return Credit(person=Person(pk=pk, name=name), role=Role.MAIN, character=character)


def facts(**changes):
    rows = {
        "countries": [Country(code="JP", slug="japan")],
        "networks": [Network(name="Fuji TV")],
        "genres": [Genre(name="Drama"), Genre(name="Melodrama")],
        "cast": [credit(pk, name) for pk, name in enumerate(CAST)],
        "figures": FIGURES,
        "today": TODAY,
    }
    return facts_of(reference_drama(), **{**rows, **changes})


def test_rows_of_the_reference_give_its_facts_without_a_query():
    # No database is allowed here: a query would raise.
    assert facts() == REFERENCE


def test_drama_without_rows_gives_facts_of_itself_alone():
    today = datetime.date(2026, 1, 1)
    nothing = {"countries": [], "networks": [], "genres": [], "cast": [], "figures": None}
    assert about(facts_of(Drama(title="W"), **nothing, today=today)) == ['"W" is a drama.']


def test_figures_are_named_after_their_source():
    row = ListingFigures(source=Source.TMDB, rating=Decimal("6.1"))
    assert facts(figures=row).figures == Figures("TMDB", Decimal("6.1"))


@pytest.mark.parametrize(
    ("cast", "names"),
    [
        ([credit(1, "A"), credit(1, "A"), credit(2, "B")], ("A", "B")),
        ([credit(1, "A"), credit(2, "A")], ("A", "A")),
    ],
)
def test_person_of_two_characters_is_named_once_and_namesakes_each(cast, names):
    assert facts(cast=cast).cast == names


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        (["[Himself]", "Herself / Sunny", "Kim Sin"], True),
        (["[Host]", "[MC]"], True),
        (["[Themselves]", "Kim Sin"], False),
        (["Himself", "", ""], False),
        ([], False),
    ],
)
def test_cast_plays_itself_when_most_of_its_parts_say_so(characters, expected):
    cast = [credit(pk, "A", character) for pk, character in enumerate(characters)]
    assert facts(cast=cast).is_played_by_themselves is expected
