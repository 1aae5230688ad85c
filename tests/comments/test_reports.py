import pytest

from comments.models import Report, State
from comments.pacing import TooFastError
from comments.reports import independent, report
from comments.visitor import Visitor


def visitor(number, network=None):
    return Visitor(network_key=network or f"n{number}", browser_key=f"b{number}")


def report_by(reply, *numbers):
    for number in numbers:
        report(reply, visitor(number))


@pytest.mark.parametrize(
    ("pairs", "number"),
    [
        ([], 0),
        ([("n1", "b1")], 1),
        ([("n1", "b1"), ("n1", "b2"), ("n1", "b3")], 1),
        ([("n1", "b1"), ("n2", "b1"), ("n3", "b1")], 1),
        ([("n1", "b1"), ("n2", "b2")], 2),
        ([("", "b1"), ("", "b2")], 0),
        ([("n1", ""), ("n2", "")], 0),
        ([("n1", "b1"), ("n1", "b2"), ("n2", "b2"), ("n3", "b3")], 3),
    ],
)
def test_independent_reports_share_neither_network_nor_browser(pairs, number):
    assert independent(pairs) == number


def test_three_independent_reports_hold_a_reply(said):
    reply = said()
    report_by(reply, 1, 2)
    reply.refresh_from_db()
    assert reply.is_published
    report_by(reply, 3)
    reply.refresh_from_db()
    assert reply.is_held
    decision = reply.decisions.get()
    assert (decision.by, decision.note) == (None, "3 readers reported it")


def test_one_who_reports_often_holds_nothing(said):
    reply = said()
    report_by(reply, 1, 1, 1, 1)
    for number in range(2, 6):
        report(reply, visitor(number, network="n1"))
    reply.refresh_from_db()
    assert reply.is_published
    assert Report.objects.count() == 5


def test_reply_that_an_editor_let_stand_is_not_held_again(said, admin_user):
    reply = said()
    report_by(reply, 1, 2, 3)
    reply.approve(admin_user)
    report_by(reply, 4, 5, 6, 7)
    reply.refresh_from_db()
    assert reply.is_published
    assert Report.objects.unsettled().count() == 4


def test_decision_of_an_editor_settles_what_was_reported(said, admin_user):
    reply, other = said(), said()
    report_by(reply, 1)
    report_by(other, 1)
    reply.approve(admin_user)
    assert list(Report.objects.unsettled().values_list("reply", flat=True)) == [other.pk]


@pytest.mark.parametrize("state", [State.HELD, State.REMOVED, State.SPAM])
def test_report_of_what_stands_no_more_changes_nothing(said, state):
    reply = said(state=state)
    report_by(reply, 1)
    assert Report.objects.count() == 0


def test_network_that_reports_too_much_has_to_wait(said, settings):
    settings.REPORT_RATE = "2/3600"
    for number in range(2):
        report(said(), visitor(number, network="n"))
    with pytest.raises(TooFastError) as wait:
        report(said(), visitor(3, network="n"))
    assert 3590 < wait.value.retry_after <= 3600
    report(said(), visitor(4, network="other"))
    assert Report.objects.count() == 3


def test_number_of_reports_that_hold_is_set(said, settings):
    settings.REPORTS_TO_HOLD = 1
    reply = said()
    report_by(reply, 1)
    reply.refresh_from_db()
    assert reply.is_held
