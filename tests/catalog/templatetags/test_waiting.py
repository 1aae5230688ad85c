import datetime

import pytest
from django.utils import timezone

from catalog.templatetags.waiting import waiting_dramas
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db


def test_waiting_dramas_are_drafts_and_what_is_to_come():
    now = timezone.now()
    draft = DramaFactory(publication="draft")
    later = DramaFactory(publication="scheduled", publish_at=now + datetime.timedelta(days=1))
    DramaFactory(publication="scheduled", publish_at=now - datetime.timedelta(days=1))
    DramaFactory()
    found = waiting_dramas()
    assert (list(found["drafts"]), found["draft_number"]) == ([draft], 1)
    assert (list(found["scheduled"]), found["scheduled_number"]) == ([later], 1)


@pytest.mark.parametrize("count", [1, 9])
def test_waiting_dramas_take_three_queries(django_assert_num_queries, count):
    DramaFactory.create_batch(count, publication="draft")
    with django_assert_num_queries(3):
        found = waiting_dramas()
        shown = len(found["drafts"]) + len(found["scheduled"])
    assert shown == min(count, 6)
