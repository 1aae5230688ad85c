import pytest

from comments.models import ModerationRules, QueueReader

OWN = "/admin/comments/queuereader/own/"
QUEUE = "/admin/comments/reply/queue/"


@pytest.fixture
def daily(db):
    return ModerationRules.objects.create(pk=1, mail_every="day")


def test_editor_asks_for_mail_and_ends_it(admin_client, admin_user, daily):
    assert "Tell me by mail" in admin_client.get(QUEUE).content.decode()
    for _ in range(2):
        page = admin_client.post(OWN, {"mail": "yes"}, follow=True)
    assert "You are told by mail of what waits" in page.content.decode()
    kept = QueueReader.objects.get()
    assert (kept.editor, kept.origin) == (admin_user, "http://testserver")
    page = admin_client.post(OWN, {"mail": "no"}, follow=True)
    assert "Tell me by mail" in page.content.decode()
    assert QueueReader.objects.count() == 0


def test_queue_says_when_there_is_no_mail(admin_client, admin_user, daily):
    admin_user.email = ""
    admin_user.save()
    assert "your account needs an email address" in admin_client.get(QUEUE).content.decode()
    daily.delete()
    assert "that is switched off" in admin_client.get(QUEUE).content.decode()


def test_looking_asks_for_nothing_and_strangers_may_not(client, admin_client, django_user_model):
    assert admin_client.get(OWN).status_code == 405
    client.force_login(django_user_model.objects.create_user("none", is_staff=True))
    assert client.post(OWN, {"mail": "yes"}).status_code == 403
    assert QueueReader.objects.count() == 0


def test_editor_is_added_by_another(admin_client, django_user_model):
    jo = django_user_model.objects.create_user("jo", is_staff=True)
    answer = admin_client.post("/admin/comments/queuereader/add/", {"editor": jo.pk})
    assert answer.status_code == 302
    assert QueueReader.objects.get().origin == "http://testserver"
    assert "jo" in admin_client.get("/admin/comments/queuereader/").content.decode()
