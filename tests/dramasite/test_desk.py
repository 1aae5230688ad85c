import datetime

import pytest
from django.utils import timezone

from tests import factories


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_first_page_shows_what_waits(admin_client, rows, django_assert_num_queries):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    factories.DramaFactory.create_batch(rows, publication="draft")
    factories.DramaFactory.create_batch(rows, publication="scheduled", publish_at=tomorrow)
    factories.DramaFactory()
    with django_assert_num_queries(9):
        page = admin_client.get("/admin/")
    assert (page.context["draft_number"], page.context["scheduled_number"]) == (rows, rows)


def test_first_page_names_the_site_and_puts_the_catalogue_first(admin_client, settings):
    settings.SITE_NAME = "Tears & Laughter"
    page = admin_client.get("/admin/")
    assert "Tears &amp; Laughter" in page.content.decode()
    assert page.context["app_list"][0]["app_label"] == "catalog"


def test_first_page_of_one_who_may_not_see_dramas_shows_none(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("moderator", is_staff=True))
    assert "waiting" not in client.get("/admin/").content.decode()
