"""The log of moderation: who decided what, when, and how it is taken back."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments.models.reply import Reply, State

NOTE_LENGTH = 200


class OverruledError(Exception):
    """Something else was decided since: what is to be undone stands no more."""


class DecisionQuerySet(models.QuerySet["Decision"]):
    def write(
        self,
        reply: Reply,
        *,
        before: State,
        before_at: datetime.datetime | None = None,
        by: AbstractBaseUser | None = None,
        note: str = "",
    ) -> Decision:
        return self.create(
            reply=reply,
            by=by,
            by_name=by.get_username() if by else "",
            before=before,
            before_at=before_at,
            after=reply.state,
            note=note[:NOTE_LENGTH],
        )

    def undo(self, by: AbstractBaseUser) -> int:
        """How many could be taken back; each stands or falls by itself."""
        undone = 0
        for decision in self.order_by("-pk"):
            try:
                decision.undo(by)
            except OverruledError:
                continue
            undone += 1
        return undone


class Decision(models.Model):
    """``by_name`` outlives the account; "" is the site itself, or the author of the reply."""

    reply = models.ForeignKey(
        Reply, models.CASCADE, related_name="decisions", verbose_name=_("reply")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("editor"),
    )
    by_name = models.CharField(_("by"), max_length=150, blank=True)
    before = models.CharField(_("before"), max_length=9, choices=State)
    before_at = models.DateTimeField(null=True, blank=True)
    after = models.CharField(_("after"), max_length=9, choices=State)
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    note = models.CharField(_("note"), max_length=NOTE_LENGTH, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [models.Index(fields=["-made_at", "-id"], name="decisions_newest_first")]

    def __str__(self) -> str:
        return gettext("Decision %(number)s") % {"number": self.pk}

    @transaction.atomic
    def undo(self, by: AbstractBaseUser) -> None:
        """What the reply was before. Raises OverruledError if anything happened to it since."""
        reply = Reply.objects.select_for_update().filter(pk=self.reply_id).first()
        if reply is None or reply.is_withdrawn or reply.state != self.after:
            raise OverruledError
        if reply.decisions.filter(pk__gt=self.pk).exists():
            raise OverruledError
        note = gettext("takes back decision %(number)s") % {"number": self.pk}
        if not reply.put_back(State(self.before), self.before_at, by, note):
            raise OverruledError
