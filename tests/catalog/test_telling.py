import datetime
import json

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from catalog.models import Drama
from catalog.telling import tell_when_out
from tests.factories import DramaFactory
from tests.listener import listening

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def heard(settings):
    """The paths of the pages that search engines are told of."""
    with listening() as (url, heard):
        settings.SITE_URL, settings.INDEXNOW_KEY = "https://dramas.example", "0123456789abcdef"
        settings.INDEXNOW_ENDPOINT = url
        yield lambda: [
            path.removeprefix("https://dramas.example")
            for _, _, body in heard
            for path in json.loads(body)["urlList"]
        ]


def test_published_drama_is_told_of_when_it_is_saved(heard):
    drama = DramaFactory(slug="a")
    drama.save()
    assert heard() == ["/dramas/a/", "/dramas/a/"]


def test_draft_is_never_told_of(heard):
    DramaFactory(publication="draft").save()
    assert heard() == []


def test_scheduled_drama_is_told_of_when_it_comes_out(heard, settings, time_machine):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    out_at = timezone.now().replace(microsecond=0) + HOUR
    drama = DramaFactory(slug="a", publication="scheduled", publish_at=out_at)
    waiting = DBTaskResult.objects.get()
    assert (waiting.run_after, waiting.args_kwargs["args"]) == (out_at, [drama.pk])
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    assert tell_when_out.call(drama.pk) is False
    time_machine.move_to(out_at + HOUR)
    assert tell_when_out.call(drama.pk) is True
    Drama.objects.update(publication="draft")
    assert tell_when_out.call(drama.pk) is False
    assert heard() == ["/dramas/a/"]


def test_publishing_from_the_list_is_told_of(heard, admin_client):
    drama = DramaFactory(slug="a", publication="draft")
    data = {"action": "publish", "_selected_action": drama.pk}
    admin_client.post(reverse("admin:catalog_drama_changelist"), data)
    assert heard() == ["/dramas/a/"]
    data = {"action": "unpublish", "_selected_action": drama.pk}
    admin_client.post(reverse("admin:catalog_drama_changelist"), data)
    assert heard() == ["/dramas/a/"]


def test_hub_is_told_of_the_feeds_of_dramas(settings):
    with listening() as (url, heard):
        settings.SITE_URL, settings.WEBSUB_HUB = "https://dramas.example", url
        DramaFactory()
    assert [body.rpartition("%2F")[2] for _, _, body in heard] == ["dramas.atom", "dramas.json"]


@pytest.mark.parametrize("publication", ["published", "scheduled"])
def test_saving_asks_nothing_more_when_nobody_is_told(publication, django_assert_num_queries):
    later = timezone.now() + HOUR
    drama = DramaFactory(publication=publication, publish_at=later)
    with django_assert_num_queries(1):
        drama.save(update_fields=["title"])
