import datetime

import pytest

from comments import addresses
from comments.data_link import ExpiredLinkError, data_path, opened
from comments.held import Held

NOON = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
HELD = Held(addresses.key("hana@example.org"))


def signed():
    return data_path(HELD).split("/")[-2]


def test_link_leads_back_for_a_day(time_machine_at):
    time_machine_at(NOON)
    link = signed()
    for later in (0, 3600, 24 * 3600):
        time_machine_at(NOON + datetime.timedelta(seconds=later))
        assert opened(link) == HELD
    time_machine_at(NOON + datetime.timedelta(days=1, seconds=1))
    with pytest.raises(ExpiredLinkError):
        opened(link)


def test_link_is_in_small_letters_and_names_no_address():
    assert data_path(HELD) == data_path(HELD).lower()
    assert "hana" not in data_path(HELD)


def test_link_that_we_did_not_sign_opens_nothing():
    link = signed()
    other = addresses.key("mei@example.org")
    flipped = link[:-1] + ("0" if link[-1] != "0" else "1")
    for false in ("", "x", ".", "..", HELD.key, flipped, link.replace(HELD.key, other)):
        assert opened(false) is None


def test_lifetime_cannot_be_typed(time_machine_at):
    time_machine_at(NOON)
    key, since, signature = signed().split(".")
    time_machine_at(NOON + datetime.timedelta(days=2))
    assert opened(f"{key}.{int(since, 16) + 2 * 24 * 3600:x}.{signature}") is None
