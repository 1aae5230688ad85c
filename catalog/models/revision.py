"""What a drama was at a time."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Drama
from catalog.models.image import Picture


class Revision(models.Model):
    """A drama with its parts, as ``catalog/revisions`` packs it.

    Its pictures are kept as long as it is. Who saved it is known as long as the editors' own
    log has the ``entry``; what an import or a command had written is ``found`` by a save.
    """

    drama = models.ForeignKey(Drama, models.CASCADE, related_name="revisions")
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    entry = models.ForeignKey("admin.LogEntry", models.SET_NULL, null=True, related_name="+")
    is_found = models.BooleanField(default=False)
    packed = models.BinaryField()
    digest = models.CharField(max_length=32)
    pictures = models.ManyToManyField(Picture, related_name="+")

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.drama}, {self.made_at:%Y-%m-%d %H:%M}"
