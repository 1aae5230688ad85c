"""What was taken in from a WordPress site, so that it is taken once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedPost(models.Model):
    """``source`` is the site's address, ``number`` its own number of the post.

    What was deleted here since stays known, and is not taken again.
    """

    source = models.CharField(_("source"), max_length=200)
    number = models.PositiveBigIntegerField(_("number"))
    drama = models.ForeignKey(
        "catalog.Drama", models.SET_NULL, null=True, blank=True, related_name="imported_posts"
    )
    page = models.ForeignKey(
        "catalog.Page", models.SET_NULL, null=True, blank=True, related_name="imported_posts"
    )
    picture = models.ForeignKey(
        "catalog.Picture", models.SET_NULL, null=True, blank=True, related_name="imported_posts"
    )

    class Meta:
        verbose_name = _("imported post")
        verbose_name_plural = _("imported posts")
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="imported_post_once")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.number}"
