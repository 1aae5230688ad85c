"""The drama, and what belongs to it alone."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models.addresses import Addressed
from catalog.models.dates import PartialDate, Precision
from catalog.models.languages import language_name
from catalog.models.publication import (
    LATER,
    Publication,
    published_since,
    scheduled_for_a_time,
    this_second,
    until,
    visible,
)
from catalog.models.synopsis import opening

# Ids of one file of the sitemap
BUCKET = 20_000


class Kind(models.TextChoices):
    SERIES = "series", _("series")
    SPECIAL = "special", _("special")
    FILM = "film", _("film")
    SHOW = "show", _("show")


class Status(models.TextChoices):
    UPCOMING = "upcoming", _("Upcoming")
    AIRING = "airing", _("Airing")
    ENDED = "ended", _("Ended")
    CANCELLED = "cancelled", _("Cancelled")


def date_and_precision_together(date: str, precision: str) -> models.CheckConstraint:
    """A date has a precision, and a precision has a date."""
    both = Q(**{f"{date}__isnull": False}) & ~Q(**{precision: ""})
    neither = Q(**{f"{date}__isnull": True, precision: ""})
    return models.CheckConstraint(condition=both | neither, name=f"{date}_has_precision")


def _ends_after_it_begins() -> models.CheckConstraint:
    both_days = Q(released_precision=Precision.DAY, ended_precision=Precision.DAY)
    return models.CheckConstraint(
        condition=~both_days | Q(ended_on__gte=models.F("released_on")), name="ends_after_it_begins"
    )


class DramaQuerySet(models.QuerySet["Drama"]):
    def published(self, at: datetime.datetime | None = None) -> DramaQuerySet:
        return self.filter(visible(at))

    def scheduled_after(self, at: datetime.datetime) -> DramaQuerySet:
        """What comes out by itself later than that."""
        return self.filter(publication=Publication.SCHEDULED, publish_at__gt=at)

    def newest_first(self) -> DramaQuerySet:
        return self.order_by(models.F("released_on").desc(nulls_last=True), "pk")

    def out_by_schedule(self) -> DramaQuerySet:
        """Published by the clock, newest first: nothing was written when that happened."""
        out = self.published().filter(publication=Publication.SCHEDULED)
        return out.order_by("-publish_at")

    def over(self) -> DramaQuerySet:
        """Published until a time that is past."""
        public = self.exclude(publication=Publication.DRAFT)
        return public.filter(unpublish_at__lte=timezone.now())

    def not_in_state(self, state: str) -> DramaQuerySet:
        """Those of which ``set_publication`` would make something else."""
        return self.exclude(publication=state)

    def set_publication(self, state: Publication) -> int:
        """As ``save`` would, in one query; how many there are. An end that is past goes."""
        now = this_second()
        if state != Publication.PUBLISHED:
            return self.update(publication=state, changed_at=timezone.now())
        since = Case(When(publish_at__lte=now, then="publish_at"), default=Value(now))
        until = Case(When(unpublish_at__lte=timezone.now(), then=None), default="unpublish_at")
        return self.update(
            publication=state, changed_at=timezone.now(), publish_at=since, unpublish_at=until
        )

    def newest_here_first(self) -> DramaQuerySet:
        """In the order in which visitors have come to see them."""
        return self.filter(publish_at__isnull=False).order_by("-publish_at", "-pk")

    def airing(self) -> DramaQuerySet:
        return self.filter(status=Status.AIRING)

    def upcoming(self) -> DramaQuerySet:
        return self.filter(status=Status.UPCOMING)

    def released_by(self, day: datetime.date) -> DramaQuerySet:
        return self.filter(released_on__lte=day)

    def released_in(self, year: int) -> DramaQuerySet:
        return self.filter(released_on__year=year)

    def coming(self, day: datetime.date) -> DramaQuerySet:
        """Announced, and not certainly out by ``day``: the soonest first, without a date last."""
        known = Q(released_precision=Precision.DAY, released_on__gte=day)
        month = Q(released_precision=Precision.MONTH, released_on__gte=day.replace(day=1))
        year = Q(released_precision=Precision.YEAR, released_on__gte=day.replace(month=1, day=1))
        dated = known | month | year
        soonest = models.F("released_on").asc(nulls_last=True)
        return self.upcoming().filter(dated | Q(released_on=None)).order_by(soonest, "pk")

    def with_posters(self) -> DramaQuerySet:
        return self.select_related("poster")


class Drama(Addressed):
    """``runtime`` in minutes; ``original_language`` is a BCP 47 tag.

    ``publish_at`` is when visitors may read it; of what is published, since when they do.
    From ``unpublish_at`` on they do not any more, whatever ``publication`` says.
    Only ``save`` sets ``publish_at``; whoever writes in bulk does so himself. ``changed_at`` is
    when what its page says of it was last written; replies do not count.
    """

    title = models.CharField(_("title"), max_length=200)
    native_title = models.CharField(_("native title"), max_length=200, blank=True)
    original_language = models.CharField(_("original language"), max_length=12, blank=True)
    slug = models.SlugField(max_length=140, unique=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.SERIES)
    status = models.CharField(_("status"), max_length=10, choices=Status, blank=True)
    released_on = models.DateField(_("release date"), null=True, blank=True)
    released_precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision, blank=True
    )
    ended_on = models.DateField(_("end date"), null=True, blank=True)
    ended_precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision, blank=True
    )
    countries = models.ManyToManyField(
        "catalog.Country", related_name="dramas", blank=True, verbose_name=_("countries")
    )
    networks = models.ManyToManyField(
        "catalog.Network", related_name="dramas", blank=True, verbose_name=_("networks")
    )
    genres = models.ManyToManyField(
        "catalog.Genre", related_name="dramas", blank=True, verbose_name=_("genres")
    )
    tags = models.ManyToManyField(
        "catalog.Tag",
        through="catalog.DramaTag",
        related_name="dramas",
        blank=True,
        verbose_name=_("tags"),
    )
    content_rating = models.CharField(_("content rating"), max_length=80, blank=True)
    runtime = models.PositiveIntegerField(_("runtime in minutes"), null=True, blank=True)
    season_count = models.PositiveIntegerField(_("seasons"), null=True, blank=True)
    episode_count = models.PositiveIntegerField(_("episodes"), null=True, blank=True)
    synopsis = models.TextField(_("synopsis"), blank=True)
    synopsis_source = models.CharField(_("source of the synopsis"), max_length=200, blank=True)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("When empty, the opening of the synopsis is shown.")
    )
    about = models.TextField(
        _("about"), blank=True, help_text=_("When empty, composed from the facts below.")
    )
    poster = models.ForeignKey(
        "catalog.Picture", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    backdrop = models.ForeignKey(
        "catalog.Picture", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    publication = models.CharField(
        _("publication"), max_length=10, choices=Publication, default=Publication.DRAFT
    )
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    unpublish_at = until()
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="merged"
    )
    preview_round = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = DramaQuerySet.as_manager()

    class Meta:
        verbose_name = _("drama")
        verbose_name_plural = _("dramas")
        indexes = [
            models.Index(fields=["-released_on", "id"]),
            models.Index(fields=["status", "-released_on"]),
            models.Index(fields=["title", "id"]),
            models.Index(fields=["-publish_at", "-id"], name="newest_here"),
            models.Index(
                models.F("id") / BUCKET,
                "changed_at",
                condition=~Q(publication=Publication.DRAFT),
                name="newest_change_in_bucket",
            ),
            models.Index(fields=["ended_on"]),
            models.Index(
                fields=["publish_at"],
                condition=Q(publication=Publication.SCHEDULED),
                name="scheduled_dramas",
            ),
        ]
        constraints = [
            date_and_precision_together("released_on", "released_precision"),
            date_and_precision_together("ended_on", "ended_precision"),
            _ends_after_it_begins(),
            scheduled_for_a_time("scheduled_for_a_time"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, **kwargs: Any) -> None:
        fields = kwargs.get("update_fields")
        if fields is None or "publication" in fields:
            self.publish_at = published_since(self)
            kwargs["update_fields"] = fields and {*fields, "publish_at"}
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("drama", args=[self.slug])

    @property
    def comes_out_later(self) -> bool:
        is_scheduled = self.publication == Publication.SCHEDULED
        return is_scheduled and (self.publish_at or LATER) > timezone.now()

    @property
    def is_over(self) -> bool:
        return (
            self.publication != Publication.DRAFT and (self.unpublish_at or LATER) <= timezone.now()
        )

    @property
    def released(self) -> PartialDate | None:
        return PartialDate.of(self.released_on, self.released_precision)

    @released.setter
    def released(self, date: PartialDate | None) -> None:
        self.released_on, self.released_precision = PartialDate.columns(date)

    @property
    def ended(self) -> PartialDate | None:
        return PartialDate.of(self.ended_on, self.ended_precision)

    @ended.setter
    def ended(self, date: PartialDate | None) -> None:
        self.ended_on, self.ended_precision = PartialDate.columns(date)

    @property
    def language(self) -> str:
        """The original language's name in the site's language."""
        return language_name(self.original_language)

    @property
    def lead(self) -> str:
        return self.summary or opening(self.synopsis)
