"""What other sites say of our nouns, and the addresses that these once had."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    MYDRAMALIST = "mydramalist", "MyDramaList"
    TMDB = "tmdb", "TMDB"
    IMDB = "imdb", "IMDb"
    WIKIDATA = "wikidata", "Wikidata"
    WORDPRESS = "wordpress", "WordPress"
    DEMO = "demo", _("demo catalogue")


class ListingFigures(models.Model):
    """Figures of another site, always shown with their source and date, never as our own."""

    drama = models.ForeignKey("catalog.Drama", models.CASCADE, related_name="figures")
    source = models.CharField(_("source"), max_length=12, choices=Source)
    rating = models.DecimalField(
        _("rating"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(10)],
    )
    votes = models.PositiveIntegerField(_("votes"), null=True, blank=True)
    rank = models.PositiveIntegerField(_("rank"), null=True, blank=True)
    popularity = models.PositiveIntegerField(_("popularity rank"), null=True, blank=True)
    watchers = models.PositiveIntegerField(_("watchers"), null=True, blank=True)
    as_of = models.DateField(_("as of"))

    class Meta:
        verbose_name = _("listing figures")
        verbose_name_plural = _("listing figures")
        ordering = ["source"]
        indexes = [
            models.Index(fields=["source", "-rating", "-votes", "drama"]),
            models.Index(fields=["popularity", "drama"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["drama", "source"], name="figures_once_a_source"),
            models.CheckConstraint(
                condition=models.Q(rating__isnull=True) | models.Q(rating__range=(0, 10)),
                name="rating_within_ten",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()}, {self.as_of}"


def _of_one_noun() -> models.Q:
    drama, person = models.Q(drama__isnull=True), models.Q(person__isnull=True)
    return (drama & ~person) | (~drama & person)


class ExternalId(models.Model):
    """The id by which a source knows a drama or a person, and what the source claims of it.

    ``claims`` is read and written by ``catalog.claims``; null means that it was imported
    before claims were kept.
    """

    source = models.CharField(_("source"), max_length=12, choices=Source)
    value = models.CharField(_("id"), max_length=100)
    drama = models.ForeignKey(
        "catalog.Drama", models.CASCADE, null=True, blank=True, related_name="external_ids"
    )
    person = models.ForeignKey(
        "catalog.Person", models.CASCADE, null=True, blank=True, related_name="external_ids"
    )
    claims = models.JSONField(_("claims"), null=True, default=dict, editable=False)

    class Meta:
        verbose_name = _("external id")
        verbose_name_plural = _("external ids")
        constraints = [
            models.CheckConstraint(condition=_of_one_noun(), name="external_id_of_one_noun"),
            models.UniqueConstraint(
                fields=["source", "value"],
                condition=models.Q(drama__isnull=False),
                name="external_drama_once",
            ),
            models.UniqueConstraint(
                fields=["source", "value"],
                condition=models.Q(person__isnull=False),
                name="external_person_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()} {self.value}"


class FormerSlug(models.Model):
    """An address that once was a drama's or a person's, and leads to it still."""

    slug = models.SlugField(max_length=140)
    drama = models.ForeignKey(
        "catalog.Drama", models.CASCADE, null=True, blank=True, related_name="former_slugs"
    )
    person = models.ForeignKey(
        "catalog.Person", models.CASCADE, null=True, blank=True, related_name="former_slugs"
    )

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [
            models.CheckConstraint(condition=_of_one_noun(), name="former_slug_of_one_noun"),
            models.UniqueConstraint(
                fields=["slug"],
                condition=models.Q(drama__isnull=False),
                name="former_drama_slug_once",
            ),
            models.UniqueConstraint(
                fields=["slug"],
                condition=models.Q(person__isnull=False),
                name="former_person_slug_once",
            ),
        ]

    def __str__(self) -> str:
        return self.slug
