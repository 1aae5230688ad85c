"""One thread is closed: nobody answers any more what stands in it. The rest goes on."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from comments.models import Reply


def close_thread(reply: Reply) -> None:
    """The whole of it, from its top, wherever in it the reply stands. Two queries."""
    *_, top = _upwards(reply)
    Reply.objects.filter(pk=top).update(thread_closed_at=timezone.now())


def open_thread(reply: Reply) -> None:
    Reply.objects.filter(pk__in=list(_upwards(reply))).update(thread_closed_at=None)


def is_thread_closed(reply: Reply) -> bool:
    """One query, or two where any thread of the drama is closed."""
    found = Reply.objects.filter(drama=reply.drama_id, thread_closed_at__isnull=False)
    closed = set(found.values_list("pk", flat=True))
    return bool(closed) and not closed.isdisjoint(_upwards(reply))


def _upwards(reply: Reply) -> Iterator[int]:
    """It, and what visitors see above it."""
    shown = Reply.objects.filter(drama=reply.drama_id, first_shown_at__isnull=False)
    parents = dict(shown.values_list("pk", "parent"))
    yield reply.pk
    above = reply.parent_id
    while above in parents:
        yield above
        above = parents[above]
