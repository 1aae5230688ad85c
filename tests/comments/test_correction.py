import threading

import pytest
from django.db import connection

from catalog.models import Drama
from comments.correction import OutdatedError, Said, correct, history, said_in, version_of
from comments.erasure import empty
from comments.models import DuplicateReplyError, Reply, Revision, State
from comments.signals import corrected
from comments.spam.verdict import Finding, Verdict
from dramasite.differences import Part

PASSED, HELD, SPAM = (
    Verdict({"links": Finding(points, "One link")}, state)
    for points, state in ((1, State.PUBLISHED), (6, State.HELD), (12, State.SPAM))
)
BETTER = Said("Hana", "", "better")


def test_version_is_another_for_every_text(said):
    versions = {version_of(said(body, name=name)) for body in "ab" for name in ("Hana", "Mei")}
    assert {len(version) for version in versions} == {16}
    assert len(versions) == 4


def test_correction_says_otherwise_and_keeps_what_was_said(said):
    reply = said("mine", website="https://hana.example/")
    before = said_in(reply)
    correct(reply, BETTER, version_of(reply), PASSED)
    reply.refresh_from_db()
    assert (said_in(reply), reply.state) == (BETTER, State.PUBLISHED)
    assert said_in(Revision.objects.get()) == before
    assert reply.edited_at is not None


@pytest.mark.parametrize(
    ("state", "verdict", "becomes"),
    [
        (State.HELD, PASSED, State.HELD),
        (State.HELD, HELD, State.HELD),
        (State.HELD, SPAM, State.SPAM),
        (State.PUBLISHED, PASSED, State.PUBLISHED),
        (State.PUBLISHED, HELD, State.HELD),
        (State.PUBLISHED, SPAM, State.SPAM),
        (State.SPAM, PASSED, State.SPAM),
        (State.SPAM, HELD, State.SPAM),
        (State.SPAM, SPAM, State.SPAM),
    ],
)
def test_correction_is_judged_and_never_publishes(said, state, verdict, becomes):
    reply = said("mine", state=state)
    correct(reply, BETTER, version_of(reply), verdict)
    reply.refresh_from_db()
    assert (reply.state, reply.decided_at) == (becomes, None)
    assert reply.points == verdict.points
    assert reply.reasons_in_words == [f"One link (+{verdict.points})"]
    assert reply.decisions.count() == (becomes != state)


def test_approval_stands_when_a_correction_passes(said, admin_user):
    reply = said("mine", state=State.HELD)
    reply.approve(admin_user)
    correct(reply, BETTER, version_of(reply), PASSED)
    assert Reply.objects.get().decided_at == reply.decided_at


def test_same_text_is_no_correction(said):
    reply = said("mine")
    correct(reply, said_in(reply), "whatever", HELD)
    reply.refresh_from_db()
    assert (reply.edited_at, reply.state, Revision.objects.count()) == (None, State.PUBLISHED, 0)


def test_correction_of_what_it_says_no_more_is_refused(said):
    reply = said("mine")
    version = version_of(reply)
    correct(reply, BETTER, version, PASSED)
    with pytest.raises(OutdatedError):
        correct(reply, Said("Hana", "", "other"), version, PASSED)
    assert Reply.objects.get().body == "better"


@pytest.mark.parametrize("end", ["remove", "withdraw", "mark_spam"])
def test_correction_comes_too_late_for_what_was_taken_down(said, end):
    reply = said("mine")
    version = version_of(reply)
    getattr(Reply.objects.get(), end)()
    with pytest.raises(OutdatedError):
        correct(reply, BETTER, version, PASSED)
    assert Revision.objects.count() == 0


def test_correction_comes_too_late_for_what_was_erased_meanwhile(said):
    reply = said("mine", state=State.SPAM)
    version = version_of(reply)
    empty([Reply.objects.get()])
    with pytest.raises(OutdatedError):
        correct(reply, BETTER, version, PASSED)


def test_correction_into_what_is_said_already_leaves_no_trace(said):
    said("better")
    reply = said("mine")
    with pytest.raises(DuplicateReplyError):
        correct(reply, BETTER, version_of(reply), PASSED)
    reply.refresh_from_db()
    assert (reply.body, Revision.objects.count()) == ("mine", 0)


def test_traces_follow_the_correction(said):
    reply = said("The scene at the station stayed with me for days, and I do not know why. ")
    other = "My sister says that she did know, and that this is what the letter was about."
    before = set(reply.traces.values_list("number", flat=True))
    correct(reply, Said("Hana", "", other), version_of(reply), PASSED)
    after = set(reply.traces.values_list("number", flat=True))
    assert (len(before), len(after), before & after) == (8, 8, set())


def test_correction_is_told_with_what_was_said_before(said):
    told = []

    def hear(reply, revision, **kwargs):
        told.append((reply.body, revision.body))

    corrected.connect(hear, sender=Reply)
    reply = said("mine")
    correct(reply, BETTER, version_of(reply), PASSED)
    corrected.disconnect(hear, sender=Reply)
    assert told == [("better", "mine")]


@pytest.mark.django_db(transaction=True)
def test_of_corrections_at_once_one_wins():
    drama = Drama.objects.create(title="A", slug="a")
    reply = Reply.objects.post(drama, name="Hana", body="mine")
    version, answers = version_of(reply), []

    def say(body):
        try:
            correct(reply, Said("Hana", "", body), version, PASSED)
            answers.append("corrected")
        except OutdatedError:
            answers.append("outdated")
        finally:
            connection.close()

    threads = [threading.Thread(target=say, args=[f"words {n}"]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["corrected", "outdated", "outdated", "outdated"]
    assert Revision.objects.get().body == "mine"


def test_history_is_newest_first_and_each_step_leads_to_the_next(said, django_assert_num_queries):
    reply = said("one two")
    for body in ("one three", "one four"):
        correct(reply, Said("Hana", "", body), version_of(reply), PASSED)
        reply.refresh_from_db()
    with django_assert_num_queries(1):
        found = history(reply)
    assert [each.body for each in found] == [
        [Part("one "), Part("", "three", "four")],
        [Part("one "), Part("", "two", "three")],
    ]
    assert [each.name for each in found] == [[Part("Hana")]] * 2
    assert found[0].made_at > found[1].made_at
