import pytest

from comments.reading import Order, Reading


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, Reading()),
        ({"order": "newest", "seen": "5", "open": "12"}, Reading(Order.NEWEST, 5, 12)),
        ({"order": "oldest", "seen": "0"}, Reading()),
        ({"order": "NEWEST", "seen": "-1", "open": "x"}, Reading()),
        ({"seen": "123456"}, Reading(seen=9_999)),
        ({"seen": "9" * 5_000, "open": "9" * 5_000}, Reading()),
        ({"seen": "５", "open": "²"}, Reading()),
        ({"order": "\x00", "seen": "5\x00"}, Reading()),
    ],
)
def test_reading_understands_what_can_be_understood(query, expected):
    assert Reading.of(query) == expected


@pytest.mark.parametrize(
    ("reading", "page", "query"),
    [
        (Reading(), 1, ""),
        (Reading(opened=3), 1, "?open=3"),
        (Reading(seen=5, opened=3), 2, "?open=3&seen=5&page=2"),
        (Reading(), 2, "?page=2"),
        (Reading(seen=5), 1, "?seen=5"),
        (Reading(Order.NEWEST, 5), 3, "?order=newest&seen=5&page=3"),
    ],
)
def test_reading_is_said_by_the_address(reading, page, query):
    assert reading.address_query(page) == query


def test_orders_keep_what_was_seen():
    orders = Reading(Order.NEWEST, seen=5).orders
    assert [(str(label), *rest) for label, *rest in orders] == [
        ("Oldest first", "?seen=5", False),
        ("Newest first", "?order=newest&seen=5", True),
    ]


@pytest.mark.parametrize(("episode", "expected"), [(None, False), (5, True), (6, False)])
def test_what_was_seen(episode, expected):
    assert Reading(seen=5).has_seen(episode) is expected
