import re

import pytest

from comments.models import Decision, Reply, State

QUEUE = "/admin/comments/reply/queue/"


@pytest.fixture
def waiting(said):
    return [said(state=State.HELD, name=f"Reader {n}", browser_key=str(n)) for n in range(3)]


def shown(page):
    return [int(pk) for pk in re.findall(r'id="reply-(\d+)"', page.content.decode())]


def states():
    return list(Reply.objects.order_by("pk").values_list("state", flat=True))


def test_queue_shows_the_oldest_first_and_how_many_wait(admin_client, waiting, said):
    said(name="Shown")
    page = admin_client.get(QUEUE)
    assert shown(page) == [reply.pk for reply in waiting]
    assert page.context["number"] == 3


@pytest.mark.parametrize(
    ("act", "state"), [("approve", "published"), ("spam", "spam"), ("remove", "removed")]
)
def test_button_of_one_reply_decides_it_and_leads_to_the_next(admin_client, waiting, act, state):
    response = admin_client.post(QUEUE, {act: waiting[1].pk})
    assert (response.status_code, response.url) == (302, f"{QUEUE}#reply-{waiting[2].pk}")
    assert states() == ["held", state, "held"]


def test_checked_replies_are_decided_together_and_undone_together(admin_client, waiting):
    checked = [waiting[0].pk, waiting[2].pk]
    page = admin_client.post(QUEUE, {"spam": "checked", "reply": checked}, follow=True)
    assert states() == ["spam", "held", "spam"]
    assert "2 replies" in re.search(r"queue-done.*?</p>", page.content.decode(), re.S)[0]
    response = admin_client.post(QUEUE, {"undo": "1"})
    assert (response.url, states()) == (f"{QUEUE}#reply-{waiting[0].pk}", ["held"] * 3)
    assert 'name="undo"' not in admin_client.get(QUEUE).content.decode()


def test_button_of_one_reply_leaves_the_checked_alone(admin_client, waiting):
    admin_client.post(QUEUE, {"approve": waiting[0].pk, "reply": [waiting[1].pk]})
    assert states() == ["published", "held", "held"]


def test_decision_is_in_the_log_and_in_the_history(admin_client, waiting):
    admin_client.post(QUEUE, {"approve": waiting[0].pk})
    assert Decision.objects.get().by_name == "admin"
    history = admin_client.get(f"/admin/comments/reply/{waiting[0].pk}/history/")
    assert "Changed state" in history.content.decode()


def test_what_somebody_else_decided_stands(admin_client, waiting):
    waiting[0].remove()
    page = admin_client.post(QUEUE, {"approve": waiting[0].pk}, follow=True)
    assert "Somebody else has decided on it meanwhile" in page.content.decode()
    assert states() == ["removed", "held", "held"]


@pytest.mark.parametrize(
    "posted",
    [
        {"spam": "checked"},
        {"spam": "x"},
        {"spam": "9" * 5000},
        {"spam": "checked", "reply": ["x", "9" * 30, "1\x00"]},
        {"undo": "1"},
        {},
    ],
)
def test_post_of_nothing_decides_nothing(admin_client, waiting, posted):
    assert admin_client.post(QUEUE, posted).status_code == 302
    assert states() == ["held"] * 3


def test_answer_is_posted_and_leads_to_the_next(admin_client, waiting):
    number = waiting[0].pk
    posted = {"answer": number, f"answer-{number}": "Thank you.\r\nCome again."}
    response = admin_client.post(QUEUE, posted)
    assert response.url == f"{QUEUE}#reply-{waiting[1].pk}"
    said = Reply.objects.get(parent=number)
    assert (said.body, said.state, said.name) == ("Thank you.\nCome again.", "published", "admin")
    admin_client.post(QUEUE, {"undo": "1"})
    assert states() == ["held"] * 4


