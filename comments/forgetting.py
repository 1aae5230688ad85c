"""Applies the table of personal data: what is past its time is forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from django.tasks import task

from comments.retention import PERSONAL, Kept


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
