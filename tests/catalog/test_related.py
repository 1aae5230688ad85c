import pytest

from catalog.related import related_to
from tests.factories import DramaFactory, RelationFactory

pytestmark = pytest.mark.django_db


def seen(drama):
    return [(related.drama.title, related.kind.value) for related in related_to(drama)]


def test_related_to_is_seen_from_both_sides():
    relation = RelationFactory(drama__title="One", other__title="Two", kind="sequel")
    assert seen(relation.drama) == [("Two", "sequel")]
    assert seen(relation.other) == [("One", "prequel")]


def test_what_a_drama_says_of_itself_goes_first():
    one, two = DramaFactory(title="One"), DramaFactory(title="Two")
    RelationFactory(drama=two, other=one, kind="sequel")
    RelationFactory(drama=one, other=two, kind="original")
    assert seen(one) == [("Two", "original")]


def test_drafts_are_not_related():
    relation = RelationFactory(other__publication="draft")
    assert seen(relation.drama) == []


def test_related_to_takes_one_query(django_assert_num_queries):
    drama = DramaFactory()
    RelationFactory.create_batch(3, drama=drama)
    with django_assert_num_queries(1):
        assert len(related_to(drama)) == 3
