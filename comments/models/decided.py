"""In what state a reply is, and who may change that: editors, the site, and its author."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.signals import decided

DECISION = ("state", "decided_at", "first_shown_at")


class State(models.TextChoices):
    """Sorted by value, what waits comes first."""

    HELD = "held", _("held")
    PUBLISHED = "published", _("published")
    REMOVED = "removed", _("removed")
    SPAM = "spam", _("spam")


class Decided(models.Model):
    """What decides says whether it could: not on what its author has erased or withdrawn."""

    state = models.CharField(_("state"), max_length=9, choices=State, default=State.HELD)
    first_shown_at = models.DateTimeField(_("first shown"), null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def approve(self, by: AbstractBaseUser | None = None, note: str = "") -> bool:
        return self._decide(State.PUBLISHED, timezone.now(), by, note)

    def mark_spam(self, by: AbstractBaseUser | None = None, note: str = "") -> bool:
        return self._decide(State.SPAM, timezone.now(), by, note)

    def remove(self, by: AbstractBaseUser | None = None, note: str = "") -> bool:
        return self._decide(State.REMOVED, timezone.now(), by, note)

    def hold(self, by: AbstractBaseUser | None = None, note: str = "") -> bool:
        """Back to those that wait: no decision any more."""
        return self._decide(State.HELD, None, by, note)

    def put_back(
        self,
        state: State,
        decided_at: datetime.datetime | None,
        by: AbstractBaseUser | None,
        note: str = "",
    ) -> bool:
        """As it was before a decision, which is a decision too."""
        return self._decide(state, decided_at, by, note)

    def judge(self, state: State, note: str = "") -> None:
        """By the site alone, until an editor looks."""
        self._decide(state, None, None, note)

    @property
    def is_held(self) -> bool:
        return self.state == State.HELD

    @property
    def is_published(self) -> bool:
        return self.state == State.PUBLISHED

    @property
    def is_removed(self) -> bool:
        return self.state == State.REMOVED

    @property
    def is_spam(self) -> bool:
        return self.state == State.SPAM

    @property
    def is_undecided(self) -> bool:
        """It waits, or the site alone took it for spam: an editor has yet to look at it."""
        return self.is_held or (self.is_spam and self.decided_at is None)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_erased(self) -> bool:
        """Nothing is left of it but its place: comments/erasure.py."""
        return self.erased_at is not None

    @transaction.atomic
    def _decide(
        self,
        state: State,
        decided_at: datetime.datetime | None,
        by: AbstractBaseUser | None,
        note: str,
    ) -> bool:
        # Somebody else may have decided since this row was read, or its author withdrawn it.
        model = type(self)
        now = model._default_manager.select_for_update().only(
            *DECISION, "withdrawn_at", "erased_at"
        )
        stands = now.filter(pk=self.pk).first()
        if stands is None or stands.is_erased:
            return False
        if stands.is_withdrawn and state in (State.HELD, State.PUBLISHED):
            # His to take back, and nobody's to bring back.
            return False
        before, before_at = State(stands.state), stands.decided_at
        self.state, self.decided_at = state, decided_at
        first_time = timezone.now() if state == State.PUBLISHED else None
        self.first_shown_at = stands.first_shown_at or first_time
        self.save(update_fields=DECISION)
        decided.send(model, reply=self, before=before, by=by, note=note, before_at=before_at)
        return True
