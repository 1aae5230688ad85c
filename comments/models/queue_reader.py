"""Editors who want to be told by mail of what waits for them."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class QueueReaderQuerySet(models.QuerySet["QueueReader"]):
    def due(self, since: datetime.datetime) -> QueueReaderQuerySet:
        """Whom no mail was begun for after that, and who can be written to."""
        editors = self.filter(editor__is_active=True, editor__is_staff=True)
        due = editors.filter(Q(begun_at__isnull=True) | Q(begun_at__lte=since))
        return due.exclude(editor__email="").select_related("editor").order_by("pk")

    def begin(self, reader: QueueReader, at: datetime.datetime) -> bool:
        """Whether it is ours: of several workers one begins, and no other in the same interval."""
        return bool(self.filter(pk=reader.pk, begun_at=reader.begun_at).update(begun_at=at))


class QueueReader(models.Model):
    """``begun_at`` is when the last mail was about to be handed over, ``sent_at`` of which
    moment it told when the server had taken it."""

    editor = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("editor")
    )
    # Where it was asked for; links lead there when SITE_URL is not set.
    origin = models.CharField(max_length=300, editable=False)
    begun_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent_at = models.DateTimeField(_("last mail"), null=True, blank=True, editable=False)

    objects = QueueReaderQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail to an editor")
        verbose_name_plural = _("mail to editors")

    def __str__(self) -> str:
        return gettext("Mail about what waits, %(number)s") % {"number": self.pk}
