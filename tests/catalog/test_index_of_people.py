import datetime

import pytest

from catalog.index_of_people import ON_A_PAGE, best_known, page_from
from tests.factories import CreditFactory, DramaFactory, ListingFiguresFactory, PersonFactory

pytestmark = pytest.mark.django_db


def named(*names):
    return [CreditFactory(person__name=name).person for name in names]


def test_page_begins_with_the_name_that_is_asked_for():
    named("Ana", "Bo", "Cem")
    PersonFactory(name="Bob")
    assert [person.name for person in page_from("B").people] == ["Bo", "Cem"]


def test_pages_of_one_name_follow_one_another_without_end_or_gap():
    people = named(*["Kim"] * (ON_A_PAGE + 2))
    first = page_from("Kim")
    second = page_from(first.next.name, str(first.next.pk))
    assert first.people + second.people == people
    assert second.next is None


@pytest.mark.parametrize("pk", ["", "x", "-1", "９", "9" * 40, "\x00"])
def test_id_that_is_none_is_passed_over(pk):
    people = named("Kim")
    assert page_from("Kim", pk).people == people


def test_best_known_lead_in_what_is_most_popular(django_assert_num_queries):
    for place in (3, 1, 2):
        figures = ListingFiguresFactory(popularity=place)
        CreditFactory(drama=figures.drama, person__name=f"Lead of {place}")
        CreditFactory(drama=figures.drama, role="support")
    with django_assert_num_queries(2):
        found = best_known()
    assert [credit.person.name for credit in found] == [f"Lead of {place}" for place in (1, 2, 3)]


def test_best_known_are_named_once():
    person = PersonFactory()
    for place in (2, 1):
        figures = ListingFiguresFactory(popularity=place)
        CreditFactory(drama=figures.drama, person=person)
    assert [credit.drama for credit in best_known()] == [figures.drama]


def test_best_known_without_a_listing_are_those_of_the_newest():
    for year in (2001, 2020):
        drama = DramaFactory(released_on=datetime.date(year, 1, 1), released_precision="year")
        CreditFactory(drama=drama)
    assert [credit.drama.released_on.year for credit in best_known()] == [2020, 2001]


def test_best_known_are_in_no_draft():
    CreditFactory(drama=ListingFiguresFactory(drama__publication="draft", popularity=1).drama)
    assert best_known() == []
