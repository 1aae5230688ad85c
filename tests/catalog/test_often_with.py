import pytest

from catalog.often_with import colleagues_of
from tests.factories import CreditFactory, DramaFactory, PersonFactory

pytestmark = pytest.mark.django_db


def working(people_of_dramas):
    """Dramas with these people, each once."""
    dramas = []
    for people in people_of_dramas:
        dramas.append(DramaFactory())
        for person in people:
            CreditFactory(drama=dramas[-1], person=person)
    return [drama.pk for drama in dramas]


def test_colleagues_are_those_of_two_dramas_or_more(django_assert_num_queries):
    me, twice, thrice, once = PersonFactory.create_batch(4)
    ids = working([[me, thrice, twice], [me, thrice], [me, thrice, twice, once], [twice, once]])
    with django_assert_num_queries(3):
        found = colleagues_of(me, ids[:3])
    assert [(each.person, each.dramas) for each in found] == [
        (thrice, ids[:3]),
        (twice, [ids[0], ids[2]]),
    ]


def test_two_roles_in_one_drama_are_one_drama_in_common():
    me, other = PersonFactory.create_batch(2)
    ids = working([[me, other]])
    CreditFactory(drama_id=ids[0], person=other, role="director")
    assert colleagues_of(me, ids) == []
