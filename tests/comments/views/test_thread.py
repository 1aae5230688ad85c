import re

import pytest
from django.urls import reverse

from catalog.models import Drama, Publication
from comments.models import Conversation, State


@pytest.fixture
def thread(bulk_said):
    """Of 110 replies: three pages."""
    return bulk_said(110, parents=lambda pks: pks[0] if len(pks) % 3 else pks[-1])


def address(reply):
    return reverse("thread", args=[reply.pk])


def anchors(response):
    return re.findall(r'<article class="reply" id="reply-(\d+)"', response.content.decode())


def leads_to(response, pattern):
    return re.search(pattern, response.content.decode())[1]


def test_long_thread_is_read_to_its_end_from_the_drama(client, drama, thread):
    first = client.get(drama.get_absolute_url())
    continued = r'href="(/replies/\d+/thread/[^"]*)">\s*Continue this thread: 60 more replies'
    second = client.get(leads_to(first, continued))
    third = client.get(address(thread[0]) + leads_to(second, r'href="(\?page=3)" rel="next"'))
    assert 'rel="next"' not in third.content.decode()
    read = [anchors(first), anchors(second)[1:], anchors(third)[1:]]
    assert [len(page) for page in read] == [50, 50, 10]
    assert {int(pk) for page in read for pk in page} == {reply.pk for reply in thread}


def test_every_permanent_link_of_a_long_thread_holds_the_reply(client, thread):
    pages = {}
    for reply in thread[::3]:
        found = client.get(reply.get_absolute_url()).url
        page, _, anchor = re.sub(r"open=\d+&?", "", found).partition("#")
        if page not in pages:
            pages[page] = anchors(client.get(page))
        assert anchor.removeprefix("reply-") in pages[page]
    assert len(pages) >= 3


def test_page_of_a_thread_has_one_address(client, thread):
    html = client.get(f"{address(thread[0])}?order=newest&seen=5&page=2&utm=x").content.decode()
    canonical = f"http://testserver{address(thread[0])}?page=2"
    assert f'rel="canonical" href="{canonical}"' in html
    assert '<meta name="robots" content="noindex, follow">' in html
    assert 'href="?order=newest&amp;seen=5&amp;page=3" rel="next"' in html
    beginning = f"/dramas/a-quiet-harbour/replies/?order=newest&amp;seen=5#reply-{thread[0].pk}"
    assert f'href="{beginning}" rel="prev"' in html


@pytest.mark.parametrize("query", ["", "?page=1", "?seen=3"])
def test_first_page_is_where_the_thread_stands(client, drama, thread, query):
    response = client.get(address(thread[0]) + query)
    place = "replies/?seen=3" if "seen" in query else ""
    expected = f"{drama.get_absolute_url()}{place}#reply-{thread[0].pk}"
    assert (response.status_code, response.url) == (302, expected)


@pytest.mark.parametrize("page", ["0", "-1", "4", "x", "9" * 30, "%00"])
def test_page_of_a_thread_that_is_not_there(client, thread, page):
    assert client.get(f"{address(thread[0])}?page={page}").status_code == 404


def test_address_of_what_begins_no_thread_is_its_permanent_link(client, drama, thread, said):
    response = client.get(address(thread[109]))
    assert response.url == client.get(thread[109].get_absolute_url()).url
    gone = said()
    gone.remove()
    assert client.get(address(gone)).status_code == 410
    assert client.get(address(said(state=State.SPAM))).status_code == 404
    assert client.get("/replies/999999999999999999/thread/").status_code == 404


def test_removed_beginning_keeps_the_shape_of_the_thread(client, thread):
    thread[0].remove()
    thread[60].remove()
    html = client.get(f"{address(thread[0])}?page=2").content.decode()
    assert anchors(client.get(f"{address(thread[0])}?page=2"))[0] == str(thread[50].pk)
    assert f'id="reply-{thread[0].pk}"' in html
    assert f"Said {thread[60].pk}." not in html
    assert f"Said {thread[59].pk}." in html


def test_thread_of_a_drama_that_is_withdrawn_is_not_found(client, thread):
    Drama.objects.update(publication=Publication.DRAFT)
    assert client.get(f"{address(thread[0])}?page=2").status_code == 404


def test_closed_thread_offers_no_answer(client, drama, thread):
    Conversation.objects.create(drama=drama).close()
    assert "/answer/" not in client.get(f"{address(thread[0])}?page=2").content.decode()


@pytest.mark.parametrize(("others", "told"), [(0, "110 replies"), (10, "110 of 120 replies")])
def test_machines_read_what_the_page_shows(client, bulk_said, thread, others, told):
    bulk_said(others)
    html = client.get(f"{address(thread[0])}?page=2").content.decode()
    assert told in html
    assert f'"commentCount":{110 + others},' in html
    assert len(re.findall(r'"@type": ?"Comment"', html)) == 51


@pytest.mark.parametrize("number", [101, 160])
def test_page_of_a_thread_costs_three_queries(client, bulk_said, django_assert_num_queries, number):
    top = bulk_said(number, parents=lambda pks: pks[-1])[0]
    with django_assert_num_queries(3):
        assert client.get(f"{address(top)}?page=2").status_code == 200


def test_thread_is_only_read(client, thread):
    response = client.post(address(thread[0]))
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
