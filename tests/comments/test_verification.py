import pytest

from comments.models import Decision, Reply, State
from comments.verification import verify

HERS, ANOTHER = "a" * 64, "b" * 64
NEWCOMER = {"check": "newcomer", "points": 0, "words": "Nothing was approved before"}
LINKS = {"check": "links", "points": 6, "words": "More than two links"}


@pytest.fixture
def held(said):
    """Writes a held reply of hers, from the browser that is given."""

    def write(browser=HERS, reasons=(NEWCOMER,), **given):
        points = sum(reason["points"] for reason in reasons)
        known = {"browser_key": browser, "reasons": list(reasons), "points": points}
        return said(state=State.HELD, **known | given)

    return write


def states(*replies):
    return [Reply.objects.get(pk=reply.pk).state for reply in replies]


def test_verification_holds_for_one_address_in_one_browser(held):
    reply, same = held(), held()
    held(ANOTHER)
    held(email="mei@example.org")
    verify(reply)
    assert set(Reply.objects.filter(verified_at__isnull=False)) == {reply, same}
    assert set(Reply.objects.published()) == {reply, same}


@pytest.mark.parametrize(
    "known", [{"browser_key": ""}, {"email": "", "browser_key": HERS}, {"email": ""}]
)
def test_verification_without_both_keys_is_of_one_reply(held, known):
    reply, _other = held(**known), held(**known)
    verify(reply)
    assert list(Reply.objects.filter(verified_at__isnull=False)) == [reply]


def test_first_verification_is_the_one_that_counts(held):
    reply = held()
    verify(reply)
    first = Reply.objects.get().verified_at
    verify(reply)
    assert Reply.objects.get().verified_at == first
    assert Decision.objects.count() == 1


def test_what_waited_for_its_author_alone_is_published_by_the_site(held):
    reply = held()
    verify(reply)
    reply.refresh_from_db()
    assert (reply.state, reply.decided_at) == (State.PUBLISHED, None)
    decision = Decision.objects.get()
    assert (decision.by, decision.note) == (None, "the author has verified the address")


@pytest.mark.parametrize("reasons", [(), (LINKS,), (LINKS, NEWCOMER)])
def test_what_waits_for_another_reason_waits_on(held, reasons):
    reply = held(reasons=reasons)
    verify(reply)
    assert states(reply) == [State.HELD]


@pytest.mark.parametrize("act", [Reply.hold, Reply.remove, Reply.mark_spam])
def test_what_an_editor_decided_stands(held, admin_user, act):
    reply = held()
    act(reply, admin_user)
    verify(reply)
    assert states(reply) == [reply.state]


@pytest.mark.parametrize("act", [Reply.mark_spam, lambda reply: reply.judge(State.SPAM)])
def test_spam_from_the_same_browser_keeps_the_rest_waiting(held, act):
    spam, reply = held(), held()
    act(spam)
    verify(reply)
    assert states(spam, reply) == [State.SPAM, State.HELD]
