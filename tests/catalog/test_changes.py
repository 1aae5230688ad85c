import datetime

import pytest
from django.utils import timezone

from catalog.changes import Mark, changes_since, drop_triggers, install_triggers, triggers
from catalog.models import Drama, DramaChange, DramaTag, ListingFigures
from tests.factories import (
    CountryFactory,
    DramaFactory,
    DramaTagFactory,
    GenreFactory,
    ListingFiguresFactory,
    NetworkFactory,
)

pytestmark = pytest.mark.django_db
DAY = datetime.date(2005, 10, 11)


def retitled(drama):
    drama.title = "Another"
    return drama


CHANGES = {
    "saved": lambda drama: retitled(drama).save(),
    "updated in bulk": lambda drama: Drama.objects.update(title="Another"),
    "dated": lambda drama: Drama.objects.update(released_on=DAY, released_precision="day"),
    "unpublished": lambda drama: Drama.objects.update(publication="draft"),
    "scheduled": lambda drama: Drama.objects.update(publish_at=timezone.now()),
    "deleted": lambda drama: drama.delete(),
    "given a genre": lambda drama: drama.genres.add(GenreFactory()),
    "taken from its genres": lambda drama: drama.genres.clear(),
    "given a network": lambda drama: drama.networks.add(NetworkFactory()),
    "given a country": lambda drama: drama.countries.add(CountryFactory(code="KR", slug="korea")),
    "given a tag": lambda drama: DramaTagFactory(drama=drama),
    "given away by a tag": lambda drama: DramaTag.objects.update(is_spoiler=True),
    "rated": lambda drama: ListingFigures.objects.update(rating="1.0"),
    "rated no more": lambda drama: ListingFigures.objects.all().delete(),
}


@pytest.fixture
def drama():
    drama = DramaFactory(genres=[GenreFactory()], status="ended")
    DramaTagFactory(drama=drama)
    ListingFiguresFactory(drama=drama)
    return drama


def changed_by(action, *arguments):
    mark, _changed = changes_since(Mark())
    action(*arguments)
    return changes_since(mark)[1]


@pytest.mark.parametrize("how", CHANGES)
def test_change_is_noted(drama, how):
    number = drama.pk
    assert changed_by(CHANGES[how], drama) == {number}


@pytest.mark.parametrize("noun", [DramaTag, ListingFigures, Drama.genres.through])
def test_what_moves_changes_both_dramas(drama, noun):
    other = DramaFactory()
    assert changed_by(lambda: noun.objects.update(drama_id=other.pk)) == {drama.pk, other.pk}


def test_saving_what_is_the_same_is_no_change(drama):
    assert changed_by(drama.save) == set()


def test_synopsis_is_no_concern_of_the_log(drama):
    assert changed_by(lambda: Drama.objects.update(synopsis="A story.")) == set()


def test_log_keeps_the_newest(monkeypatch):
    monkeypatch.setattr(triggers, "SQLITE_NOTE", triggers.SQLITE_NOTE.replace("50000", "5"))
    monkeypatch.setattr(
        triggers, "POSTGRESQL_FUNCTIONS", triggers.POSTGRESQL_FUNCTIONS.replace("50000", "5")
    )
    install_triggers()
    dramas = DramaFactory.create_batch(8)
    assert list(DramaChange.objects.order_by("pk").values_list("drama_number", flat=True)) == [
        drama.pk for drama in dramas[-5:]
    ]


def test_triggers_are_put_in_place_again(drama):
    drop_triggers()
    assert changed_by(drama.delete) == set()
    install_triggers()
    other = DramaFactory.build()
    assert changed_by(other.save) == {other.pk}
