import re
from types import SimpleNamespace

import pytest
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from catalog.models import Drama
from catalog.search.index import catch_up
from comments.models import Conversation, Reply, State
from tests.factories import DramaFactory, EpisodeFactory, GenreFactory, PickFactory


def section(drama):
    html = Template("{% load replies %}{% replies drama %}").render(
        RequestContext(RequestFactory().get("/"), {"drama": drama})
    )
    return re.sub(r"\s+", " ", html)


def headings(html):
    return [re.sub(r"<[^>]+>", "", h) for h in re.findall(r"<h2[^>]*>(.*?)</h2>", html)]


@pytest.mark.parametrize(
    ("number", "heading", "queries"),
    [(0, "Replies", 1), (1, "1 reply", 2), (3, "3 replies", 2), (60, "60 replies", 2)],
)
def test_section_costs_two_queries_at_most(
    drama, said, django_assert_num_queries, number, heading, queries
):
    for _ in range(number):
        said()
    with django_assert_num_queries(queries):
        html = section(drama)
    assert headings(html) == [heading, "Leave a Reply"]
    assert html.count('<article class="reply"') == min(number, 50)
    assert (f'href="{reverse("replies", args=[drama.slug])}?page=2"' in html) is (number > 50)


def test_closed_section_can_be_read_but_not_answered(drama, said, django_assert_num_queries):
    said("still here")
    Conversation.objects.create(drama=drama).close()
    with django_assert_num_queries(2):
        html = section(drama)
    assert "still here" in html
    assert "This conversation is closed." in html
    assert "<form" not in html
    assert "/answer/" not in html


def test_reply_stands_with_name_website_time_and_links(drama, said):
    reply = said("**so** sad", name="\u202eHana", website="https://example.org/?a=1&b=2")
    html = section(drama)
    assert f'<article class="reply" id="reply-{reply.pk}">' in html
    assert (
        '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">'
        "<bdi>\u202eHana</bdi></a>" in html
    )
    assert f'<a class="reply-time" href="/replies/{reply.pk}/"><time datetime="' in html
    assert '<div class="reply-body" dir="auto"><p><strong>so</strong> sad</p> </div>' in html
    assert f'href="/replies/{reply.pk}/answer/"' in html


def test_removed_reply_keeps_its_place(drama, said):
    removed = said("gone words", name="Gone")
    said("an answer", parent=removed)
    removed.remove()
    html = section(drama)
    assert f'id="reply-{removed.pk}"' in html
    assert "This reply was removed." in html
    assert "gone words" not in html
    assert "Gone" not in html


def test_section_is_the_same_for_everyone(drama, said):
    said()
    html = section(drama)
    assert html == section(drama)
    assert "hana@example.org" not in html
    assert "csrf" not in html


def latest():
    return Template("{% load replies %}{% latest_replies %}").render(Context())


def test_latest_replies_are_quoted_one_a_drama(said, drama, django_assert_num_queries):
    other = DramaFactory()
    said("Older words.")
    said("Newest of this.")
    for body in ("Of another ||at the end||.", "||Nothing but the end||"):
        Reply.objects.post(other, name="Jo", body=body, state=State.PUBLISHED)
    with django_assert_num_queries(1):
        html = latest()
    assert html.count("<blockquote") == 2
    assert html.index("Of another ….") < html.index("Newest of this.")


def test_latest_replies_that_wait_are_not_quoted(said):
    said("Held.", state=State.HELD)
    assert "<section" not in latest()


def test_latest_replies_never_quote_under_a_draft(said, drama):
    said("Seen by nobody.")
    Drama.objects.update(publication="draft")
    assert "<section" not in latest()


def test_avatar_is_for_the_eye_alone(client, drama, said):
    said(name="<b>&")
    html = client.get(drama.get_absolute_url()).content.decode()
    found = re.search(
        r'<span class="avatar hue-\d+ figure-\d" aria-hidden="true">(.*?)</span>', html
    )
    assert found[1] == "B"


@pytest.mark.parametrize("number", [1, 3])
def test_cards_say_how_many_replies_there_are(said, drama, django_assert_num_queries, number):
    for _ in range(number):
        said()
    said(state=State.HELD)
    dramas = [drama, DramaFactory()]
    with django_assert_num_queries(1):
        Template("{% load replies %}{% count_replies dramas %}").render(Context({"dramas": dramas}))
    assert [each.reply_count for each in dramas] == [number, 0]


def test_cards_of_several_lists_are_counted_at_once(said, drama, django_assert_num_queries):
    said()
    result, person = SimpleNamespace(drama=drama), SimpleNamespace(drama=None)
    lists = {"one": [result, person], "other": [DramaFactory()], "none": None}
    with django_assert_num_queries(1):
        template = "{% load replies %}{% count_replies one other none missing %}"
        Template(template).render(Context(lists))
    assert (drama.reply_count, lists["other"][0].reply_count) == (1, 0)


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/dramas/", "/search/", "/search/?q=quiet", "/calendar/2005-10-11/"),
        "/genres/melodrama/",
    ],
)
def test_cards_of_every_list_show_the_count(client, drama, said, address):
    said()
    said()
    PickFactory()  # with which the front page opens
    drama.genres.add(GenreFactory(name="Melodrama"))
    episode = EpisodeFactory(season__drama=drama, air_date="2005-10-11")
    Drama.objects.update(released_on=episode.air_date, released_precision="day")
    catch_up()
    html = client.get(address).content.decode()
    assert '<p class="card-note">2 replies</p>' in html


def marks(html):
    return re.findall(r'<span class="reply-mark[^"]*">(.*?)</span>', html)


def test_reply_is_marked_for_what_was_proved(said, drama, django_user_model):
    proved = {"verified_at": timezone.now()}
    top = said("Begins.", **proved)
    said("Again.", parent=top, **proved)
    said("Says to be the same.", parent=top)
    said("Another.", parent=top, name="Mei", email="mei@example.org", **proved)
    said("Borrows a name.", parent=top, email="mallory@example.org", **proved)
    said("Editor.", parent=top, editor=django_user_model.objects.create(username="ed"))
    html = section(drama)
    assert marks(html) == ["verified author", "author of this thread", "verified author", "Editor"]
    assert top.email_key not in html


def test_nobody_without_an_address_is_the_author_of_a_thread(said, drama):
    top = said("Begins.", email="", verified_at=timezone.now())
    said("Another.", email="", parent=top, verified_at=timezone.now())
    assert marks(section(drama)) == ["verified author"]
