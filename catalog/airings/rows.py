"""Who airs what on which day, in five queries over indexes."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from catalog.airings.words import Episodes, words
from catalog.models import Drama, Episode, Kind, ListingFigures, Season
from catalog.models.dates import Precision
from catalog.models.drama import DramaQuerySet

UNRANKED = 2**40  # behind every place of a listing
BEGINS, ENDS = "begins", "ends"
Key = tuple[datetime.date, int]  # a day and a drama, or a day and a season
Dated = dict[str, QuerySet]
Numbers = list[tuple[int, int]]  # of episodes, each with its id


@dataclass(frozen=True, slots=True)
class Span:
    """From ``first`` to ``last``, both within."""

    first: datetime.date
    last: datetime.date

    def days(self) -> Iterator[datetime.date]:
        for number in range((self.last - self.first).days + 1):
            yield self.first + datetime.timedelta(days=number)


@dataclass(frozen=True, slots=True)
class Row:
    """``mark`` tells the row apart from all others, and stays when its day is moved."""

    day: datetime.date
    drama_id: int
    mark: str
    episodes: Episodes | None = None
    begins: bool = False
    ends: bool = False

    def words(self, kind: str) -> str:
        """Of a drama of this kind; never the title of an episode, which may give it away."""
        in_one_piece = kind in (Kind.FILM, Kind.SPECIAL)
        return words(self.episodes, begins=self.begins, ends=self.ends, in_one_piece=in_one_piece)


def rows_of(span: Span, dramas: DramaQuerySet) -> list[Row]:
    """All of those of ``dramas`` that are published, by day, the most popular first."""
    seasons = Season.objects.filter(drama__in=dramas)
    aired = Episode.objects.filter(air_date__range=(span.first, span.last), season__in=seasons)
    return _sorted(aired, _dated(span, dramas))


def most_popular_rows(span: Span, most: int) -> list[Row]:
    """Of all dramas. Of a day with very many, ``most`` are looked at, those added last: so
    a month costs about as much with 100,000 titles as with a thousand.
    """
    of_days = [_last_added(day, most) for day in span.days()]
    return _sorted(
        Episode.objects.filter(reduce(or_, of_days)), _dated(span, Drama.objects.all(), most)
    )


def _last_added(day: datetime.date, most: int) -> Q:
    # An index has a day's seasons in this order, so that no more than these are read; a
    # window over the month took ten times as long.
    seasons = Episode.objects.filter(air_date=day).order_by("-season").values("season")
    return Q(air_date=day, season__in=seasons.distinct()[:most])


def _sorted(episodes: QuerySet[Episode], dated: Dated) -> list[Row]:
    occasions = _occasions(dated)
    aired = list(_aired(episodes, occasions))
    met = {(row.day, row.drama_id) for row in aired}
    rows = aired + [row for key, row in occasions.items() if key not in met]
    ranks = _ranks({row.drama_id for row in rows})
    return sorted(
        rows, key=lambda row: (row.day, ranks.get(row.drama_id, UNRANKED), row.drama_id, row.mark)
    )


def _aired(episodes: QuerySet[Episode], occasions: dict[Key, Row]) -> Iterator[Row]:
    together: defaultdict[Key, Numbers] = defaultdict(list)
    found = episodes.order_by().values_list("air_date", "season", "number", "pk")
    for day, season, number, pk in found:
        if day is not None:
            together[day, season].append((number, pk))
    seasons = _seasons({season for _day, season in together})
    for (day, season), numbers in together.items():
        if season not in seasons:
            continue  # of a draft
        season_number, drama = seasons[season]
        occasion = occasions.get((day, drama))
        (first, mark), (last, _pk) = min(numbers), max(numbers)
        yield Row(
            day,
            drama,
            mark=f"episode-{mark}",
            episodes=Episodes(season_number, first, last, len(numbers)),
            begins=bool(occasion and occasion.begins),
            ends=bool(occasion and occasion.ends),
        )


def _seasons(ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Number and drama of those whose drama is published."""
    shown = Exists(Drama.objects.published().filter(pk=OuterRef("drama")))
    found = Season.objects.filter(shown, pk__in=ids).order_by()
    return {pk: (number, drama) for pk, number, drama in found.values_list("pk", "number", "drama")}


def _ranks(dramas: Iterable[int]) -> dict[int, int]:
    """The best place in a listing's order of popularity, 1 being the first."""
    figures = ListingFigures.objects.filter(drama__in=dramas, popularity__isnull=False)
    # The best one comes last, and stays.
    places = figures.order_by("-popularity").values_list("drama", "popularity")
    return {drama: place for drama, place in places if place is not None}


def _occasions(dated: Dated) -> dict[Key, Row]:
    """The days on which a drama begins or ends."""
    found: defaultdict[Key, set[str]] = defaultdict(set)
    for what, rows in dated.items():
        for pk, day in rows:
            found[day, pk].add(what)
    return {
        (day, pk): Row(
            day,
            pk,
            mark=f"drama-{pk}-{BEGINS if BEGINS in what else ENDS}",
            begins=BEGINS in what,
            ends=ENDS in what,
        )
        for (day, pk), what in found.items()
    }


def _dated(span: Span, dramas: DramaQuerySet, most: int | None = None) -> Dated:
    """Ids and days of the dramas that begin, and of those that end."""
    return {
        BEGINS: _known_to_the_day(span, dramas, "released", most),
        ENDS: _known_to_the_day(span, dramas, "ended", most),
    }


def _known_to_the_day(span: Span, dramas: DramaQuerySet, date: str, most: int | None) -> QuerySet:
    day = f"{date}_on"
    known = {f"{day}__range": (span.first, span.last), f"{date}_precision": Precision.DAY}
    found = dramas.published().filter(**known).order_by()
    if most is not None:
        place = Window(RowNumber(), partition_by=F(day), order_by=F("pk").desc())
        found = found.annotate(place=place).filter(place__lte=most)
    return found.values_list("pk", day)
