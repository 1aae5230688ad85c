import datetime
import threading

import pytest
from django.db import connection

from comments.models import Pace
from comments.pacing import Rate, TooFastError, count_reply, network_prefix

VISITOR = "203.0.113.7"
NOON = datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.UTC)


def after(seconds):
    return NOON + datetime.timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("address", "prefix"),
    [
        ("203.0.113.7", "203.0.113.0/24"),
        ("8.8.8.8", "8.8.8.0/24"),
        ("::ffff:8.8.8.8", "8.8.8.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("127.0.0.1", None),
        ("::1", None),
        ("::ffff:127.0.0.1", None),
        ("10.1.2.3", None),
        ("172.20.0.1", None),
        ("192.168.1.1", None),
        ("fd00::1", None),
        ("fe80::1%eth0", None),
        ("", None),
        ("unix:", None),
    ],
)
def test_network_prefix(address, prefix):
    assert network_prefix(address) == prefix


def test_rate_is_read():
    assert Rate.parse("10/600") == Rate(10, 600)


@pytest.mark.parametrize("text", ["", "10", "a/b", "10/"])
def test_rate_that_is_none_is_refused(text):
    with pytest.raises(ValueError):
        Rate.parse(text)


@pytest.mark.django_db
def test_one_too_many_waits_until_the_first_is_old_enough(settings, time_machine_at):
    settings.REPLY_RATE = "3/600"
    for seconds in (0, 10, 20):
        time_machine_at(after(seconds))
        count_reply(VISITOR)
    time_machine_at(after(100))
    for _ in range(5):  # to be refused costs nothing further
        with pytest.raises(TooFastError) as wait:
            count_reply("203.0.113.99")
        assert wait.value.retry_after == 501
    count_reply("203.0.114.1")
    time_machine_at(after(100 + wait.value.retry_after))
    count_reply(VISITOR)
    with pytest.raises(TooFastError):
        count_reply(VISITOR)


@pytest.mark.django_db
def test_the_full_hour_opens_no_second_door(settings, time_machine_at):
    settings.REPLY_RATE = "2/600"
    time_machine_at(after(-5))
    count_reply(VISITOR)
    count_reply(VISITOR)
    time_machine_at(after(5))
    with pytest.raises(TooFastError):
        count_reply(VISITOR)


@pytest.mark.django_db
def test_network_is_kept_as_a_hash_that_changes_with_the_hour(time_machine_at):
    keys = set()
    for seconds in (0, 1, 3600):
        time_machine_at(after(seconds))
        count_reply(VISITOR)
        keys |= set(Pace.objects.values_list("key", flat=True))
    assert len(keys) == 2
    assert {len(key) for key in keys} == {64}


@pytest.mark.django_db
def test_old_rows_are_deleted(time_machine_at):
    time_machine_at(after(0))
    count_reply(VISITOR)
    time_machine_at(after(700))
    count_reply("198.51.100.1")
    assert Pace.objects.count() == 1


@pytest.mark.django_db
def test_private_addresses_are_not_counted(settings):
    settings.REPLY_RATE = "1/600"
    for _ in range(3):
        count_reply("127.0.0.1")
    assert Pace.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_many_at_once_never_pass_together(settings):
    settings.REPLY_RATE = "3/600"
    passed = []

    def post():
        try:
            count_reply(VISITOR)
            passed.append(True)
        except TooFastError:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=post) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= len(passed) <= 3
