"""Forgetting: what is past its time by the table of personal data, and what an author wishes."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.tasks import task

from comments.erasure import erase_at_wish
from comments.held import Held
from comments.kept import Kept
from comments.models import Reply
from comments.retention import PERSONAL

MOST_AT_A_TIME = 100


@task()
def apply_retention() -> dict[str, int]:
    """Each day; a run that was cut short is finished by the next. How many rows, by what."""
    return {str(kept.what): number for kept, number in forget_what_expired() if number}


def forget_what_expired(dry_run: bool = False) -> Iterator[tuple[Kept, int]]:
    """Row by row of the table, how much there was; a dry run only counts."""
    for kept in PERSONAL:
        found = kept.expired()
        if found is not None:
            yield kept, found.rows.count() if dry_run else found.forget_all()


def erase_as_wished(reply: Reply, by: AbstractBaseUser | None = None) -> int:
    """All of its author, or it alone if the author's address is forgotten; how many replies."""
    if not reply.email_key:
        erase_at_wish(reply, by)
        return 1
    held = Held(reply.email_key)
    number = held.replies.count()
    erase_held(held, by)
    return number


def erase_held(held: Held, by: AbstractBaseUser | None = None) -> None:
    """What is too much to wait for is erased in the background."""
    if held.erase(MOST_AT_A_TIME, by):
        erase_the_rest.enqueue(held.key)


@task()
def erase_the_rest(key: str) -> None:
    """Cut short, it goes on where it was."""
    held = Held(key)
    while held.erase(MOST_AT_A_TIME):
        continue
