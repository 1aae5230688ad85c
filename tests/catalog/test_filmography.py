import datetime

import pytest

from catalog.filmography import filmography_of
from tests.factories import CreditFactory, DramaFactory, ListingFiguresFactory, PersonFactory

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 25)


@pytest.fixture
def person():
    return PersonFactory(name="Jo Kim")


def drama(year, **given):
    return DramaFactory(released_on=datetime.date(year, 1, 1), released_precision="year", **given)


def test_sections_are_by_role_and_the_newest_come_first(person, django_assert_num_queries):
    old, new, undated = drama(2001), drama(2020), DramaFactory()
    for each in (old, undated, new):
        CreditFactory(person=person, drama=each, role="main")
    CreditFactory(person=person, drama=old, role="director", character="")
    with django_assert_num_queries(2):
        sections = filmography_of(person).sections(2, 1)
    assert [(each.role, each.count) for each in sections] == [("main", 3), ("director", 1)]
    assert [credit.drama for credit in sections[0].credits] == [new, old]


def test_drafts_are_left_out(person):
    CreditFactory(person=person, drama__publication="draft")
    assert filmography_of(person).lines == []


def test_figures_of_two_listings_count_no_credit_twice(person):
    credit = CreditFactory(person=person)
    ListingFiguresFactory(drama=credit.drama, source="tmdb", popularity=1)
    ListingFiguresFactory(drama=credit.drama, source="mydramalist", popularity=7)
    filmography = filmography_of(person)
    assert len(filmography.lines) == 1
    assert (filmography.listing, filmography.places) == ("MyDramaList", {credit.drama_id: 7})


def test_two_roles_in_a_drama_are_one_work(person):
    each = drama(2001)
    CreditFactory(person=person, drama=each, role="main", character="A")
    CreditFactory(person=person, drama=each, role="director", character="")
    [work] = filmography_of(person).facts(TODAY).works
    assert (set(work.roles), work.character, work.year) == ({"main", "director"}, "", 2001)


@pytest.mark.parametrize(
    ("year", "status", "is_to_come"),
    [(2020, "ended", False), (2026, "upcoming", True), (2027, "", True), (2026, "", False)],
)
def test_what_is_to_come_is_known_by_day_and_status(person, year, status, is_to_come):
    CreditFactory(person=person, drama=drama(year, status=status))
    [work] = filmography_of(person).facts(TODAY).works
    assert work.is_to_come == is_to_come
