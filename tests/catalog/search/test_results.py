import pytest

from catalog.models import Drama
from catalog.search import find
from catalog.search.index import catch_up
from catalog.search.query import Query
from catalog.search.results import best_known, results_of
from tests.factories import CreditFactory, DramaFactory, ListingFiguresFactory

pytestmark = pytest.mark.django_db


def results(typed):
    catch_up()
    query = Query.parse(typed)
    return results_of(find(query).hits, query)


def test_result_says_what_was_found():
    CreditFactory(
        person__name="Gong Yoo",
        drama__title="Goblin",
        drama__synopsis="A bride.",
        character="Kim Shin",
    )
    drama, person = results("kim shin")
    assert (str(drama.noun), drama.note) == ("Goblin", "Kim Shin")
    assert (str(person.noun), person.note) == ("Gong Yoo", "Person · Kim Shin")
    assert person.played_in == drama.drama
    [by_story] = results("bride")
    assert [piece.text for piece in by_story.story if piece.is_match] == ["bride"]


def test_what_is_no_longer_published_is_left_out():
    drama = DramaFactory(title="Gone")
    query = Query.parse("gone")
    catch_up()
    hits = find(query).hits
    Drama.objects.filter(pk=drama.pk).update(publication="draft")
    assert (len(hits), results_of(hits, query)) == (1, [])


def test_best_known_dramas_come_first():
    for watchers in (5, 500, 50):
        ListingFiguresFactory(drama__title=str(watchers), watchers=watchers)
    DramaFactory(publication="draft")
    catch_up()
    assert [drama.title for drama in best_known(2)] == ["500", "50"]
