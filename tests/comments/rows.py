"""Conversations as rows, made up."""

import datetime
from functools import partial
from random import Random

from hypothesis import strategies as st

from comments.threads import Row

START = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


def row(pk, parent=None, is_published=True, at=None):
    minutes = datetime.timedelta(minutes=pk if at is None else at)
    return Row(pk, parent, is_published, START + minutes)


def chain(length):
    return [row(pk, pk - 1 or None) for pk in range(1, length + 1)]


def made_up(dice, size):
    return [
        row(
            pk,
            dice.choice([None, dice.randrange(1, pk)]) if pk > 1 else None,
            dice.choice([True, False]),
            at=dice.randrange(31),
        )
        for pk in range(1, size + 1)
    ]


# By dice rather than drawn row by row, which takes ten times as long.
conversations = partial(st.builds, made_up, st.builds(Random, st.integers(0)), st.integers(0, 60))
