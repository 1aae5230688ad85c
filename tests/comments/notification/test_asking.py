import pytest
from django.core import mail
from django.test import Client

from comments.models import Notice, Progress, Recipient, Reply, State, Subscription
from comments.own import manage_address
from tests.comments.letters import links_of, path_of

pytestmark = pytest.mark.django_db


def progress():
    return list(Notice.objects.order_by("pk").values_list("progress", flat=True))


@pytest.mark.parametrize("wish", ["", None])
def test_nothing_is_written_for_who_wants_nothing(asked, typed, client, drama, wish):
    if wish is None:
        client.post(f"/dramas/{drama.slug}/replies/", typed)
    else:
        asked(wish)
    assert Reply.objects.count() == 1
    assert (Recipient.objects.count(), len(mail.outbox)) == (0, 0)


@pytest.mark.parametrize(
    ("wish", "about", "named"),
    [
        ("answers", "answers", {"confirm", "refuse", "stop", "replies"}),
        ("all", "all replies", {"confirm", "refuse", "stop", "replies"}),
        ("link", None, {"refuse", "replies"}),
    ],
)
def test_one_mail_asks_whether_the_address_is_his(asked, wish, about, named):
    asked(wish)
    [letter] = mail.outbox
    assert letter.to == ["hana@example.org"]
    assert named <= set(links_of(letter))
    assert ("confirm" in links_of(letter)) == (about is not None)
    assert about is None or f"tell you of {about}" in letter.body.replace("the ", "")
    assert Subscription.objects.active().count() == 0


@pytest.mark.parametrize("wish", ["everything", "ALL", "\x00", "all\n"])
def test_unknown_wish_is_given_back(asked, wish):
    response = asked(wish)
    assert response.status_code == 422
    assert 'href="#reply-mail"' in response.content.decode()
    assert Reply.objects.count() == 0


def test_confirmation_says_nothing_that_was_typed(asked):
    typed = {"name": "Quokka", "comment": "Wombat words.", "website": "https://dingo.example/"}
    asked("all", **typed)
    whole = mail.outbox[0].message().as_string().lower()
    assert [word for word in ("quokka", "wombat", "dingo") if word in whole] == []


def test_same_address_is_written_to_once_a_day(asked, time_machine_at):
    first, second = asked("answers"), asked("all", by=Client())
    assert (len(mail.outbox), progress()) == (1, ["sent", "dropped"])
    assert Reply.objects.count() == 2
    pages = [Client().get(each.url).content.decode() for each in (first, second)]
    assert ["look into your mailbox" in page for page in pages] == [True, True]
    later = Notice.objects.first().created_at.timestamp() + 24 * 3600 + 2
    time_machine_at(later)
    asked("all", by=Client())
    assert len(mail.outbox) == 2


def test_network_that_asks_too_often_is_told_so(asked, settings, client):
    settings.MAIL_RATE_NETWORK = "2/3600"
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    answers = [asked("all", email=f"hana{n}@example.org") for n in range(3)]
    assert [answer.status_code for answer in answers] == [303] * 3
    assert len(mail.outbox) == 2
    assert progress() == ["sent", "sent", Progress.HELD_BACK]
    assert "none was sent now" in client.get(answers[2].url).content.decode()
    assert "none was sent now" not in client.get(answers[1].url).content.decode()


def test_whole_site_has_a_limit(asked, settings):
    settings.MAIL_RATE_SITE = "1/3600"
    for number in range(2):
        asked("all", email=f"hana{number}@example.org", by=Client())
    assert (len(mail.outbox), progress()) == (1, ["sent", "held back"])


def test_confirmed_address_needs_no_further_mail_in_its_own_browser(subscribed, asked):
    subscribed("answers")
    asked("all")
    assert len(mail.outbox) == 1
    assert Subscription.objects.active().count() == 2


def test_verified_address_needs_no_further_mail_in_its_own_browser(asked, client):
    asked("link")
    reply = Reply.objects.get()
    client.post(f"{manage_address(reply)}verify/")
    reply.refresh_from_db()
    assert reply.verified_at is not None
    asked("all")
    assert len(mail.outbox) == 1
    assert Subscription.objects.active().count() == 1


def test_confirmed_address_is_no_ticket_for_other_browsers(subscribed, asked, settings):
    settings.MAIL_RATE_ADDRESS = "9/86400"
    subscribed("answers")
    stranger = Client()
    for _ in range(2):
        asked("all", by=stranger)
    assert Subscription.objects.active().count() == 1
    assert Subscription.objects.pending().count() == 1
    # Confirmed on a telephone: the stranger's browser is as strange as before.
    confirm = path_of(links_of(mail.outbox[-1])["confirm"])
    Client().post(confirm)
    assert Subscription.objects.active().count() == 2
    asked("answers", by=stranger)
    assert Subscription.objects.active().count() == 2


def test_page_and_answer_are_the_same_for_every_address(asked, subscribed, client):
    subscribed("all", email="confirmed@example.org", by=Client())
    subscribed("all", email="refused@example.org", by=Client())
    Recipient.objects.by_address("refused@example.org").get().refuse()
    sent = len(mail.outbox)
    pages = set()
    for who in ("new", "confirmed", "refused", "new"):
        response = asked("all", email=f"{who}@example.org", by=Client())
        page = client.get(response.url).content.decode()
        pages.add(page[page.index("You asked for mail") :].split("</p>")[0])
    assert (len(pages), len(mail.outbox) - sent) == (1, 1)


@pytest.mark.parametrize("state", [State.SPAM, State.REMOVED])
def test_no_mail_for_what_is_spam_already(asked, settings, in_background, state):
    asked("all")
    reply = Reply.objects.get()
    reply.mark_spam() if state == State.SPAM else reply.remove()
    in_background()
    assert (len(mail.outbox), progress()) == (0, ["dropped"])


def test_asking_again_after_the_end_needs_a_new_yes(subscribed, asked, settings):
    settings.MAIL_RATE_ADDRESS = "9/86400"
    subscription = subscribed("all", by=Client())
    subscription.end()
    asked("all", by=Client())
    subscription.refresh_from_db()
    assert subscription.is_pending
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("duplicate", [True, False])
def test_reply_that_is_not_taken_sends_nothing(asked, duplicate):
    if duplicate:
        asked("all", comment="Once.")
        assert asked("all", comment="Once.").status_code == 409
    else:
        assert asked("all", name="").status_code == 422
    assert len(mail.outbox) == duplicate


def test_mail_bomb_sends_each_address_one_mail_a_day(asked, settings, drama):
    settings.REPLY_RATE = settings.MAIL_RATE_NETWORK = "1000/1"
    settings.MAIL_RATE_SITE = "100000/86400"
    bomber = Client()
    for number in range(50):
        asked("all", email=f"victim{number % 5}@example.org", by=bomber)
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        f"victim{number}@example.org" for number in range(5)
    ]
