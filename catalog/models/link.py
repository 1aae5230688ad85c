"""Addresses elsewhere that belong to a drama."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkKind(models.TextChoices):
    OFFICIAL = "official", _("Official site")
    TRAILER = "trailer", _("Trailer")
    WATCH = "watch", _("Where to watch")


class Link(models.Model):
    """The official site, a trailer, or a place to watch the drama."""

    drama = models.ForeignKey("catalog.Drama", models.CASCADE, related_name="links")
    kind = models.CharField(_("kind"), max_length=8, choices=LinkKind)
    label = models.CharField(_("label"), max_length=120, blank=True)
    url = models.URLField(_("address"), max_length=500)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["kind", "pk"]
        constraints = [models.UniqueConstraint(fields=["drama", "kind", "url"], name="link_once")]

    def __str__(self) -> str:
        return self.label or self.url
