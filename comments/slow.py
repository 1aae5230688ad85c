"""Slow mode: in one conversation, each visitor has a turn only every so many minutes.

A browser that shows the site's key is counted by it, any other by its network: many may share
one, but without that limit a new key would be a new turn. What is not taken costs no turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from comments.pacing import Rate, TooFastError, counted, network_prefix
from comments.visitor import Visitor


class NotYourTurnError(TooFastError):
    """``retry_after`` in seconds."""


@contextmanager
def turn(drama: int, minutes: int, visitor: Visitor, remote_address: str) -> Iterator[None]:
    """While a reply is written. Raises NotYourTurnError; ``minutes`` 0 limits nothing."""
    rate = Rate(1, minutes * 60)
    with ExitStack() as turns:
        try:
            for who in _counted(visitor, remote_address) if minutes else ():
                turns.enter_context(counted(f"turn at drama {drama}", who, rate))
        except TooFastError as error:
            raise NotYourTurnError(error.retry_after) from None
        yield


def _counted(visitor: Visitor, remote_address: str) -> list[str]:
    network = network_prefix(remote_address) if visitor.is_new else None
    return [who for who in (network, visitor.browser_key) if who]
