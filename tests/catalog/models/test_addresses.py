import pytest

from catalog.models import Drama, FormerSlug, Person
from tests.factories import DramaFactory, PersonFactory

pytestmark = pytest.mark.django_db


def former(row):
    return sorted(row.former_slugs.values_list("slug", flat=True))


def rename(row, slug):
    row.slug = slug
    row.save()


@pytest.mark.parametrize(
    ("noun", "a_factory"), [(Drama, DramaFactory), (Person, PersonFactory)], ids=["drama", "person"]
)
def test_former_slug_is_kept_when_a_loaded_row_is_renamed(noun, a_factory):
    row = noun.objects.get(pk=a_factory(slug="one").pk)
    rename(row, "two")
    rename(row, "three")
    assert former(row) == ["one", "two"]


def test_former_slug_is_kept_when_the_row_was_made_in_this_process():
    drama = DramaFactory(slug="one")
    rename(drama, "two")
    assert former(drama) == ["one"]


def test_former_slug_goes_when_it_becomes_current_again():
    drama = DramaFactory(slug="one")
    rename(drama, "two")
    rename(drama, "one")
    assert former(drama) == ["two"]


def test_former_slug_goes_when_another_drama_takes_the_address():
    drama = DramaFactory(slug="one")
    rename(drama, "two")
    DramaFactory(slug="one")
    assert former(drama) == []


def test_former_slug_belongs_to_its_last_owner():
    first, second = DramaFactory(slug="one"), DramaFactory(slug="other")
    rename(first, "two")
    FormerSlug.objects.filter(slug="one").delete()
    rename(second, "one")
    FormerSlug.objects.create(drama=first, slug="one")
    rename(second, "three")
    assert (former(first), former(second)) == ([], ["one", "other"])


def test_former_slugs_of_people_and_of_dramas_are_apart():
    drama, person = DramaFactory(slug="one"), PersonFactory(slug="one")
    rename(drama, "two")
    rename(person, "two")
    assert (former(drama), former(person)) == (["one"], ["one"])


def test_former_slug_is_not_made_when_the_slug_is_not_saved():
    drama = DramaFactory(slug="one")
    drama.slug = "two"
    drama.save(update_fields=["title"])
    assert former(drama) == []
    drama.refresh_from_db()
    drama.save()
    assert (drama.slug, former(drama)) == ("one", [])


def test_save_without_a_new_slug_asks_no_more_than_the_update(django_assert_num_queries):
    drama = Drama.objects.get(pk=DramaFactory().pk)
    with django_assert_num_queries(1):
        drama.save()


def test_save_of_a_row_whose_slug_was_not_loaded_keeps_nothing():
    drama = Drama.objects.only("title").get(pk=DramaFactory(slug="one").pk)
    drama.title = "Another"
    drama.save(update_fields=["title"])
    assert former(drama) == []
