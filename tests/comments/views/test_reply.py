import random
import re

import pytest
from django.urls import reverse

from catalog.models import Drama, Publication
from comments.models import Conversation, Reply, State


def test_permanent_link_leads_to_the_drama(client, drama, said):
    reply = said()
    response = client.get(reverse("reply", args=[reply.pk]))
    assert (response.status_code, response.url) == (
        302,
        f"/dramas/{drama.slug}/#reply-{reply.pk}",
    )


def test_permanent_link_leads_to_a_further_page(client, drama, said):
    reply = [said() for _ in range(51)][-1]
    response = client.get(reverse("reply", args=[reply.pk]))
    assert response.url == f"/dramas/{drama.slug}/replies/?page=2#reply-{reply.pk}"


def test_every_permanent_link_leads_to_a_page_that_holds_the_reply(client, said):
    dice, replies = random.Random(4), []
    for _ in range(110):
        parent = dice.choice(replies) if replies and dice.random() < 0.6 else None
        replies.append(said(parent=parent))
    removed = replies[7]
    removed.remove()
    pages = {}
    for reply in replies[:7] + replies[8:]:
        address, _, anchor = client.get(reverse("reply", args=[reply.pk])).url.partition("#")
        page = re.sub(r"open=\d+&?", "", address)
        if page not in pages:
            pages[page] = client.get(page).content.decode()
        assert f'<article class="reply" id="{anchor}">' in pages[page]
        assert anchor == f"reply-{reply.pk}"
    assert len({page.partition("?")[2] for page in pages}) >= 2


def test_permanent_link_leads_to_a_page_that_shows_a_folded_reply(client, drama, said):
    top = said()
    last = [said(parent=top) for _ in range(8)][-1]
    response = client.get(reverse("reply", args=[last.pk]), follow=True)
    (address, _status), *_others = response.redirect_chain
    assert address == f"/dramas/{drama.slug}/replies/?open={last.pk}#reply-{last.pk}"
    assert '<details class="fold further" open>' in response.content.decode()


@pytest.mark.parametrize(
    ("state", "status"), [(State.REMOVED, 410), (State.HELD, 404), (State.SPAM, 404)]
)
@pytest.mark.parametrize("name", ["reply", "answer"])
def test_what_is_not_shown_leads_nowhere(client, said, state, status, name):
    reply = said("secret words", state=state)
    response = client.get(reverse(name, args=[reply.pk]))
    assert response.status_code == status
    assert "secret words" not in response.content.decode()


def test_removed_reply_leaves_a_note(client, drama, said):
    reply = said()
    reply.remove()
    html = client.get(reverse("reply", args=[reply.pk])).content.decode()
    assert "This reply was removed" in html
    assert reverse("replies", args=[drama.slug]) in html


def test_reply_to_a_drama_that_is_withdrawn_is_not_found(client, said):
    reply = said()
    Drama.objects.update(publication=Publication.DRAFT)
    for name in ("reply", "answer"):
        assert client.get(reverse(name, args=[reply.pk])).status_code == 404


def test_answer_page_quotes_what_it_answers(client, said):
    reply = said("**quoted** words", name="Mei")
    html = client.get(reverse("answer", args=[reply.pk])).content.decode()
    assert "<h1>Reply to <bdi>Mei</bdi></h1>" in html
    assert "<p><strong>quoted</strong> words</p>" in html
    assert f'<form action="/replies/{reply.pk}/answer/"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_answer_is_held_under_what_it_answers(client, said, typed):
    parent = said()
    response = client.post(reverse("answer", args=[parent.pk]), typed)
    assert response.status_code == 303
    reply = Reply.objects.latest("pk")
    assert (reply.parent, reply.drama, reply.state) == (parent, parent.drama, State.HELD)


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"name": ""}, {}, 422),
        ({}, {"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_answer_is_given_back_with_what_is_wrong(client, said, typed, change, headers, status):
    parent = said("quoted")
    address = reverse("answer", args=[parent.pk])
    response = client.post(address, typed | change, headers=headers)
    assert response.status_code == status
    assert response["Cache-Control"] == "no-store, private"
    html = response.content.decode()
    assert typed["comment"] in html
    assert f'<form action="{address}"' in html
    assert "quoted" in html


def test_answer_in_a_closed_conversation_is_refused(client, drama, said, typed):
    parent = said()
    Conversation.objects.create(drama=drama).close()
    response = client.post(reverse("answer", args=[parent.pk]), typed)
    assert response.status_code == 403
    assert typed["comment"] in response.content.decode()


def test_answer_to_what_was_removed_meanwhile_keeps_the_words(client, drama, said, typed):
    parent = said()
    parent.remove()
    response = client.post(reverse("answer", args=[parent.pk]), typed)
    assert response.status_code == 410
    html = response.content.decode()
    assert typed["comment"] in html
    assert f'<form action="{reverse("replies", args=[drama.slug])}"' in html
    assert Reply.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_permanent_link_costs_two_queries(client, said, django_assert_num_queries, number):
    reply = [said() for _ in range(number)][-1]
    with django_assert_num_queries(2):
        client.get(reverse("reply", args=[reply.pk]))
