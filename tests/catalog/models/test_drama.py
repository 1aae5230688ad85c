import datetime

import pytest

from catalog.models import Drama
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
LATER = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def now(time_machine):
    now = datetime.datetime(2026, 1, 1, 12, 30, 15, 123456, datetime.UTC)
    time_machine.move_to(now, tick=False)
    return now.replace(microsecond=0)


def since_when(drama):
    return Drama.objects.get(pk=drama.pk).publish_at


def test_draft_has_no_time_of_publication(now):
    assert since_when(DramaFactory(publication="draft")) is None


def test_published_drama_is_so_since_now(now):
    assert since_when(DramaFactory()) == now


def test_drama_published_ahead_of_its_time_is_so_since_now(now):
    drama = DramaFactory(publication="scheduled", publish_at=LATER)
    assert since_when(drama) == LATER
    drama.publication = "published"
    drama.save(update_fields=["publication"])
    assert since_when(drama) == now


def test_time_of_publication_is_kept(now):
    drama = DramaFactory(publish_at=LONG_AGO)
    drama.publication = "draft"
    drama.save()
    drama.publication = "published"
    drama.save()
    assert since_when(drama) == LONG_AGO


def test_saving_other_columns_leaves_it_alone(now):
    drama = DramaFactory()
    Drama.objects.update(publish_at=None)
    drama.title = "Another"
    drama.save(update_fields=["title"])
    assert since_when(drama) is None


@pytest.mark.parametrize("before", [None, LATER, LONG_AGO])
def test_publishing_many_says_since_when(now, before):
    drama = DramaFactory(publication="draft", publish_at=before)
    assert Drama.objects.all().set_publication("published") == 1
    assert since_when(drama) == (LONG_AGO if before == LONG_AGO else now)


def test_drama_is_published_until_the_second_of_its_end(now):
    drama = DramaFactory(unpublish_at=now + datetime.timedelta(seconds=1))
    assert list(Drama.objects.published()) == [drama]
    assert list(Drama.objects.published(drama.unpublish_at)) == []
    assert list(Drama.objects.over()) == []
    assert not drama.is_over


def test_drama_whose_end_is_past_is_over(now):
    drama = DramaFactory(unpublish_at=LONG_AGO)
    DramaFactory(unpublish_at=LONG_AGO, publication="draft")
    assert list(Drama.objects.over()) == [drama]
    assert drama.is_over


def test_publishing_many_takes_away_an_end_that_is_past(now):
    over, with_an_end = DramaFactory(unpublish_at=LONG_AGO), DramaFactory(unpublish_at=LATER)
    Drama.objects.all().set_publication("published")
    ends = dict(Drama.objects.values_list("pk", "unpublish_at"))
    assert ends == {over.pk: None, with_an_end.pk: LATER}
