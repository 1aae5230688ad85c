import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from catalog.models import Drama
from tests import factories

LIST = "/admin/catalog/drama/"


def run(desk, action, *dramas):
    data = {"action": action, "index": "0", "_selected_action": [drama.pk for drama in dramas]}
    return desk.post(LIST, data, follow=True)


def states(*dramas):
    return [Drama.objects.get(pk=drama.pk).publication for drama in dramas]


def test_publish_takes_drafts_out_and_writes_history(desk):
    drafts = factories.DramaFactory.create_batch(2, publication="draft")
    out = factories.DramaFactory()
    response = run(desk, "publish", *drafts, out)
    assert states(*drafts, out) == ["published"] * 3
    assert [str(m) for m in response.context["messages"]] == ["2 dramas were published."]
    assert LogEntry.objects.count() == 2
    assert not Drama.objects.filter(publish_at__isnull=True).exists()


def test_unpublish_makes_drafts(desk):
    drama = factories.DramaFactory()
    run(desk, "unpublish", drama)
    assert states(drama) == ["draft"]


def test_publish_leaves_out_a_drama_whose_poster_is_not_described(desk):
    poster = factories.PictureFactory(alt="")
    drama = factories.DramaFactory(publication="draft", title="Mute", poster=poster)
    response = run(desk, "publish", drama)
    assert states(drama) == ["draft"]
    assert "“Mute” waits" in str(next(iter(response.context["messages"])))


def test_publish_is_offered_on_the_form(desk):
    drama = factories.DramaFactory(publication="draft")
    page = reverse("admin:catalog_drama_change", args=[drama.pk])
    data = {"CHANGE_FORM-action": "publish", "action": "publish", "_selected_action": drama.pk}
    assert desk.post(page, data).status_code == 302
    assert states(drama) == ["published"]


def test_publish_needs_the_permission_to_change(client, editor):
    editor.user_permissions.set(editor.user_permissions.filter(codename__startswith="view_"))
    client.force_login(editor)
    drama = factories.DramaFactory(publication="draft")
    run(client, "publish", drama)
    assert states(drama) == ["draft"]


@pytest.mark.parametrize("rows", [1, 3])
def test_publish_takes_the_same_queries_whatever_its_rows(desk, rows, django_assert_num_queries):
    drafts = factories.DramaFactory.create_batch(rows, publication="draft")
    ContentType.objects.get_for_model(Drama)
    data = {"action": "publish", "index": "0", "_selected_action": [d.pk for d in drafts]}
    with django_assert_num_queries(13):
        desk.post(LIST, data)
