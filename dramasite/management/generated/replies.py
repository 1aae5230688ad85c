"""Conversations: many of none or a few replies, and a few of thousands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from catalog.models import Drama
from comments import addresses
from comments.models import Reply, State
from dramasite import markup
from dramasite.management.generated.dice import Dice, Urn
from dramasite.management.generated.names import name
from dramasite.management.generated.plan import Plan
from dramasite.management.generated.stories import remark

STATES = Urn({State.PUBLISHED: 900, State.SPAM: 70, State.REMOVED: 25, State.HELD: 5})
ANSWERS = 0.4  # of replies
LATEST = 40  # replies among which one is answered
READERS, REMARKS = 10_000, 2_000
LANGUAGES = ("ko", "ja", "tl", "zh-Hans", "th")
DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Reader:
    name: str
    sealed: str
    key: str


@dataclass(frozen=True)
class Readership:
    """Made once, for sealing an address and rendering a text take longer than writing them."""

    readers: list[Reader]
    remarks: list[tuple[str, str]]

    @classmethod
    def gathered(cls, plan: Plan) -> Readership:
        dice = plan.dice("readers")
        readers = [_reader(dice, number) for number in range(min(READERS, plan.replies))]
        texts = [remark(dice, dice.choice(LANGUAGES)) for _ in range(min(REMARKS, plan.replies))]
        return cls(readers, [(text, markup.render(text)) for text in texts])


def _reader(dice: Dice, number: int) -> Reader:
    address = f"reader{number}@example.org"
    named = name(dice, dice.choice(LANGUAGES)).roman
    return Reader(named, addresses.seal(address), addresses.key(address))


def replies(
    plan: Plan, number: int, drama: Drama, readership: Readership, first: int
) -> Iterator[Reply]:
    """As many as the plan says, oldest first, with primary keys from ``first`` on."""
    dice = plan.dice("replies", number)
    count = plan.replies_to(number)
    times = _times(dice, drama, plan.today, count)
    for place, created_at in enumerate(times):
        pk = first + place
        reply = _reply(dice, drama, pk, readership, created_at)
        if place and dice.chance(ANSWERS):
            reply.parent_id = pk - dice.randint(1, min(place, LATEST))
        reply.fingerprint = addresses.keyed_hash("generated", f"{plan.seed} {number} {place}")
        yield reply


def _times(dice: Dice, drama: Drama, today: datetime.date, count: int) -> list[datetime.datetime]:
    """Most in the first weeks, none before the release, and some ever after."""
    start = min(drama.released_on or today, today - datetime.timedelta(days=30))
    opened = datetime.datetime.combine(start, datetime.time(12), datetime.UTC)
    span = (today - start).days * DAY
    seconds = sorted(span * dice.random() ** 3 for _ in range(count))
    return [opened + datetime.timedelta(seconds=int(each)) for each in seconds]


def _reply(
    dice: Dice, drama: Drama, pk: int, readership: Readership, created_at: datetime.datetime
) -> Reply:
    reader = readership.readers[dice.skewed(len(readership.readers))]
    body, html = dice.choice(readership.remarks)
    state = STATES.draw(dice)
    was_shown = state in (State.PUBLISHED, State.REMOVED)
    decided_at = created_at + datetime.timedelta(hours=dice.randint(1, 30))
    return Reply(
        pk=pk,
        drama_id=drama.pk,
        name=reader.name,
        body=body,
        body_html=html,
        email_sealed=reader.sealed,
        email_key=reader.key,
        state=state,
        created_at=created_at,
        first_shown_at=decided_at if was_shown else None,
        decided_at=None if state == State.HELD else decided_at,
    )
