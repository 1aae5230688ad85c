import pytest
from django.contrib.contenttypes.models import ContentType

from catalog.models import Drama, Revision
from catalog.revisions import State
from tests import factories
from tests.catalog.admin.test_drama import ADD, address, full_drama, saved

pytestmark = pytest.mark.django_db


def titles():
    kept = Revision.objects.order_by("pk")
    return [State.unpacked(each.packed).drama["title"] for each in kept]


def who():
    kept = Revision.objects.order_by("pk")
    return [each.entry and each.entry.user.username for each in kept]


def pages(drama):
    return f"/admin/catalog/drama/{drama.pk}/revisions/"


def test_save_keeps_what_was_found_and_what_was_saved(desk):
    drama = factories.DramaFactory(title="Imported")
    saved(desk, address(drama), title="Hers")
    Drama.objects.update(title="Imported again")
    saved(desk, address(drama), title="Hers again")
    assert titles() == ["Imported", "Hers", "Imported again", "Hers again"]
    assert who() == [None, "editor", None, "editor"]


def test_new_drama_begins_with_its_first_save(desk):
    saved(desk, ADD, title="New", publication="draft")
    assert (titles(), who()) == (["New"], ["editor"])


def test_season_and_episode_pages_keep_revisions_of_the_drama(desk):
    episode = factories.EpisodeFactory(title="Before")
    for row, title in ((episode, "After"), (episode.season, "Spring")):
        page = f"/admin/catalog/{row._meta.model_name}/{row.pk}/change/"
        assert saved(desk, page, title=title).status_code == 302
        row.refresh_from_db()
        assert row.title == title
    assert Revision.objects.filter(drama=episode.season.drama).count() == 3


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_the_same_queries_whatever_the_rows(desk, rows, django_assert_num_queries):
    drama = full_drama(2)
    for number in range(rows):
        saved(desk, address(drama), title=f"Title {number}")
    ContentType.objects.get_for_model(Drama)
    with django_assert_num_queries(6):
        assert desk.get(pages(drama)).status_code == 200
    with django_assert_num_queries(20):
        assert desk.get(f"{pages(drama)}{Revision.objects.last().pk}/").status_code == 200


def test_drama_that_nobody_saved_has_no_revision_yet(desk):
    page = desk.get(pages(factories.DramaFactory()))
    assert "None yet: the first is kept with the next save." in page.content.decode()


def test_list_says_who_and_what_changed(desk):
    drama = factories.DramaFactory(title="Before")
    saved(desk, address(drama), title="After", synopsis="A story.")
    rows = desk.get(pages(drama)).context["rows"]
    assert [(str(r.entry.user) if r.entry else "", changed) for r, changed in rows] == [
        ("editor", ["Title", "Synopsis"]),
        ("", []),
    ]


def test_restored_drama_is_what_it_was_and_can_be_taken_back(desk):
    drama = factories.DramaFactory(title="Before")
    saved(desk, address(drama), title="After")
    first = Revision.objects.order_by("pk").first()
    page = desk.get(f"{pages(drama)}{first.pk}/").content.decode()
    assert "<del>" in page
    assert "Put it back" in page
    response = desk.post(f"{pages(drama)}{first.pk}/", follow=True)
    assert [str(m) for m in response.context["messages"]] == ["The drama is what it was."]
    assert Drama.objects.get().title == "Before"
    assert titles() == ["Before", "After", "Before"]
    assert who() == [None, "editor", "editor"]


def test_what_is_lost_is_told(desk):
    drama = factories.CreditFactory().drama
    saved(desk, address(drama), title="After")
    first = Revision.objects.order_by("pk").first()
    drama.credits.get().person.delete()
    response = desk.post(f"{pages(drama)}{first.pk}/", follow=True)
    assert "could not be put back: credits." in str([*map(str, response.context["messages"])])


def test_reader_may_look_and_not_restore(client, editor, desk):
    drama = factories.DramaFactory(title="Before")
    saved(desk, address(drama), title="After")
    first = Revision.objects.order_by("pk").first()
    editor.user_permissions.set(editor.user_permissions.filter(codename__startswith="view_"))
    client.force_login(editor)
    assert "Put it back" not in client.get(f"{pages(drama)}{first.pk}/").content.decode()
    assert client.post(f"{pages(drama)}{first.pk}/").status_code == 403
    editor.user_permissions.clear()
    client.force_login(editor)
    assert client.get(pages(drama)).status_code == 403


@pytest.mark.parametrize("part", ["999999999999999999999/", "1/"])
def test_revision_of_another_drama_is_not_found(desk, part):
    drama = factories.DramaFactory()
    assert desk.get(pages(drama) + part).status_code == 404
