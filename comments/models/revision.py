"""What a reply said before its author corrected it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments.models.reply import NAME_LENGTH, WEBSITE_LENGTH, Reply


class Revision(models.Model):
    """For editors alone: visitors read what it says now."""

    reply = models.ForeignKey(
        Reply, models.CASCADE, related_name="revisions", verbose_name=_("reply")
    )
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    website = models.URLField(_("website"), max_length=WEBSITE_LENGTH, blank=True)
    body = models.TextField(_("comment"))
    about_episode = models.PositiveSmallIntegerField(_("about episode"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("replaced"), default=timezone.now)

    class Meta:
        verbose_name = _("earlier text")
        verbose_name_plural = _("earlier texts")

    def __str__(self) -> str:
        # No word of the visitor's, as of a reply.
        return gettext("Reply %(number)s as it was") % {"number": self.reply_id}
