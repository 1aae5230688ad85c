"""Somebody whose replies go to the spam for a time."""

from __future__ import annotations

import datetime
from enum import StrEnum

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments.models.reply import Reply


class By(StrEnum):
    """What somebody is known by: names of fields of a reply and of a ban."""

    ADDRESS = "email_key"
    BROWSER = "browser_key"
    NETWORK = "network_key"


# A network is lent to somebody else before long, and its keyed prefix is kept no longer.
LONGEST_OF_A_NETWORK = 30  # days


class UnknownPersonError(Exception):
    """The reply does not say, or no longer, by what its author could be known."""


class BanQuerySet(models.QuerySet["Ban"]):
    def active(self, now: datetime.datetime | None = None) -> BanQuerySet:
        return self.filter(Q(until__isnull=True) | Q(until__gt=now or timezone.now()))

    def of(self, keys: dict[str, str]) -> BanQuerySet:
        """Of any of these: values of the fields that By names. Empty ones are nobody's."""
        known = [Q(**{field: key}) for field, key in keys.items() if key]
        return self.filter(Q(*known, _connector=Q.OR)) if known else self.none()

    def impose(
        self, reply: Reply, known_by: By, *, days: int | None, editor: AbstractBaseUser
    ) -> Ban:
        """On whoever wrote the reply, by a key that it has. ``days`` None is without an end."""
        key = getattr(reply, known_by)
        if not key:
            raise UnknownPersonError
        if known_by == By.NETWORK:
            days = min(days or LONGEST_OF_A_NETWORK, LONGEST_OF_A_NETWORK)
        until = timezone.now() + datetime.timedelta(days=days) if days else None
        return self.create(
            reply=reply, until=until, by=editor, by_name=editor.get_username(), **{known_by: key}
        )


class Ban(models.Model):
    """By one key: that of an address, of a browser or of a network. No end is without an end."""

    email_key = models.CharField(max_length=64, blank=True, editable=False)
    browser_key = models.CharField(max_length=64, blank=True, editable=False)
    network_key = models.CharField(max_length=64, blank=True, editable=False)
    reply = models.ForeignKey(
        Reply,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="bans",
        verbose_name=_("because of"),
    )
    until = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("Empty: without an end.")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="bans",
        verbose_name=_("editor"),
    )
    by_name = models.CharField(_("by"), max_length=150, blank=True, editable=False)
    made_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = BanQuerySet.as_manager()

    class Meta:
        verbose_name = _("ban")
        verbose_name_plural = _("bans")
        constraints = [
            models.CheckConstraint(
                condition=(
                    ~Q(email_key="") & Q(browser_key="", network_key="")
                    | ~Q(browser_key="") & Q(email_key="", network_key="")
                    | ~Q(network_key="") & Q(email_key="", browser_key="")
                ),
                name="banned_by_one_key",
            ),
            models.CheckConstraint(
                condition=Q(network_key="") | Q(until__isnull=False), name="network_ban_ends"
            ),
        ]
        indexes = [
            models.Index(fields=[field], condition=~Q(**{field: ""}), name=f"ban_by_{field}")
            for field in By
        ]

    def __str__(self) -> str:
        return gettext("Ban %(number)s") % {"number": self.pk}

    def lift(self) -> None:
        self.until = timezone.now()
        self.save(update_fields=["until"])

    @property
    def known_by(self) -> By:
        return next(by for by in By if getattr(self, by))

    @property
    def is_active(self) -> bool:
        return self.until is None or self.until > timezone.now()
