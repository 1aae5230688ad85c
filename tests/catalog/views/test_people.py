import pytest

from catalog.models import FormerSlug
from tests.factories import CreditFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_person_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    person = PersonFactory(slug="someone")
    CreditFactory.create_batch(count, person=person)
    with django_assert_num_queries(3):
        assert client.get("/people/someone/").status_code == 200


def test_person_of_drafts_only_is_not_found(client):
    credit = CreditFactory(person__slug="secret", drama__publication="draft")
    assert client.get("/people/secret/").status_code == 404
    assert credit.person.name not in client.get("/people/").content.decode()


def test_draft_is_not_named_on_a_published_persons_page(client):
    person = CreditFactory(person__slug="both").person
    CreditFactory(person=person, drama__title="Not yet", drama__publication="draft")
    assert "Not yet" not in client.get("/people/both/").content.decode()


def test_former_slug_of_a_person_redirects(client):
    FormerSlug.objects.create(slug="once", person=CreditFactory(person__slug="now").person)
    response = client.get("/people/once/")
    assert (response.status_code, response.url) == (301, "/people/now/")


@pytest.mark.parametrize("count", [1, 3])
def test_people_take_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    CreditFactory.create_batch(count)
    with django_assert_num_queries(2):
        client.get("/people/")
