import datetime

import pytest

from catalog.labels import labels_of
from catalog.models import Publication
from catalog.neighbours import neighbours_of
from tests.factories import (
    CountryFactory,
    DramaFactory,
    GenreFactory,
    PictureFactory,
    RelationFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alike():
    """Makes dramas that share everything."""
    labels = {"genres": [GenreFactory(name="Romance")], "countries": [CountryFactory()]}
    return lambda **fields: DramaFactory(poster=PictureFactory(), **labels, **fields)


def test_related_drama_is_not_told_as_similar_again(alike):
    drama, sequel, other = alike(), alike(title="Sequel"), alike(title="Other")
    RelationFactory(drama=drama, other=sequel)
    found = neighbours_of(drama, labels_of(drama), limit=6)
    assert [(each.drama, each.kind) for each in found.related] == [(sequel, "sequel")]
    reason = "also a romance from Japan"
    assert [(each.drama, each.reason) for each in found.similar] == [(other, reason)]


def test_drafts_are_no_neighbours(alike):
    drama = alike()
    RelationFactory(drama=drama, other=alike(publication=Publication.DRAFT))
    alike(publication=Publication.DRAFT)
    found = neighbours_of(drama, labels_of(drama), limit=6)
    assert (found.related, found.similar) == ([], [])


@pytest.mark.parametrize("count", [1, 3])
def test_neighbours_take_three_queries_whatever_their_number(
    alike, count, django_assert_num_queries
):
    drama = alike()
    for _ in range(count):
        RelationFactory(drama=drama, other=alike())
        alike()
    labels = labels_of(drama)
    neighbours_of(drama, labels, limit=6)  # reads the index, once for all dramas
    with django_assert_num_queries(3):
        found = neighbours_of(drama, labels, limit=6)
        posters = [each.drama.poster.alt for each in [*found.related, *found.similar]]
    assert len(posters) == 2 * count


def test_related_dramas_stand_as_they_were_released(alike):
    drama = alike()
    released = [datetime.date(2008, 1, 1), None, datetime.date(2005, 1, 1)]
    for day in released:
        other = alike(released_on=day, released_precision="day" if day else "")
        RelationFactory(drama=drama, other=other)
    found = neighbours_of(drama, labels_of(drama), limit=6).related
    assert [each.drama.released_on for each in found] == [released[2], released[0], None]
