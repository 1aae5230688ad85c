import pytest

from comments.discussion import AS_IT_COMES, discussion_of
from comments.reading import Order, Reading
from comments.whereabouts import address_of

NEWEST = Reading(Order.NEWEST, seen=5)


@pytest.fixture
def found(drama):
    def find(reply, reading=AS_IT_COMES):
        address, _, anchor = address_of(discussion_of(drama), reply.pk, reading).partition("#")
        assert anchor == f"reply-{reply.pk}"
        return address

    return find


def test_reply_of_the_first_page_stands_on_the_drama(found, drama, said):
    assert found(said()) == f"/dramas/{drama.slug}/"
    assert found(said(), NEWEST) == f"/dramas/{drama.slug}/replies/?order=newest&seen=5"


def test_reply_of_a_further_page(found, drama, bulk_said):
    first, *_others, last = bulk_said(51)
    assert found(last) == f"/dramas/{drama.slug}/replies/?page=2"
    assert found(first, NEWEST) == f"/dramas/{drama.slug}/replies/?order=newest&seen=5&page=2"


def test_folded_reply_is_opened(found, drama, bulk_said):
    *_others, last = bulk_said(9, parents=lambda pks: pks[0])
    assert found(last) == f"/dramas/{drama.slug}/replies/?open={last.pk}"


def test_reply_of_a_long_thread_stands_on_its_pages(found, bulk_said):
    top, *answers = bulk_said(101, parents=lambda pks: pks[0])
    assert found(answers[-1]) == f"/replies/{top.pk}/thread/?page=3"
    assert found(answers[49], NEWEST) == f"/replies/{top.pk}/thread/?order=newest&seen=5&page=2"


def test_what_stands_nowhere(drama):
    assert address_of(discussion_of(drama), 1) is None
