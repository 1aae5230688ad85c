import datetime

import pytest

from catalog.labelled import Counted, all_of, labelled
from tests.factories import (
    DramaFactory,
    DramaTagFactory,
    GenreFactory,
    ListingFiguresFactory,
    NetworkFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db


def drama(year, genres, **given):
    return DramaFactory(
        released_on=datetime.date(year, 1, 1), released_precision="year", genres=genres, **given
    )


def test_facts_are_those_of_the_published_dramas():
    law, war = GenreFactory(name="Law"), GenreFactory(name="War")
    drama(2001, [law, war])
    drama(2005, [law])
    drama(1990, [law], publication="draft")
    found = labelled("genre", "law", "Law")
    assert (found.facts.count, found.facts.years, found.facts.has_all_years) == (
        2,
        (2001, 2005),
        True,
    )
    assert found.related == [Counted("War", "/dramas/?genre=law&genre=war", 1)]
    assert found.browse_url == "/dramas/?genre=law"


@pytest.mark.parametrize(("ranked", "named"), [(7, ("D0", "D1", "D2")), (2, ())])
def test_best_known_are_named_when_a_listing_ranks_them_all(ranked, named):
    network = NetworkFactory(slug="n")
    for number in range(7):
        each = DramaFactory(title=f"D{number}", networks=[network])
        if number < ranked:
            ListingFiguresFactory(drama=each, popularity=number + 1)
    assert labelled("network", "n", "N").facts.popular == named


def test_tag_that_gives_away_counts_nothing():
    DramaTagFactory(tag=TagFactory(slug="death"), is_spoiler=True)
    assert labelled("tag", "death", "Death").facts.count == 0
    assert all_of("tag") == []


def test_all_labels_are_listed_with_their_numbers():
    law, war = GenreFactory(name="Law"), GenreFactory(name="War")
    drama(2001, [war, law])
    drama(2005, [law])
    GenreFactory(name="Unused")
    assert all_of("years") == [
        Counted("2005", "/years/2005/", 1),
        Counted("2001", "/years/2001/", 1),
    ]
    found = all_of("genre")
    assert found == [Counted("Law", "/genres/law/", 2), Counted("War", "/genres/war/", 1)]
