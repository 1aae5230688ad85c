"""Conversations of any size, written at once."""

import datetime

from django.db.models import Max
from django.utils import timezone

from comments.models import Reply, State


def write_conversation(drama, number, parents=lambda pks: None, first=None):
    """Published replies, a second apart; ``parents`` says what each but the first answers, from
    the ids of those before it; ``first`` is the first id.
    """
    began = timezone.now() - datetime.timedelta(days=1)
    first = first or (Reply.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    pks = list(range(first, first + number))
    return Reply.objects.bulk_create(
        _reply(drama, pk, parents(pks[:place]) if place else None, began, place)
        for place, pk in enumerate(pks)
    )


def _reply(drama, pk, parent, began, place):
    moment = began + datetime.timedelta(seconds=place)
    said = {"name": f"Reader {pk}", "body": f"Said {pk}.", "state": State.PUBLISHED}
    known = {"parent_id": parent, "created_at": moment, "first_shown_at": moment}
    reply = Reply(pk=pk, drama=drama, **said, **known)
    reply.derive()
    return reply
