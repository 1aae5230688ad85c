"""Words and patterns that editors count as signs of spam."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dramasite.prepared import Prepared

MOST_POINTS = 20


class ListedWordQuerySet(models.QuerySet["ListedWord"]):
    def looked_for(self) -> list[tuple[str, int]]:
        """Pattern and points of those that count now. One query."""
        return _active.ask()


@Prepared
def _active() -> models.QuerySet[ListedWord, tuple[str, int]]:
    return ListedWord.objects.filter(is_active=True).order_by("pk").values_list("pattern", "points")


class ListedWord(models.Model):
    """comments/spam/patterns.py says what ``pattern`` means."""

    pattern = models.CharField(
        _("word or pattern"),
        max_length=100,
        unique=True,
        help_text=_(
            "Capitals and disguises make no difference. * stands for the rest of a word: casino* "
            "finds casinos, *coin finds bitcoin, earn * a week finds any one word between."
        ),
    )
    points = models.PositiveSmallIntegerField(
        _("points"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_POINTS)],
        help_text=_("What it adds to the sum by which the rules for spam decide."),
    )
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("For editors: why it is listed.")
    )
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Otherwise it is kept and not looked for.")
    )

    objects = ListedWordQuerySet.as_manager()

    class Meta:
        verbose_name = _("listed word")
        verbose_name_plural = _("listed words")
        ordering = ("pattern",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(points__gte=1, points__lte=MOST_POINTS),
                name="listed_word_has_points",
            ),
        ]

    def __str__(self) -> str:
        return self.pattern
