import re

import pytest

from catalog.models import FormerSlug, Role
from tests.factories import CreditFactory, GenreFactory, ListingFiguresFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_person_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    person, others = PersonFactory(slug="someone"), PersonFactory.create_batch(count)
    for _ in range(2):
        credit = CreditFactory(person=person, drama__genres=[GenreFactory()])
        for other in others:
            CreditFactory(person=other, drama=credit.drama)
    with django_assert_num_queries(8):
        assert client.get("/people/someone/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_role_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    CreditFactory.create_batch(count, person=PersonFactory(slug="someone"))
    with django_assert_num_queries(3):
        assert client.get("/people/someone/main/").status_code == 200


@pytest.mark.parametrize("role", ["director", "cook", "x" * 300])
def test_role_that_a_person_never_had_is_not_found(client, role):
    CreditFactory(person__slug="someone")
    assert client.get(f"/people/someone/{role}/").status_code == 404


def test_long_role_has_pages_of_its_own(client):
    CreditFactory.create_batch(61, person=PersonFactory(slug="someone"))
    assert 'href="/people/someone/main/"' in client.get("/people/someone/").content.decode()
    pages = [client.get(f"/people/someone/main/?page={number}") for number in (1, 2)]
    assert [len(page.context["credits"]) for page in pages] == [60, 1]


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
@pytest.mark.parametrize(("address", "queries"), [("/people/", 2), ("/people/?from=P", 1)])
def test_people_take_the_same_queries_at_any_length(
    client, django_assert_num_queries, count, address, queries
):
    for credit in CreditFactory.create_batch(count):
        ListingFiguresFactory(drama=credit.drama, popularity=1)
    with django_assert_num_queries(queries):
        assert credit.person.name in client.get(address).content.decode()


@pytest.mark.parametrize("start", ["%00", "%ED%A0%80", "z" * 5000, "👩‍👩‍👧", "'--", "%F0%9F"])
def test_people_from_odd_names_on_are_a_page(client, start):
    assert client.get(f"/people/?from={start}&id=9999999999999999999999").status_code == 200


def test_no_id_of_a_persons_page_stands_there_twice(client):
    person = PersonFactory(slug="someone")
    for role in Role.values:
        CreditFactory(person=person, role=role)
    ids = re.findall(r'\bid="([^"]+)"', client.get("/people/someone/").content.decode())
    assert sorted(ids) == sorted(set(ids))
