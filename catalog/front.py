"""What stands on the front page: what to read first, shelves, and the ways in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.best import Best
from catalog.models import Drama, Episode, Pick, Status
from catalog.models.drama import DramaQuerySet

ON_A_SHELF = 6


@dataclass(frozen=True, slots=True)
class Card:
    """A drama, and what is said under its title."""

    drama: Drama
    note: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """The drama that opens the page; ``kicker`` says why it does."""

    drama: Drama
    kicker: str
    lead: str


def feature(pick: Pick | None, best: Best | None, newest: Iterable[Drama]) -> Feature | None:
    """The editor's pick; else the best rated; else the newest."""
    if pick:
        return Feature(pick.drama, _("Editor’s pick"), pick.lead)
    if best:
        drama, words = best.rows[0].drama, {"source": best.source}
        return Feature(drama, _("Best rated on %(source)s") % words, drama.lead)
    first = next(iter(newest), None)
    return Feature(first, _("New here"), first.lead) if first else None


def airing(today: datetime.date) -> list[Card]:
    """One query; with the day of the next episode, where it is known."""
    to_come = Episode.objects.filter(season__drama=OuterRef("pk"), air_date__gte=today)
    first = Subquery(to_come.order_by("air_date").values("air_date")[:1])
    shown = _shown(Drama.objects.airing().newest_first().annotate(next_air_date=first))
    return [Card(drama, _next(drama.next_air_date, today)) for drama in shown]


def coming(today: datetime.date) -> list[Card]:
    return [Card(drama, _from(drama)) for drama in _shown(Drama.objects.coming(today))]


def newest(today: datetime.date) -> list[Drama]:
    """One query; with backdrops, since the first may open the page."""
    out = Drama.objects.released_by(today).exclude(status=Status.UPCOMING)
    return list(_shown(out.newest_first().select_related("backdrop")))


def without(feature: Feature | None, cards: list[Card]) -> list[Card]:
    """A shelf: never what stands on top of the page already."""
    above = feature.drama if feature else None
    return [card for card in cards if card.drama != above][:ON_A_SHELF]


def _shown(dramas: DramaQuerySet) -> QuerySet:
    # One more than a shelf holds: one of them may stand above it already.
    return dramas.published().with_posters()[: ON_A_SHELF + 1]


def _next(day: datetime.date | None, today: datetime.date) -> str:
    if day is None:
        return ""
    if day == today:
        return _("Next episode: today")
    return _("Next episode: %(date)s") % {"date": date_format(day, "MONTH_DAY_FORMAT")}


def _from(drama: Drama) -> str:
    return drama.released.spoken() if drama.released else _("The date is not known yet")
