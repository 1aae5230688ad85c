"""Sealing every address with the newest key, while the site is served.

Rows are taken in the order of their numbers, some hundred in a transaction. A row is changed
only if it still is as it was read, and left alone if it is as it should be: a run may be cut
short and begun again at any time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models, transaction
from django.views.decorators.debug import sensitive_variables

from comments import addresses
from comments.addresses import UnreadableAddressError
from comments.models import Recipient, Reply

BATCH = 300
# Every model with an address has it in "email_sealed" and its hash in "email_key"; the check
# in comments/checks.py finds those that are missing here.
SEALED: tuple[type[models.Model], ...] = (Reply, Recipient)

# What became of a row.
CHANGED, UNREADABLE, OTHER_PEPPER = "changed", "unreadable", "other pepper"


def seal_anew() -> Counter[str]:
    """How many addresses were sealed anew, cannot be read, have a hash of another pepper."""
    found: Counter[str] = Counter()
    for model in SEALED:
        rows = model._default_manager.exclude(email_sealed="").only("email_sealed", "email_key")
        for some in batches(rows):
            found.update(outcome for row in some for outcome in _seal_row_anew(row))
    return found


def batches(rows: models.QuerySet[Any]) -> Iterator[Iterable[Any]]:
    """Each is to be worked off before the next is asked for: it is a transaction of its own."""
    last = 0
    while some := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        with transaction.atomic():
            yield some
        last = some[-1].pk


@sensitive_variables()
def _seal_row_anew(row: Any) -> Iterator[str]:
    try:
        fresh = addresses.sealed_anew(row.email_sealed)
        key = addresses.key(addresses.unseal(fresh))
    except UnreadableAddressError:
        yield UNREADABLE
        return
    if key != row.email_key:
        yield OTHER_PEPPER
    # Only if nobody has emptied or replaced it since it was read.
    same = type(row)._default_manager.filter(pk=row.pk, email_sealed=row.email_sealed)
    if fresh != row.email_sealed and same.update(email_sealed=fresh):
        yield CHANGED
