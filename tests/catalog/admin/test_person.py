import pytest
from django.urls import reverse

from catalog.models import Person
from tests import factories
from tests.catalog.admin.formdata import add_row, form_data

LIST = "/admin/catalog/person/"
ADD = "/admin/catalog/person/add/"


def address(person):
    return reverse("admin:catalog_person_change", args=[person.pk])


def full_person(rows):
    person = factories.PersonFactory(portrait=factories.PictureFactory())
    factories.PersonNameFactory.create_batch(rows, person=person)
    factories.CreditFactory.create_batch(rows, person=person)
    for source in ("tmdb", "imdb", "wikidata")[:rows]:
        factories.ExternalIdFactory(drama=None, person=person, source=source)
    return person


@pytest.mark.parametrize("rows", [1, 3])
def test_form_takes_the_same_queries_whatever_its_rows(desk, rows, django_assert_num_queries):
    page = address(full_person(rows))
    desk.get(page)
    with django_assert_num_queries(10):
        assert desk.get(page).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_the_same_queries_whatever_its_rows(desk, rows, django_assert_num_queries):
    for _ in range(rows):
        full_person(2)
    with django_assert_num_queries(6):
        assert desk.get(LIST).status_code == 200


def test_list_counts_credits_and_finds_other_names(desk):
    person = full_person(2)
    factories.PersonFactory()
    factories.PersonNameFactory(person=person, name="Erika")
    shown = desk.get(f"{LIST}?q=erika").context["cl"].result_list
    assert [(row.pk, row.credit_number) for row in shown] == [(person.pk, 2)]


def test_new_person_gets_a_slug_and_a_birthday(desk):
    data = form_data(desk.get(ADD)) | {"name": "沢尻エリカ", "born": "1986-04"}
    assert desk.post(ADD, data).status_code == 302
    person = Person.objects.get()
    assert (person.slug.isascii(), str(person.born)) == (True, "1986-04")


def test_people_of_one_name_get_different_slugs(desk):
    for _ in range(2):
        desk.post(ADD, form_data(desk.get(ADD)) | {"name": "Ito Jun"})
    assert sorted(Person.objects.values_list("slug", flat=True)) == ["ito-jun", "ito-jun-2"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"born": "April 1986"}, "born"),
        ({"slug": "taken"}, "slug"),
    ],
    ids=str,
)
def test_bad_field_gets_its_message_and_keeps_what_was_typed(desk, changes, field):
    factories.PersonFactory(slug="taken")
    data = form_data(desk.get(ADD)) | {"name": "A name", "biography": "Typed with care."}
    response = desk.post(ADD, data | changes)
    assert list(response.context["adminform"].form.errors) == [field]
    kept = form_data(response)
    assert kept["biography"] == ["Typed with care."]
    assert kept[field] == [changes[field]]


def test_external_id_of_another_person_is_refused_beside_the_field(desk):
    other = factories.PersonFactory(name="The other")
    factories.ExternalIdFactory(drama=None, person=other, source="tmdb", value="1")
    factories.ExternalIdFactory(source="tmdb", value="2")
    for value, is_taken in (("1", True), ("2", False)):
        data = form_data(desk.get(ADD)) | {"name": "A name"}
        add_row(data, "external_ids", source="tmdb", value=value)
        response = desk.post(ADD, data)
        assert (response.status_code == 200) is is_taken


def test_autocomplete_tells_apart_people_of_one_name(desk):
    for year in (1980, 1990):
        factories.PersonFactory(name="Ito Jun", born_on=f"{year}-01-01", born_precision="year")
    address = "/admin/autocomplete/?app_label=catalog&model_name=credit&field_name=person&term=ito"
    results = desk.get(address).json()["results"]
    assert [result["text"] for result in results] == ["Ito Jun · 1980", "Ito Jun · 1990"]
