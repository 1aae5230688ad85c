import re

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from catalog.models import Drama, FormerSlug, Publication
from comments.models import Conversation, Reply, State
from comments.visitor import COOKIE


@pytest.fixture
def address(drama):
    return reverse("replies", args=[drama.slug])


def values(response):
    """What stands in the form of a page."""
    html = response.content.decode()
    inputs = dict(re.findall(r'<input type="(?!hidden)\w+" name="(\w+)" value="([^"]*)"', html))
    return inputs | {"comment": re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", html, re.S)[1]}


def assert_kept_to_oneself(response, cookies=()):
    assert response["Cache-Control"] == "no-store, private"
    assert tuple(response.cookies) == cookies
    assert "Cookie" not in response.get("Vary", "")


def assert_given_back(response, status, message, typed):
    assert response.status_code == status
    html = response.content.decode()
    assert re.search(r"<title>\s*Error: Leave a Reply", html)
    assert message in html
    assert values(response) == {k: v for k, v in typed.items() if v}
    assert_kept_to_oneself(response)


def test_locked_database_gives_the_form_back(client, address, typed):
    def locked(execute, sql, *args):
        if sql.startswith('INSERT INTO "comments_reply"'):
            raise OperationalError("database is locked")
        return execute(sql, *args)

    with connection.execute_wrapper(locked):
        response = client.post(address, typed)
    assert_given_back(response, 503, "The site is too busy to take it just now.", typed)
    assert (response["Retry-After"], "locked" in response.content.decode()) == ("10", False)
    assert client.post(address, typed).status_code == 303


def test_post_leads_to_the_authors_own_page(client, address, typed):
    response = client.post(address, typed)
    assert response.status_code == 303
    assert response.url.startswith("/replies/own/")
    assert_kept_to_oneself(response, cookies=(COOKIE,))
    reply = Reply.objects.get()
    assert (reply.state, reply.body, reply.name) == (State.HELD, typed["comment"], "Hana")
    page = client.get(response.url)
    assert "held until an editor approves it" in page.content.decode()


def test_posts_of_one_browser_carry_its_key(client, address, typed):
    client.post(address, typed)
    client.post(address, typed | {"comment": "Once more.", "name": "Mei"})
    Client().post(address, typed | {"comment": "From elsewhere."})
    first, second, other = Reply.objects.order_by("pk").values_list("browser_key", flat=True)
    assert first == second != other


def test_invalid_post_is_given_back_whole(client, address, typed):
    typed["email"] = "hana"
    message = "Give an email address such as name@example.org."
    assert_given_back(client.post(address, typed), 422, message, typed)
    assert Reply.objects.count() == 0


def test_empty_post_names_every_missing_field(client, address):
    response = client.post(address, {})
    assert response.status_code == 422
    summary = re.search(r'<div class="error-summary".*?</div>', response.content.decode(), re.S)
    assert re.findall('href="#([^"]+)"', summary[0]) == [
        "reply-comment",
        "reply-name",
        "reply-email",
    ]


def test_duplicate_is_told_and_kept_once(client, address, typed):
    assert client.post(address, typed).status_code == 303
    message = "You have said exactly this here already."
    assert_given_back(client.post(address, typed), 409, message, typed)
    assert Reply.objects.count() == 1


def test_too_fast_is_asked_to_wait(client, address, typed, settings):
    settings.REPLY_RATE = "2/600"
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    for number in range(2):
        assert client.post(address, typed | {"comment": f"{number}"}).status_code == 303
    response = client.post(address, typed)
    assert_given_back(response, 429, "That was too fast", typed)
    assert 590 <= int(response["Retry-After"]) <= 601
    assert Reply.objects.count() == 2


def test_closed_conversation_takes_nothing_and_loses_nothing(client, drama, address, typed):
    Conversation.objects.create(drama=drama).close()
    assert_given_back(client.post(address, typed), 403, "This conversation is closed", typed)
    assert Reply.objects.count() == 0


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}])
def test_post_from_another_site_is_shown_and_not_taken(client, address, typed, headers):
    response = client.post(address, typed, headers=headers)
    assert_given_back(response, 403, "This was sent from another site", typed)
    assert Reply.objects.count() == 0


