"""Reading the log of changes."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Subquery, Value
from django.db.models.functions import Least

from catalog.models.change import DramaChange


class Mark(NamedTuple):
    """How far the log has been read: the last row, and its token."""

    pk: int = 0
    token: int = 0


def changes_since(mark: Mark) -> tuple[Mark, set[int] | None]:
    """The new mark and the ids of the dramas that changed; None when any of them may have.

    One query, whose last row is the log's last also when the log is behind the mark. That the
    row of the mark is still there proves that nothing is missing.
    """
    rows = DramaChange.objects.values_list("pk", "token", "drama_number").order_by("pk")
    newest = Subquery(DramaChange.objects.order_by("-pk").values("pk")[:1])
    log = list(rows.filter(pk__gte=Least(Value(mark.pk), newest)))
    if not log:
        return Mark(), None
    end = Mark(*log[-1][:2])
    changed = {number for _pk, _token, number in log[1:]}
    is_whole = log[0][:2] == mark and DramaChange.EVERY_DRAMA not in changed
    return end, changed if is_whole else None
