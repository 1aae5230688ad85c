import pytest

from catalog.colleagues import LEAD, MAKER, PLAYER, Colleagues, colleagues_of
from catalog.models import Role
from tests.factories import CreditFactory, DramaFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PersonFactory(name="A")


def found(person, own_role, role):
    drama, other = DramaFactory(), DramaFactory()
    CreditFactory(drama=drama, person=person, role=own_role)
    CreditFactory(drama=other, person=person, role=role)
    return list(colleagues_of(drama).values())


@pytest.mark.parametrize(
    ("own_role", "role", "colleagues"),
    [
        (Role.MAIN, Role.MAIN, Colleagues(LEAD, players=["A"])),
        (Role.MAIN, Role.SUPPORT, Colleagues(PLAYER, players=["A"])),
        (Role.SUPPORT, Role.MAIN, Colleagues(PLAYER, players=["A"])),
        (Role.DIRECTOR, Role.DIRECTOR, Colleagues(MAKER, director="A")),
        (Role.SCREENWRITER, Role.SCREENWRITER, Colleagues(MAKER, screenwriter="A")),
    ],
)
def test_person_counts_by_what_is_done_in_both(person, own_role, role, colleagues):
    assert found(person, own_role, role) == [colleagues]


@pytest.mark.parametrize(
    ("own_role", "role"),
    [
        (Role.MAIN, Role.GUEST),
        (Role.CAMEO, Role.MAIN),
        (Role.MAIN, Role.DIRECTOR),
        (Role.DIRECTOR, Role.SCREENWRITER),
        (Role.PRODUCER, Role.PRODUCER),
    ],
)
def test_person_with_another_part_counts_nothing(person, own_role, role):
    assert found(person, own_role, role) == []


def test_player_who_also_directs_counts_once(person):
    drama, other = DramaFactory(), DramaFactory()
    for row in (drama, other):
        CreditFactory(drama=row, person=person, role=Role.MAIN)
        CreditFactory(drama=row, person=person, role=Role.DIRECTOR)
    assert colleagues_of(drama) == {other.pk: Colleagues(LEAD, players=["A"])}
