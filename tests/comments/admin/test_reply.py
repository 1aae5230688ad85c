import re

import pytest
from django.urls import reverse

from comments.models import Reply, State

LIST = "/admin/comments/reply/"


def names(response):
    return re.findall(r'field-author">.*?<bdi>(.*?)</bdi>', response.content.decode())


def test_list_shows_what_waits_first(admin_client, said):
    said(name="Shown")
    said(name="Waits", state=State.HELD)
    said(name="Spam", state=State.SPAM)
    assert names(admin_client.get(LIST)) == ["Waits", "Shown", "Spam"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state__exact=held", ["Waits"]),
        ("q=harbour", ["Waits"]),
        ("q=Shown", ["Shown"]),
        ("q=mei%40example.org", []),
    ],
)
def test_list_is_searched(admin_client, said, query, found):
    said(name="Shown", email="mei@example.org")
    said("About a harbour", name="Waits", state=State.HELD)
    assert names(admin_client.get(f"{LIST}?{query}")) == found


def test_replies_of_one_author_are_found_by_one_of_them(admin_client, said):
    first = said(name="Mei", email="mei@example.org")
    said(name="Mei Ling", email="MEI@example.org", state=State.HELD)
    said(name="Mei", email="other@example.org")
    address = f"{LIST}?author_of={first.pk}"
    assert address in admin_client.get(f"{LIST}{first.pk}/change/").content.decode()
    assert names(admin_client.get(address)) == ["Mei Ling", "Mei"]


@pytest.mark.parametrize("number", ["0", "x", "-1", "9" * 30, "9" * 5000])
def test_author_of_no_reply_has_none(admin_client, said, number):
    said()
    assert names(admin_client.get(f"{LIST}?author_of={number}")) == []


@pytest.mark.parametrize(
    ("action", "state"),
    [
        ("approve", State.PUBLISHED),
        ("mark_spam", State.SPAM),
        ("remove", State.REMOVED),
        ("hold", State.HELD),
    ],
)
def test_actions_decide(admin_client, said, action, state):
    replies = [said(state=State.HELD), said(state=State.SPAM)]
    data = {"action": action, "_selected_action": [reply.pk for reply in replies]}
    assert admin_client.post(LIST, data).status_code == 302
    assert set(Reply.objects.values_list("state", flat=True)) == {state}


def test_action_decides_on_the_form_too(admin_client, said):
    reply = said(state=State.HELD)
    address = reverse("admin:comments_reply_change", args=[reply.pk])
    html = admin_client.get(address).content.decode()
    actions = html[: html.index("<fieldset")]
    assert re.findall(r'<option value="(\w+)">', actions) == [
        "approve",
        "mark_spam",
        "remove",
        "hold",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_few_queries(admin_client, said, django_assert_max_num_queries, number):
    reply = [said(state=State.HELD) for _ in range(number)][-1]
    for address in (LIST, reverse("admin:comments_reply_change", args=[reply.pk])):
        with django_assert_max_num_queries(10):
            assert admin_client.get(address).status_code == 200


def test_address_is_shown_nowhere_without_the_permission(reader, said):
    reply = said(email="mei@example.org")
    for address in (LIST, reverse("admin:comments_reply_change", args=[reply.pk])):
        html = reader.get(address).content.decode()
        for secret in ("mei@example.org", reply.email_sealed, reply.email_key):
            assert secret not in html


def test_words_of_visitors_are_text(admin_client, said):
    reply = said("<script>alert(1)</script>", name="<b>Mei", website="https://example.org/?<b>")
    for address in (LIST, reverse("admin:comments_reply_change", args=[reply.pk])):
        html = admin_client.get(address).content.decode()
        assert "<script>alert(1)" not in html
        assert "<b>Mei" not in html
        assert "&lt;b&gt;Mei" in html


def test_replies_are_not_written_here(admin_client, db):
    assert admin_client.get("/admin/comments/reply/add/").status_code == 403


def test_view_on_site_leads_to_where_it_stands(admin_client, drama, said):
    shown, held = said(), said(state=State.HELD)
    for reply, place in ((shown, f"/replies/{shown.pk}/"), (held, f"/dramas/{drama.slug}/")):
        address = reverse("admin:comments_reply_change", args=[reply.pk])
        assert f'href="{place}" class="viewsitelink"' in admin_client.get(address).content.decode()
