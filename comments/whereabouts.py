"""The address of the page on which a reply stands, however its drama's replies are read."""

from __future__ import annotations

from django.urls import reverse

from comments.discussion import AS_IT_COMES, Discussion
from comments.reading import Reading


def address_of(discussion: Discussion, reply: int, reading: Reading = AS_IT_COMES) -> str | None:
    """With its fragment; where the reply is folded, of a page that shows it. None: nowhere."""
    standing = discussion.standing(reply, reading.order)
    if standing is None:
        return None
    reading = reading.but(opened=reply if standing.is_folded else 0)
    if standing.part > 1:
        page = reverse("thread", args=[standing.thread]) + reading.address_query(standing.part)
    elif standing.page == 1 and reading == AS_IT_COMES:
        page = discussion.drama.get_absolute_url()
    else:
        listed = reverse("replies", args=[discussion.drama.slug])
        page = listed + reading.address_query(standing.page)
    return f"{page}#reply-{reply}"
