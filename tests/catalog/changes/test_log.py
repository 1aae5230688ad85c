import pytest
from django.db import transaction

from catalog.changes import Mark, changes_since
from catalog.models import DramaChange, Genre
from tests.factories import DramaFactory, GenreFactory

pytestmark = pytest.mark.django_db


def read():
    mark, _changed = changes_since(Mark())
    return mark


def test_nothing_new_is_known_to_be_nothing(django_assert_num_queries):
    mark = read()
    with django_assert_num_queries(1):
        assert changes_since(mark) == (mark, set())


def test_changes_are_read_once():
    mark = read()
    dramas = DramaFactory.create_batch(3)
    mark, changed = changes_since(mark)
    assert changed == {drama.pk for drama in dramas}
    assert changes_since(mark) == (mark, set())


def test_first_reader_must_read_everything():
    assert changes_since(Mark())[1] is None


def test_changed_label_may_change_any_drama():
    genre = GenreFactory()
    mark = read()
    Genre.objects.filter(pk=genre.pk).update(slug="renamed")
    assert changes_since(mark)[1] is None


def test_change_that_was_taken_back_is_found_out():
    with transaction.atomic():
        DramaFactory()
        seen_within = read()
        transaction.set_rollback(True)
    DramaFactory.create_batch(2)
    assert changes_since(seen_within)[1] is None


def test_reader_behind_the_log_must_read_everything():
    DramaFactory()
    mark = read()
    DramaFactory()
    DramaChange.objects.filter(pk__lte=mark.pk).delete()
    assert changes_since(mark)[1] is None


def test_log_behind_the_mark_is_read_anew_once():
    end, changed = changes_since(Mark(10**9, 1))
    assert (end, changed) == (read(), None)
    assert changes_since(end) == (end, set())


def test_empty_log_proves_nothing():
    DramaChange.objects.all().delete()
    assert changes_since(Mark()) == (Mark(), None)
