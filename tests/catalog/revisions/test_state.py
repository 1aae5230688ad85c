import pytest

from catalog.models import Genre
from catalog.revisions.state import State, states_of
from tests.catalog.admin.test_drama import full_drama

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [1, 3])
def test_states_take_the_same_queries_for_one_and_three(number, django_assert_num_queries):
    ids = [full_drama(2).pk for _ in range(number)]
    with django_assert_num_queries(13):
        assert list(states_of(ids)) == ids


def test_state_is_packed_and_unpacked():
    drama = full_drama(2)
    state = states_of([drama.pk])[drama.pk]
    assert State.unpacked(state.packed()) == state
    assert len(state.words) == 4


def test_state_of_what_is_not_there_is_not_there():
    assert states_of([1]) == {}


def test_another_name_of_a_label_makes_no_other_state():
    drama = full_drama(1)
    before = states_of([drama.pk])[drama.pk]
    Genre.objects.update(name="Renamed")
    after = states_of([drama.pk])[drama.pk]
    assert after.digest == before.digest
    drama.genres.clear()
    assert states_of([drama.pk])[drama.pk].digest != before.digest
