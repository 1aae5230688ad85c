"""What an editor answers: written and shown at once, under the editor's own name."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from comments.models import Reply
from comments.models.reply import NAME_LENGTH


class UnansweredError(Exception):
    """What was to be answered has been taken down meanwhile."""


def display_name(editor: AbstractUser) -> str:
    return (editor.get_full_name() or editor.get_username())[:NAME_LENGTH]


@transaction.atomic
def answer(reply: Reply, body: str, editor: AbstractUser) -> Reply:
    """What is answered is approved first, if it waits.

    Raises UnansweredError and DuplicateReplyError, and then changes nothing. The answer is
    decided on like any other reply, so that the log names it and undo takes it back.
    """
    found = Reply.objects.select_for_update().select_related("drama").filter(pk=reply.pk)
    now = found.first()
    if now is None:
        raise UnansweredError
    if now.is_held:
        now.approve(editor)
    if not now.is_published:
        raise UnansweredError
    said = Reply.objects.post(
        now.drama, name=display_name(editor), body=body, parent=now, editor=editor
    )
    said.approve(editor)
    return said
