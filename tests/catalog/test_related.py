import pytest

from catalog.labels import labels_of
from catalog.models import Drama
from catalog.related import relations_of
from tests.factories import DramaFactory, RelationFactory

pytestmark = pytest.mark.django_db


def seen(drama):
    titles = dict(Drama.objects.values_list("pk", "title"))
    return [(titles[pk], kind.value) for pk, kind in relations_of(labels_of(drama)).items()]


def test_relation_is_seen_from_both_sides():
    relation = RelationFactory(drama__title="One", other__title="Two", kind="sequel")
    assert seen(relation.drama) == [("Two", "sequel")]
    assert seen(relation.other) == [("One", "prequel")]


def test_what_a_drama_says_of_itself_goes_first():
    one, two = DramaFactory(title="One"), DramaFactory(title="Two")
    RelationFactory(drama=two, other=one, kind="sequel")
    RelationFactory(drama=one, other=two, kind="original")
    assert seen(one) == [("Two", "original")]


def test_relations_come_with_the_labels_in_one_query(django_assert_num_queries):
    drama = DramaFactory()
    RelationFactory.create_batch(3, drama=drama)
    with django_assert_num_queries(1):
        assert len(relations_of(labels_of(drama))) == 3
