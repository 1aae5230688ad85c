"""At most so much from one network, or to one address, in so many seconds.

A network is the prefix that one subscriber holds: /24 of IPv4, /48 of IPv6. Whoever is counted
is kept only as a hash under the pepper together with the hour, so that nobody can be followed
through the day, and only as long as it counts.
"""

from __future__ import annotations

import datetime
import ipaddress
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.utils import timezone

from comments.addresses import keyed_hash
from comments.models import Pace

SLOT = datetime.timedelta(seconds=1)
HOUR = datetime.timedelta(hours=1)
PREFIX = {4: 24, 6: 48}
# Behind a proxy that does not pass the visitor's address on, everybody would be one person,
# and ten replies would silence the site. Such addresses are not counted.
UNCOUNTED = [
    ipaddress.ip_network(network)
    for network in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"),
        *("::1/128", "fc00::/7", "fe80::/10"),
    )
]


@dataclass(frozen=True, slots=True)
class Rate:
    """``limit`` of them in ``seconds``."""

    limit: int
    seconds: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "10/600". Raises ValueError for anything else."""
        limit, _, seconds = text.partition("/")
        return cls(int(limit), int(seconds))

    @property
    def window(self) -> datetime.timedelta:
        return datetime.timedelta(seconds=self.seconds)


class TooFastError(Exception):
    """``retry_after`` in seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


def count_reply(remote_address: str) -> None:
    """Count one more by ``settings.REPLY_RATE``, or raise TooFastError and count nothing."""
    count_from("network", remote_address, Rate.parse(settings.REPLY_RATE))


def count_mail(remote_address: str) -> None:
    """The same of mails that somebody asks for, by ``settings.MAIL_RATE_NETWORK``."""
    count_from("mail of network", remote_address, Rate.parse(settings.MAIL_RATE_NETWORK))


def count_from(purpose: str, remote_address: str, rate: Rate) -> None:
    """Count one more from the network of an address, if that is one to be counted."""
    prefix = network_prefix(remote_address)
    if prefix is not None:
        count(purpose, prefix, rate)


@contextmanager
def counted(purpose: str, who: str, rate: Rate) -> Iterator[None]:
    """Count one more while something is done: if that fails, it does not count."""
    key, slot = count(purpose, who, rate)
    try:
        yield
    except BaseException:
        Pace.objects.take_back(key, slot)
        raise


def count(purpose: str, who: str, rate: Rate) -> tuple[str, datetime.datetime]:
    """Count one more, or raise TooFastError and count nothing; where it was counted.

    It counts first and looks then: two at once may both be refused, but never both pass.
    """
    now = timezone.now()
    slot, oldest = now.replace(microsecond=0), now - SLOT - rate.window
    key = _key(purpose, who, slot)
    Pace.objects.forget(now)
    Pace.objects.count_one(key, slot, slot + SLOT + rate.window)
    counts = _counts(purpose, who, oldest, slot)
    if sum(counts.values()) > rate.limit:
        Pace.objects.take_back(key, slot)
        raise TooFastError(_seconds_until_room(counts, rate, now))
    return key, slot


def network_prefix(remote_address: str) -> str | None:
    """Such as "203.0.113.0/24"; None for what is not counted."""
    try:
        address = ipaddress.ip_address(remote_address)
    except ValueError:
        return None
    address = getattr(address, "ipv4_mapped", None) or address
    if any(address in network for network in UNCOUNTED):
        return None
    return str(ipaddress.ip_network((address, PREFIX[address.version]), strict=False))


def _key(purpose: str, who: str, slot: datetime.datetime) -> str:
    return keyed_hash(purpose, f"{who} {slot:%Y-%m-%d %H}")


def _counts(
    purpose: str, who: str, oldest: datetime.datetime, newest: datetime.datetime
) -> dict[datetime.datetime, int]:
    """Oldest first."""
    hours = math.ceil((newest - oldest).total_seconds() / 3600) + 1
    keys = {_key(purpose, who, newest - HOUR * back) for back in range(hours)}
    rows = Pace.objects.filter(key__in=keys, slot__gt=oldest).order_by("slot")
    return dict(rows.values_list("slot", "count"))


def _seconds_until_room(
    counts: dict[datetime.datetime, int], rate: Rate, now: datetime.datetime
) -> int:
    left = sum(counts.values()) - 1  # what was just taken back does not count
    for slot, count in counts.items():
        left -= count
        if left < rate.limit:
            return max(1, math.ceil((slot + SLOT + rate.window - now).total_seconds()))
    return rate.seconds
