"""The facts of many dramas at once, in a dozen queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import F, QuerySet

from catalog.models import (
    CAST_ROLES,
    Credit,
    Drama,
    DramaTag,
    Episode,
    ExternalId,
    GalleryImage,
    Link,
    ListingFigures,
    Relation,
    Season,
)
from catalog.models.dates import PartialDate
from catalog.quality.facts import (
    CreditFacts,
    DramaFacts,
    EpisodeFacts,
    FiguresFacts,
    IdFacts,
    LinkFacts,
    PictureFacts,
    RelationFacts,
    SeasonFacts,
)

PLAIN = (
    *("pk", "title", "native_title", "original_language", "kind", "status", "runtime"),
    *("season_count", "episode_count", "synopsis", "summary", "about"),
)
DATES = ("released_on", "released_precision", "ended_on", "ended_precision")
PICTURE = ("pk", "alt", "width", "height")
Known = dict[int, DramaFacts]


def facts_of(ids: Collection[int]) -> list[DramaFacts]:
    """Of the dramas that are still there, by id."""
    known = {facts.pk: facts for facts in _dramas(ids)}
    _add_labels(known)
    _add_seasons(known)
    _add_credits(known)
    _add_relations(known)
    _add_pictures(known)
    for row in _of(known, ListingFigures, "source", "as_of", "rating", "votes", "watchers"):
        known[row[0]].figures.append(FiguresFacts(*row[1:]))
    for row in _of(known, Link, "kind", "url"):
        known[row[0]].links.append(LinkFacts(*row[1:]))
    for pk, source, value, claims in _of(known, ExternalId, "source", "value", "claims"):
        known[pk].ids.append(IdFacts(source, value, claims or {}))
    return list(known.values())


def _of(known: Known, noun: Any, *fields: str) -> Iterable[Any]:
    rows = noun.objects.filter(drama__in=known).order_by("pk")
    return rows.values_list("drama_id", *fields)


def _dramas(ids: Collection[int]) -> Iterable[DramaFacts]:
    visible = set(Drama.objects.published().filter(pk__in=ids).values_list("pk", flat=True))
    # What was merged into another is read there.
    rows = Drama.objects.filter(pk__in=ids, merged_into=None).order_by("pk")
    for row in rows.values_list(*PLAIN, *DATES):
        released, released_to, ended, ended_to = row[len(PLAIN) :]
        yield DramaFacts(
            **dict(zip(PLAIN, row, strict=False)),
            is_visible=row[0] in visible,
            released=PartialDate.of(released, released_to),
            ended=PartialDate.of(ended, ended_to),
        )


def _add_labels(known: Known) -> None:
    countries: QuerySet = Drama.countries.through._base_manager.filter(drama__in=known)
    for pk, code in countries.order_by("pk").values_list("drama_id", "country_id"):
        known[pk].countries += (code,)
    genres: QuerySet = Drama.genres.through._base_manager.filter(drama__in=known)
    for pk, name in genres.order_by("pk").values_list("drama_id", "genre__name"):
        known[pk].genres += (name,)
    for pk, name in _of(known, DramaTag, "tag__name"):
        known[pk].tags += (name,)


def _add_seasons(known: Known) -> None:
    seasons: dict[int, SeasonFacts] = {}
    rows = Season.objects.filter(drama__in=known).order_by("number", "pk")
    for pk, drama, number in rows.values_list("pk", "drama_id", "number"):
        seasons[pk] = SeasonFacts(pk, number)
        known[drama].seasons.append(seasons[pk])
    if not seasons:
        return
    episodes = Episode.objects.filter(season__drama__in=known).order_by("number")
    for row in episodes.values_list("season_id", "number", "air_date", "runtime"):
        seasons[row[0]].episodes.append(EpisodeFacts(*row[1:]))


def _add_credits(known: Known) -> None:
    fields = ("person_id", "person__name", "role", "character", "person__born_on")
    for pk, person, name, role, character, born_on in _of(known, Credit, *fields):
        credit = CreditFacts(person, name, role, character, born_on, role in CAST_ROLES)
        known[pk].credits.append(credit)


def _add_relations(known: Known) -> None:
    back = defaultdict(list)
    for drama, other, kind in Relation.objects.filter(other__in=known).values_list(
        "drama_id", "other_id", "kind"
    ):
        back[other, drama].append(kind)
    rows = list(_of(known, Relation, "kind", "other_id", "other__title", "other__released_on"))
    others = Drama.objects.published().filter(pk__in={row[2] for row in rows})
    visible = set(others.values_list("pk", flat=True)) if rows else set()
    for pk, kind, other, title, released in rows:
        ways = tuple(sorted(back[pk, other]))
        facts = RelationFacts(kind, other, title, other in visible, released, ways)
        known[pk].relations.append(facts)


def _add_pictures(known: Known) -> None:
    for place in ("poster", "backdrop"):
        rows = Drama.objects.filter(pk__in=known, **{f"{place}__isnull": False})
        for pk, *row in rows.values_list("pk", *(f"{place}__{name}" for name in PICTURE)):
            known[pk].pictures.append(PictureFacts(row[0], place, *row[1:]))
    shown = GalleryImage.objects.filter(drama__in=known).order_by("order", "number")
    columns = shown.annotate(of=F("drama_id")).values_list(
        "of", *(f"picture__{name}" for name in PICTURE)
    )
    for pk, *row in columns:
        known[pk].pictures.append(PictureFacts(row[0], "gallery", *row[1:]))
