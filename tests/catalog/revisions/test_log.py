import pytest

from catalog.models import Drama, Picture, Revision
from catalog.pictures import let_go
from catalog.revisions import log, note_as_found
from tests import factories

pytestmark = pytest.mark.django_db


def test_equal_states_are_kept_once():
    drama = factories.DramaFactory(title="One")
    assert note_as_found(drama.pk)
    assert note_as_found(drama.pk) is None
    Drama.objects.update(title="Two")
    assert note_as_found(drama.pk)
    assert Revision.objects.count() == 2


def test_pictures_of_a_revision_are_kept_as_long_as_it_is(monkeypatch):
    drama = factories.DramaFactory(poster=factories.PictureFactory())
    note_as_found(drama.pk)
    picture = drama.poster.pk
    Drama.objects.update(poster=None)
    let_go(picture)
    assert Picture.objects.filter(pk=picture).exists()
    monkeypatch.setattr(log, "MOST", 1)
    note_as_found(drama.pk)
    assert Revision.objects.count() == 1
    assert not Picture.objects.filter(pk=picture).exists()


def test_drama_that_is_not_there_has_no_revision():
    assert note_as_found(1) is None