def test_too_large_a_body_is_refused_before_it_is_read(client, address, typed, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000
    response = client.post(address, typed | {"comment": "x" * 30_000})
    assert response.status_code == 413
    assert "Go back in your browser" in response.content.decode()
    assert_kept_to_oneself(response)


def test_too_long_a_comment_is_given_back(client, address, typed):
    typed["comment"] = "x" * 10_001
    message = "Ensure this value has at most 10000 characters"
    assert_given_back(client.post(address, typed), 422, message, typed)


def test_token_is_not_asked_for(address, typed, drama):
    assert Client(enforce_csrf_checks=True).post(address, typed).status_code == 303


@pytest.mark.parametrize("publication", [Publication.DRAFT, Publication.SCHEDULED])
def test_only_published_dramas_are_replied_to(client, drama, address, typed, publication):
    Drama.objects.update(publication=publication, publish_at="2999-01-01T00:00Z")
    assert client.post(address, typed).status_code == 404
    assert client.get(address).status_code == 404
    assert Reply.objects.count() == 0


def test_form_opened_before_a_change_of_slug_finds_home(client, drama, typed, address):
    FormerSlug.objects.create(slug="old-harbour", drama=drama)
    old = reverse("replies", args=["old-harbour"])
    assert client.post(old, typed).status_code == 303
    response = client.get(old)
    assert (response.status_code, response.url) == (301, address)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_not_allowed(client, address, method):
    assert getattr(client, method)(address).status_code == 405


def test_reading_changes_nothing_and_sets_nothing(client, address, said, drama):
    said()
    for method in (client.get, client.head):
        response = method(address)
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
    assert Reply.objects.count() == 1


def test_pages_have_one_address_each(client, address, said):
    for _ in range(51):
        said()
    first, second = client.get(address), client.get(f"{address}?page=2&utm=x")
    assert f'rel="canonical" href="http://testserver{address}"' in first.content.decode()
    assert f'rel="canonical" href="http://testserver{address}?page=2"' in second.content.decode()
    assert "noindex" not in first.content.decode()
    assert '<meta name="robots" content="noindex, follow">' in second.content.decode()
    assert second.content.decode().count('<article class="reply"') == 1


def canonical(response):
    return re.search(r'rel="canonical" href="http://testserver([^"]*)"', response.content.decode())[
        1
    ]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("", ""),
        ("?seen=5", ""),
        ("?open=1", ""),
        ("?order=oldest", ""),
        ("?order=sideways&seen=x", ""),
        ("?order=newest&seen=5", "?order=newest"),
        ("?seen=5&page=2&order=newest", "?order=newest&amp;page=2"),
        ("?seen=99999999999999999999", ""),
        ("?seen=%00&order=%00&open=%EF%BC%95", ""),
    ],
)
def test_way_of_reading_has_one_address(client, address, said, query, place):
    for _ in range(51):
        said()
    response = client.get(address + query)
    assert response.status_code == 200
    assert canonical(response) == address + place


def test_newest_replies_come_first_on_every_page(client, address, said):
    replies = [said() for _ in range(52)]
    html = client.get(address, {"order": "newest"}).content.decode()
    assert re.findall(r'id="reply-(\d+)"', html) == [str(r.pk) for r in replies[:1:-1]]
    assert 'href="?order=newest&amp;page=2" rel="next"' in html


def test_replies_about_episodes_seen_stand_open(client, address, said):
    for episode in (4, 5, 6):
        said(f"Of {episode}.", about_episode=episode)
    folds = r'<details class="fold"( open)?>'
    assert re.findall(folds, client.get(address).content.decode()) == ["", "", ""]
    html = client.get(address, {"seen": "5", "order": "newest"}).content.decode()
    assert re.findall(folds, html) == ["", " open", " open"]
    assert re.search(r'<input id="seen" [^>]*value="5"', html)
    assert '<input type="hidden" name="order" value="newest">' in html


@pytest.mark.parametrize("page", ["0", "-1", "2", "x", ""])
def test_page_that_is_not_there(client, address, page):
    assert client.get(address, {"page": page}).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_three_queries(client, address, said, django_assert_num_queries, number):
    for _ in range(number):
        said()
    with django_assert_num_queries(3):
        client.get(address)
