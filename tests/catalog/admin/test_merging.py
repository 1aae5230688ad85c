import pytest

from catalog.models import Drama, Merge
from tests import factories

pytestmark = pytest.mark.django_db
LISTS = {"drama": factories.DramaFactory, "person": factories.PersonFactory}


def run(desk, noun, *rows, **more):
    data = {"action": "merge_two", "index": "0", "_selected_action": [row.pk for row in rows]}
    return desk.post(f"/admin/catalog/{noun}/", data | more, follow=True)


def told(response):
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("noun", LISTS)
def test_only_two_are_made_one(desk, noun, number):
    response = run(desk, noun, *LISTS[noun].create_batch(number))
    assert told(response) == ["Choose exactly two that are one and the same."]


def test_page_says_what_belongs_to_each_and_asks_which_is_kept(desk, django_assert_max_num_queries):
    one, other = factories.DramaFactory.create_batch(2)
    factories.CreditFactory.create_batch(2, drama=one)
    with django_assert_max_num_queries(20):
        response = run(desk, "drama", one, other)
    assert [behind for _row, _address, behind in response.context["two"]] == [["2 credits"], []]
    assert Merge.objects.count() == 0
    again = run(desk, "drama", one, other, merge="1")
    assert "Say which of the two is kept." in again.content.decode()


@pytest.mark.parametrize("noun", LISTS)
def test_two_are_made_one_and_two_again(desk, noun):
    kept, gone = (LISTS[noun](slug=slug) for slug in ("kept", "gone"))
    response = run(desk, noun, kept, gone, merge="1", kept=str(kept.pk))
    assert "is “" in told(response)[0]
    listed = desk.get(f"/admin/catalog/{noun}/").context["cl"].result_list
    assert list(listed) == [kept]
    made = Merge.objects.get()
    assert desk.get(f"/admin/catalog/merge/{made.pk}/change/").status_code == 200
    data = {"action": "undo_merges", "index": "0", "_selected_action": [made.pk]}
    response = desk.post("/admin/catalog/merge/", data, follow=True)
    assert "are two again" in told(response)[0]
    assert len(desk.get(f"/admin/catalog/{noun}/").context["cl"].result_list) == 2


def test_undoing_what_was_deleted_since_says_so(desk):
    kept, gone = (factories.DramaFactory(slug=slug) for slug in ("kept", "gone"))
    run(desk, "drama", kept, gone, merge="1", kept=str(kept.pk))
    Drama.objects.filter(pk=gone.pk).delete()
    data = {"action": "undo_merges", "index": "0", "_selected_action": [Merge.objects.get().pk]}
    response = desk.post("/admin/catalog/merge/", data, follow=True)
    assert told(response) == ["One of the two was deleted since."]


def test_merging_needs_the_right_to_delete(client, editor):
    rights = editor.user_permissions.exclude(codename__startswith="delete_")
    editor.user_permissions.set(rights)
    client.force_login(editor)
    one, other = factories.DramaFactory.create_batch(2)
    run(client, "drama", one, other, merge="1", kept=str(one.pk))
    assert Merge.objects.count() == 0
