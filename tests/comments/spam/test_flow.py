import pytest

from comments.models import Reply, State
from comments.spam.flow import flow
from comments.spam.said import Said
from comments.visitor import Visitor

NETWORK = Visitor(network_key="n" * 64)


def points(visitor, email_key=""):
    finding = flow(Said("Words.", email_key=email_key), visitor)
    return finding.points if finding else 0


@pytest.mark.parametrize(("number", "expected"), [(0, 0), (4, 0), (5, 2)])
def test_many_from_one_network_cost_points(said, number, expected):
    for _ in range(number):
        said(network_key=NETWORK.network_key)
    assert points(NETWORK) == expected
    assert points(Visitor(network_key="m" * 64)) == 0


@pytest.mark.parametrize(("number", "expected"), [(2, 0), (3, 2)])
def test_many_under_one_address_cost_points(said, number, expected):
    replies = [said(email="mei@example.org") for _ in range(number)]
    assert points(Visitor(), replies[0].email_key) == expected


def test_what_was_said_long_ago_is_not_counted(said, time_machine_at):
    time_machine_at("2026-01-01T12:00:00Z")
    for _ in range(9):
        said(network_key=NETWORK.network_key)
    time_machine_at("2026-01-01T12:11:00Z")
    assert points(NETWORK) == 0


def test_spam_from_there_is_remembered_for_a_month(said, time_machine_at):
    time_machine_at("2026-01-01T12:00:00Z")
    said(network_key=NETWORK.network_key, state=State.SPAM)
    assert points(NETWORK) == 3
    time_machine_at("2026-02-02T12:00:00Z")
    assert points(NETWORK) == 0


def test_spam_of_a_stranger_under_the_same_address_is_not_its_owners(said):
    spam = said(email="mei@example.org", state=State.SPAM)
    assert points(Visitor(), spam.email_key) == 0
    Reply.objects.update(verified_at=spam.created_at)
    assert points(Visitor(), spam.email_key) == 3


def test_nobody_known_is_asked_of_nobody(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert points(Visitor()) == 0


def test_flow_costs_one_query(said, django_assert_num_queries):
    for _ in range(3):
        said(network_key=NETWORK.network_key)
    with django_assert_num_queries(1):
        points(NETWORK, "e" * 64)
