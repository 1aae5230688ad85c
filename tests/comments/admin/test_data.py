import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

from comments import forgetting
from comments.models import Decision, Reply, State

pytestmark = pytest.mark.django_db

SURE = {"sure": "yes"}


def address_of(reply):
    return f"/admin/comments/reply/{reply.pk}/data/"


@pytest.fixture
def moderator(client):
    """May do everything with replies but handle the data of their authors."""
    user = User.objects.create_user("moderator", is_staff=True)
    mine = Permission.objects.filter(content_type__model="reply")
    user.user_permissions.set(mine.exclude(codename="handle_personal_data"))
    client.force_login(user)
    return client


def test_editor_without_the_permission_is_refused(moderator, said):
    reply = said()
    for method in (moderator.get, moderator.post):
        assert method(address_of(reply), SURE).status_code == 403
    page = moderator.get(f"/admin/comments/reply/{reply.pk}/change/").content.decode()
    assert address_of(reply) not in page
    assert Reply.objects.get().body


def test_page_lists_what_is_held_and_no_address(admin_client, said):
    reply, other = said(), said(state=State.SPAM)
    said(email="mei@example.org")
    page = admin_client.get(f"/admin/comments/reply/{reply.pk}/change/").content.decode()
    assert address_of(reply) in page
    page = admin_client.get(address_of(reply)).content.decode()
    assert "2 replies are held" in page
    assert [f"/{each.pk}/change/" in page for each in Reply.objects.order_by("pk")] == [
        *(True, True),
        False,
    ]
    assert "hana@example.org" not in page
    assert other.email_key not in page


def test_file_is_taken_along_and_logged(admin_client, said):
    reply = said()
    response = admin_client.post(address_of(reply), {"export": "yes"})
    assert response["Content-Disposition"] == f'attachment; filename="author-of-{reply.pk}.json"'
    assert response["Cache-Control"].startswith("no-store, private")
    assert response.json()["email_address"] == "hana@example.org"
    assert LogEntry.objects.get().change_message == "Taken along for the author."


def test_erasing_wants_to_be_sure(admin_client, said):
    reply = said()
    response = admin_client.post(address_of(reply))
    assert (response.status_code, Reply.objects.get().body != "") == (422, True)


def test_erasing_erases_all_of_the_author_and_is_logged_without_a_word(
    admin_client, admin_user, said
):
    reply = said("quokka", name="Quokka")
    said("quokka, never shown", name="Quokka", state=State.HELD)
    said("theirs", email="mei@example.org")
    assert admin_client.post(address_of(reply), SURE).status_code == 302
    assert set(Reply.objects.values_list("body", flat=True)) == {"", "theirs"}
    entry = LogEntry.objects.get()
    assert (entry.change_message, entry.object_repr) == (
        "Erased at the author's wish.",
        f"Reply {reply.pk}",
    )
    assert Decision.objects.get(reply=reply, after=State.REMOVED).by == admin_user
    assert "quokka" not in str([*LogEntry.objects.values(), *Decision.objects.values()]).lower()


def test_reply_whose_address_is_forgotten_is_erased_alone(admin_client, said):
    reply = said("mine", email="")
    said("of nobody else's business", email="")
    page = admin_client.get(address_of(reply)).content.decode()
    assert "address is forgotten" in page
    assert "Download" not in page
    admin_client.post(address_of(reply), SURE)
    assert set(Reply.objects.values_list("body", flat=True)) == {"", "of nobody else's business"}


def test_great_deal_is_erased_to_its_end(admin_client, said, monkeypatch):
    monkeypatch.setattr(forgetting, "MOST_AT_A_TIME", 2)
    replies = [said(state=State.HELD) for _ in range(5)]
    admin_client.post(address_of(replies[0]), SURE)
    assert Reply.objects.count() == 0


def test_erased_reply_is_no_row_of_the_desk(admin_client, said):
    reply = said()
    admin_client.post(address_of(reply), SURE)
    assert admin_client.get(address_of(reply)).status_code == 404
    assert f"/{reply.pk}/change/" not in admin_client.get("/admin/comments/reply/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_few_queries(admin_client, said, django_assert_max_num_queries, number):
    replies = [said() for _ in range(number)]
    with django_assert_max_num_queries(8):
        admin_client.get(address_of(replies[0]))
