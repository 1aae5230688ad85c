import pytest
from django.contrib.admin.models import LogEntry

from catalog.models import Drama
from comments.closing import is_thread_closed
from comments.models import Conversation, ModerationRules, Reply
from comments.terms import terms_of

LIST = "/admin/comments/conversation/"


def is_closed():
    return terms_of(Drama.objects.get()).is_closed


@pytest.mark.parametrize(
    ("action", "closing"),
    [("close", "closed"), ("keep_open", "open"), ("go_by_rule", "by rule")],
)
def test_conversations_are_ruled_from_the_list(admin_client, drama, action, closing):
    talk = Conversation.objects.create(drama=drama)
    data = {"action": action, "_selected_action": [talk.pk]}
    page = admin_client.post(LIST, data, follow=True)
    talk.refresh_from_db()
    assert talk.closing == closing
    assert "1 conversation changed." in page.content.decode()


@pytest.mark.parametrize("act", ["thread", "conversation"])
def test_button_beside_a_reply_closes_and_opens(admin_client, said, act):
    reply = said()
    address = f"{LIST}of/{reply.pk}/"
    answer = admin_client.post(f"{address}?next=/admin/", {"closing": act})
    assert answer.url == "/admin/"
    assert (is_thread_closed(reply), is_closed()) == (act == "thread", act == "conversation")
    opened = "open-thread" if act == "thread" else "open"
    admin_client.post(address, {"closing": opened})
    assert (is_thread_closed(reply), is_closed()) == (False, False)
    assert LogEntry.objects.count() == 2


def test_conversation_goes_by_the_rule_again(admin_client, drama, said):
    ModerationRules.objects.create(pk=1, close_after_days=30)
    Conversation.objects.create(drama=drama).close()
    admin_client.post(f"{LIST}of/{said().pk}/", {"closing": "by-rule"})
    assert is_closed() is False
    assert Conversation.objects.get().closing == "by rule"


@pytest.mark.parametrize("closing", ["", "everything", "\x00"])
def test_button_that_is_none_changes_nothing(admin_client, said, closing):
    assert admin_client.post(f"{LIST}of/{said().pk}/", {"closing": closing}).status_code == 302
    assert Conversation.objects.count() == 0


def test_looking_changes_nothing_and_readers_may_not(admin_client, reader, said):
    reply = said()
    assert reader.get(f"{LIST}of/{reply.pk}/").status_code == 405
    assert reader.post(f"{LIST}of/{reply.pk}/", {"closing": "thread"}).status_code == 403
    html = reader.get(f"/admin/comments/reply/{reply.pk}/change/").content.decode()
    assert "Close this thread" not in html


def test_page_of_a_reply_says_what_holds(admin_client, drama, said):
    reply = said()
    page = f"/admin/comments/reply/{reply.pk}/change/"
    assert "Close this thread" in admin_client.get(page).content.decode()
    talk = Conversation.objects.create(drama=drama)
    talk.close()
    admin_client.post(f"{LIST}of/{reply.pk}/", {"closing": "thread"})
    html = admin_client.get(page).content.decode()
    for words in ("Closed since", "this thread is closed", "Open this thread", "Keep the conv"):
        assert words in html
    assert f'href="/admin/comments/conversation/{talk.pk}/change/"' in html


def test_conversation_is_closed_ahead_by_the_form(admin_client, drama):
    form = {"drama": drama.pk, "closing": "closed", "slow_minutes": "10"}
    day = {"closed_at_0": "2999-01-01", "closed_at_1": "12:00"}
    assert admin_client.post(f"{LIST}add/", form | day).status_code == 302
    talk = Conversation.objects.get()
    assert (terms_of(drama).slow_minutes, is_closed()) == (10, False)
    assert "Open until" in admin_client.get(f"{LIST}{talk.pk}/change/").content.decode()
    admin_client.post(f"{LIST}{talk.pk}/change/", form | day | {"closing": "open"})
    talk.refresh_from_db()
    assert (talk.closing, talk.closed_at) == ("open", None)


def test_every_step_is_told_beside_the_reply(admin_client, said):
    address = f"{LIST}of/{said().pk}/"
    page = admin_client.post(address, {"closing": "thread"}, follow=True)
    assert "The thread is closed." in page.content.decode()
    assert Reply.objects.get().thread_closed_at is not None
