"""What dramas are sorted by: countries, networks, genres and tags."""

from __future__ import annotations

from typing import Self, cast

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Drama
from catalog.models.languages import country_name


class LabelQuerySet(models.QuerySet):
    def in_use(self) -> Self:
        """Those under which a visitor finds a drama."""
        dramas = cast(models.ManyToManyRel, self.model._meta.get_field("dramas"))
        found = Drama.objects.published().filter(**{dramas.field.name: models.OuterRef("pk")})
        return self.filter(models.Exists(found))


class Country(models.Model):
    code = models.CharField(_("ISO 3166-1 code"), max_length=2, primary_key=True)
    slug = models.SlugField(max_length=120, unique=True)

    objects = LabelQuerySet.as_manager()

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("country", args=[self.slug])

    @property
    def name(self) -> str:
        return country_name(self.code)


class Label(models.Model):
    """A name with a page of its own."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)

    objects = LabelQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse(self._meta.model_name, args=[self.slug])


class Genre(Label):
    class Meta(Label.Meta):
        verbose_name = _("genre")
        verbose_name_plural = _("genres")


class Tag(Label):
    class Meta(Label.Meta):
        verbose_name = _("tag")
        verbose_name_plural = _("tags")


class Network(Label):
    class Meta(Label.Meta):
        verbose_name = _("network")
        verbose_name_plural = _("networks")


class DramaTag(models.Model):
    """A tag on a drama; whether it gives the story away depends on the drama."""

    drama = models.ForeignKey("catalog.Drama", models.CASCADE, related_name="drama_tags")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="drama_tags")
    is_spoiler = models.BooleanField(_("spoiler"), default=False)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        # Whole for what similar dramas share: the rows themselves need not be read.
        indexes = [models.Index(fields=["tag", "is_spoiler", "drama"])]
        constraints = [models.UniqueConstraint(fields=["drama", "tag"], name="drama_tag_once")]

    def __str__(self) -> str:
        return str(self.tag)
