"""What dramas are to one another."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RelationKind(models.TextChoices):
    """What the other drama is to this one."""

    SEQUEL = "sequel", _("Sequel")
    PREQUEL = "prequel", _("Prequel")
    REMAKE = "remake", _("Remake")
    ORIGINAL = "original", _("Original story")
    ADAPTATION = "adaptation", _("Adaptation")
    SPECIAL = "special", _("Special")
    SIDE_STORY = "side", _("Side story")
    PARENT_STORY = "parent", _("Parent story")
    SPINOFF = "spinoff", _("Spin-off")
    COMPILATION = "compilation", _("Compilation")
    SHARED_UNIVERSE = "universe", _("Shared universe")
    RELATED = "related", _("Related")


class Relation(models.Model):
    """``other`` is, say, the sequel of ``drama``."""

    drama = models.ForeignKey("catalog.Drama", models.CASCADE, related_name="relations")
    other = models.ForeignKey("catalog.Drama", models.CASCADE, related_name="inverse_relations")
    kind = models.CharField(_("kind"), max_length=12, choices=RelationKind)

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["drama", "other", "kind"], name="relation_once"),
            models.CheckConstraint(
                condition=~Q(drama=models.F("other")), name="related_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.other}"
