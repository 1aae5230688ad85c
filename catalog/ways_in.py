"""Ways into the catalogue: countries, genres and decades in which there is something to read."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, QuerySet, Subquery, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.browse.choice import browse_url
from catalog.models import Country, Drama, Genre
from catalog.models.languages import country_name

FIRST_DECADE = 1920


@dataclass(frozen=True, slots=True)
class Way:
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Countries and genres by name, the latest decade first."""

    countries: list[Way] = field(default_factory=list)
    genres: list[Way] = field(default_factory=list)
    decades: list[Way] = field(default_factory=list)


def ways_in(today: datetime.date) -> WaysIn:
    """One query; of each decade one drama is looked for, so that none leads to nothing."""
    countries = _part("country", Country.objects.in_use(), F("code"), "slug")
    genres = _part("genre", Genre.objects.in_use(), F("name"), "slug")
    decades = [_decade(year) for year in range(FIRST_DECADE, today.year + 10, 10)]
    found: defaultdict[str, list[Way]] = defaultdict(list)
    rows = countries.union(genres, *decades, all=True)
    for noun, name, slug in rows.order_by("noun", "way_name"):
        found[noun].append(_way(noun, name, slug))
    by_name = {noun: sorted(ways, key=lambda way: way.name) for noun, ways in found.items()}
    return WaysIn(
        by_name.get("country", []), by_name.get("genre", []), by_name.get("decade", [])[::-1]
    )


def _part(noun: str, rows: QuerySet, name: Any, slug: str) -> QuerySet:
    texts = rows.order_by().annotate(noun=Value(noun, CharField()), way_name=name, way_slug=F(slug))
    return texts.values_list("noun", "way_name", "way_slug")


def _decade(year: int) -> QuerySet:
    ten_years = (datetime.date(year, 1, 1), datetime.date(year + 9, 12, 31))
    within = Drama.objects.published().filter(released_on__range=ten_years)
    # Parts of a union have no limit of their own on SQLite; what they look up may have one.
    one = Drama.objects.filter(pk=Subquery(within.order_by("released_on").values("pk")[:1]))
    return _part("decade", one, Value(str(year), CharField()), "slug")


def _way(noun: str, name: str, slug: str) -> Way:
    if noun == "decade":
        return Way(_("%(year)ss") % {"year": name}, browse_url(years=f"{name}-{int(name) + 9}"))
    if noun == "country":
        name = country_name(name)
    return Way(name, reverse(noun, args=[slug]))