def test_undo_of_an_answer_leaves_an_older_decision_alone(admin_client, waiting):
    number = waiting[0].pk
    admin_client.post(QUEUE, {"approve": number})
    admin_client.post(QUEUE, {"answer": number, f"answer-{number}": "Thank you."})
    admin_client.post(QUEUE, {"undo": "1"})
    assert states() == ["published", "held", "held", "held"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("  ", "Write an answer first."),
        ("x" * 10_001, "at most 10000 characters"),
        ("a\x01b", "control characters"),
    ],
)
def test_answer_that_is_not_taken_is_given_back(admin_client, waiting, typed, error):
    number = waiting[0].pk
    page = admin_client.post(QUEUE, {"answer": number, f"answer-{number}": typed})
    assert page.status_code == 422
    assert error in page.content.decode()
    assert typed.strip() in page.content.decode()
    assert states() == ["held"] * 3


def test_answer_to_what_was_taken_down_is_given_back(admin_client, waiting):
    number = waiting[0].pk
    waiting[0].remove()
    page = admin_client.post(QUEUE, {"answer": number, f"answer-{number}": "Thank you."})
    assert "Thank you." in page.content.decode()
    assert states() == ["removed", "held", "held"]


def test_queue_goes_on_after_a_reply(admin_client, waiting):
    address = f"{QUEUE}?after={waiting[0].pk}"
    assert shown(admin_client.get(address)) == [waiting[1].pk, waiting[2].pk]
    response = admin_client.post(address, {"spam": waiting[1].pk})
    assert response.url == f"{address}#reply-{waiting[2].pk}"


@pytest.mark.parametrize("after", ["", "x", "0", "-1", "9" * 30, "9" * 5000, "1%00"])
def test_queue_after_nothing_is_the_whole(admin_client, waiting, after):
    assert len(shown(admin_client.get(f"{QUEUE}?after={after}"))) == 3


def test_queue_shows_reasons_context_and_the_person(admin_client, said):
    parent = said("What is answered.", name="Mei")
    said(state=State.SPAM)
    said(
        "<script>alert(1)</script>",
        state=State.HELD,
        parent=parent,
        points=7,
        reasons=[{"check": "links", "points": 7, "words": "Three links."}],
        website="https://example.org/",
    )
    html = admin_client.get(QUEUE).content.decode()
    for text in ("What is answered.", "7 points", "Three links.", "https://example.org/"):
        assert text in html
    assert "1 published, 1 spam" in html
    assert "<script>alert(1)" not in html
    assert 'href="https://example.org/"' not in html


def test_address_is_not_in_the_queue(admin_client, waiting):
    html = admin_client.get(QUEUE).content.decode()
    for secret in ("hana@example.org", waiting[0].email_sealed, waiting[0].email_key):
        assert secret not in html


def test_reader_sees_the_queue_and_cannot_decide(reader, waiting):
    html = reader.get(QUEUE).content.decode()
    assert "Reader 0" in html
    assert "<button" not in html[html.index('class="queue"') :]
    assert reader.post(QUEUE, {"approve": waiting[0].pk}).status_code == 403
    assert states() == ["held"] * 3


def test_queue_is_closed_to_those_without_permission(client, django_user_model, db):
    client.force_login(django_user_model.objects.create_user("none", is_staff=True))
    assert client.get(QUEUE).status_code == 403


def test_queue_is_linked_from_the_desk_and_the_list(admin_client, waiting):
    for address in ("/admin/", "/admin/comments/reply/"):
        assert f'href="{QUEUE}"' in admin_client.get(address).content.decode()


@pytest.mark.parametrize("number", [1, 3, 35])
def test_queue_costs_few_queries(admin_client, said, number, django_assert_num_queries):
    parent = said()
    for each in range(number + 1):
        said(state=State.HELD, parent=parent, browser_key=str(each))
    admin_client.post(QUEUE, {"spam": Reply.objects.latest("pk").pk})
    with django_assert_num_queries(11):
        admin_client.get(QUEUE)


def test_what_was_reported_is_shown_with_the_words_of_readers(admin_client, said):
    reply = said()
    reply.reports.create(reason="spam", words="<b>Buy</b>", browser_key="b")
    for address in (QUEUE, f"/admin/comments/reply/{reply.pk}/change/"):
        html = admin_client.get(address).content.decode()
        assert "It is spam or an advertisement" in html
        assert "&lt;b&gt;Buy&lt;/b&gt;" in html
    admin_client.post(QUEUE, {"hold": reply.pk})
    assert states() == ["held"]
