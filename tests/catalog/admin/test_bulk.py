import pytest

from catalog.models import Drama
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/catalog/drama/"


def run(desk, *dramas, **more):
    data = {"action": "change_many", "index": "0", "_selected_action": [d.pk for d in dramas]}
    return desk.post(LIST, data | more, follow=True)


def test_page_asks_then_says_how_many_change_then_changes_them(desk):
    genre = factories.GenreFactory(name="Wonder")
    one, other = factories.DramaFactory(genres=[genre]), factories.DramaFactory()
    chosen = {"add_genres": [genre.pk], "status": "ended"}
    assert "2 dramas are chosen." in run(desk, one, other).content.decode()
    response = run(desk, one, other, preview="1", **chosen)
    assert response.context["effects"] == [("gets “Wonder”", 1), ("status: Ended", 2)]
    assert other.genres.count() == 0
    response = run(desk, one, other, confirmed="1", **chosen)
    assert [str(m) for m in response.context["messages"]] == ["2 dramas were changed."]
    assert list(other.genres.all()) == [genre]
    assert set(Drama.objects.values_list("status", flat=True)) == {"ended"}


def test_all_that_the_list_has_found_are_changed(desk):
    films = factories.DramaFactory.create_batch(2, kind="film")
    factories.DramaFactory(kind="series")
    data = {"action": "change_many", "index": "0", "_selected_action": [films[0].pk]}
    data |= {"select_across": "1", "status": "ended", "confirmed": "1"}
    desk.post(f"{LIST}?kind__exact=film", data)
    assert Drama.objects.filter(status="ended").count() == 2


@pytest.mark.parametrize("stage", ["preview", "confirmed"])
@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose what is to be changed."),
        ({"add_genres": "G", "remove_genres": "G"}, "cannot be added and taken away"),
        ({"add_genres": "nonsense"}, "is not a valid value"),
        ({"status": "nonsense"}, "Select a valid choice"),
        ({"publication": "scheduled"}, "Select a valid choice"),
    ],
    ids=["nothing", "both", "no key", "no status", "no time"],
)
def test_what_makes_no_sense_is_refused(desk, sent, said, stage):
    genre = factories.GenreFactory()
    drama = factories.DramaFactory()
    sent = {name: genre.pk if value == "G" else value for name, value in sent.items()}
    response = run(desk, drama, **{stage: "1"}, **sent)
    assert said in response.content.decode()
    assert drama.genres.count() == 0


def test_pages_take_few_queries(desk, django_assert_max_num_queries):
    genres, tags = factories.GenreFactory.create_batch(3), factories.TagFactory.create_batch(3)
    dramas = factories.DramaFactory.create_batch(3)
    keys = {"add_genres": [g.pk for g in genres], "remove_tags": [t.pk for t in tags]}
    with django_assert_max_num_queries(20):
        run(desk, *dramas, preview="1", status="ended", publication="draft", **keys)


def test_too_many_are_refused(desk, monkeypatch):
    monkeypatch.setattr("catalog.admin.bulk.MOST", 1)
    response = run(desk, *factories.DramaFactory.create_batch(2))
    assert "more than 1 dramas" in str([*map(str, response.context["messages"])])


def test_changing_many_needs_the_permission_to_change(client, editor):
    editor.user_permissions.set(editor.user_permissions.filter(codename__startswith="view_"))
    client.force_login(editor)
    drama = factories.DramaFactory()
    run(client, drama, confirmed="1", status="ended")
    assert Drama.objects.get().status == ""
