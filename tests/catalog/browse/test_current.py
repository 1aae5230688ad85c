import datetime
from threading import Thread

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from catalog.browse import current as module
from catalog.browse.choice import Choice
from catalog.browse.current import Current
from catalog.models import Drama, DramaTag, Genre, ListingFigures
from tests.factories import (
    CountryFactory,
    DramaFactory,
    DramaTagFactory,
    GenreFactory,
    ListingFiguresFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    return Current()


def found(held, **picked):
    with held.index() as index:
        return set(index.matching(Choice(tuple(picked.items()))))


def first(held, sort):
    with held.index() as index:
        return list(index.shelves[sort].about(index.everything, 0, 1)[1])


def test_nothing_new_takes_one_query(held, django_assert_num_queries):
    drama = DramaFactory()
    assert found(held) == {drama.pk}
    with django_assert_num_queries(1):
        assert found(held) == {drama.pk}


def test_change_takes_the_same_queries_for_one_and_three(held, django_assert_num_queries):
    found(held)
    for count in (1, 3):
        DramaFactory.create_batch(count)
        with django_assert_num_queries(3):
            found(held)


def test_new_changed_and_deleted_dramas_are_known_at_once(held):
    genre = GenreFactory(slug="war")
    assert found(held, genre="war") == set()
    drama = DramaFactory(genres=[genre], kind="film")
    assert found(held, genre="war", kind="film") == {drama.pk}
    Drama.objects.update(kind="show")
    assert found(held, genre="war", kind="film") == set()
    assert found(held, kind="show") == {drama.pk}
    drama.genres.clear()
    assert found(held, genre="war") == set()
    drama.delete()
    assert found(held) == set()


def test_drama_moves_when_its_figures_do(held, monkeypatch):
    monkeypatch.setattr("catalog.browse.shelves.SIZE", 1)
    low, high = (ListingFiguresFactory(rating=rating).drama.pk for rating in ("5.0", "9.0"))
    assert first(held, "rating") == [high]
    ListingFigures.objects.filter(drama=low).update(rating="9.5")
    assert low in first(held, "rating")


def test_renamed_label_is_found_by_its_new_slug(held):
    drama = DramaFactory(genres=[GenreFactory(slug="war", name="War")])
    assert found(held, genre="war") == {drama.pk}
    Genre.objects.update(slug="peace", name="Peace")
    assert (found(held, genre="war"), found(held, genre="peace")) == (set(), {drama.pk})
    with held.index() as index:
        assert index.names["genre"] == {"peace": "Peace"}


def test_draft_is_never_known(held):
    drama = DramaFactory(publication="draft", countries=[CountryFactory()])
    assert found(held) == set()
    Drama.objects.update(publication="published")
    assert found(held, country="japan") == {drama.pk}
    Drama.objects.update(publication="draft")
    assert found(held, country="japan") == set()


def test_scheduled_drama_comes_out_with_its_minute(held):
    at = timezone.now().replace(microsecond=0) + datetime.timedelta(hours=1)
    drama = DramaFactory(publication="scheduled", publish_at=at, countries=[CountryFactory()])
    assert found(held, country="japan") == set()
    with time_machine.travel(at - datetime.timedelta(seconds=1), tick=False):
        assert found(held, country="japan") == set()
    with time_machine.travel(at, tick=False):
        assert found(held, country="japan") == {drama.pk}
        later = DramaFactory(publication="scheduled", publish_at=at + datetime.timedelta(hours=1))
        assert found(held) == {drama.pk}
    with time_machine.travel(at + datetime.timedelta(hours=1), tick=False):
        assert found(held) == {drama.pk, later.pk}


def test_drama_goes_with_the_minute_of_its_end(held, django_assert_num_queries):
    at = timezone.now().replace(microsecond=0) + datetime.timedelta(hours=1)
    drama = DramaFactory(unpublish_at=at, countries=[CountryFactory()])
    assert found(held, country="japan") == {drama.pk}
    with time_machine.travel(at - datetime.timedelta(seconds=1), tick=False):
        assert found(held, country="japan") == {drama.pk}
    with time_machine.travel(at, tick=False):
        assert found(held, country="japan") == set()
        with django_assert_num_queries(1):
            assert found(held) == set()
        Drama.objects.update(unpublish_at=None)
        assert found(held) == {drama.pk}


def test_tag_that_gives_a_drama_away_does_not_find_it(held):
    given_away = DramaTagFactory(tag=TagFactory(slug="death"), is_spoiler=True)
    other = DramaTagFactory(tag=given_away.tag)
    assert found(held, tag="death") == {other.drama.pk}
    DramaTag.objects.filter(pk=other.pk).update(is_spoiler=True)
    assert found(held, tag="death") == set()


def test_transaction_that_is_rolled_back_leaves_no_trace(held):
    with transaction.atomic():
        DramaFactory()
        assert len(found(held)) == 1
        transaction.set_rollback(True)
    assert found(held) == set()


@pytest.mark.parametrize(("most", "size"), [(2, 100), (100, 1)])
def test_many_changes_are_read_as_a_whole(held, monkeypatch, most, size):
    monkeypatch.setattr(module, "MOST_AGAIN", most)
    monkeypatch.setattr("catalog.browse.shelves.MOST", size)
    dramas = DramaFactory.create_batch(2)
    assert found(held) == {drama.pk for drama in dramas}
    dramas += DramaFactory.create_batch(4)
    assert found(held) == {drama.pk for drama in dramas}


def test_failure_half_way_is_made_good(held, monkeypatch):
    found(held)
    drama = DramaFactory(kind="film")
    with monkeypatch.context() as patch:
        patch.setattr("catalog.browse.reading._pair_rows", lambda key, ids: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            found(held)
    assert found(held, kind="film") == {drama.pk}


@pytest.mark.django_db(transaction=True)
def test_warming_leaves_no_query_but_that_of_the_log(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(module, "current", Current())
    DramaFactory()
    thread = Thread(target=module.warm)
    thread.start()
    thread.join()
    with django_assert_num_queries(1), module.current.index() as index:
        assert len(index.everything) == 1


def test_counts_leave_out_what_is_not_there(held):
    DramaFactory(kind="film")
    with held.index() as index:
        assert index.counts(Choice())["kind"] == {"film": 1}
