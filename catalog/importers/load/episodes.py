"""Seasons and episodes, found by their numbers.

What the source has named before and is not there any more was removed by an editor, or has
another number now: it is not made again.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from catalog.claims import Claims
from catalog.importers.load.changes import Changes, spoken
from catalog.importers.load.chunk import Chunk
from catalog.importers.load.differences import Difference
from catalog.importers.records import EpisodeRecord, SeasonRecord
from catalog.models import Episode, Season

FIELDS = ("title", "native_title", "air_date", "runtime", "summary")


class Said(NamedTuple):
    """A season with its row, and the claims of whoever names it."""

    row: Season
    record: SeasonRecord
    claims: Claims


def write_episodes(chunk: Chunk) -> None:
    if not any(record.seasons for record in chunk.records):
        return
    seasons = _write_seasons(chunk)
    rows = Episode.objects.filter(season__in={said.row.pk for said in seasons})
    known = {(row.season_id, row.number): row for row in rows}
    changes = Changes(Episode)
    made: list[Episode] = []
    for said in seasons:
        _weigh_episodes(chunk, said, known, changes, made)
    changes.save()
    Episode.objects.bulk_create(made)


def _weigh_episodes(
    chunk: Chunk,
    said: Said,
    known: dict[tuple[int, int], Episode],
    changes: Changes,
    made: list[Episode],
) -> None:
    season, record, claims = said
    field = f"seasons.{season.number}.episodes"
    given, named = claims.given(field) or [], set(claims.named(field))
    for episode in record.episodes:
        row = known.get((season.pk, episode.number))
        prefix = f"{field}.{episode.number}."
        if row is not None:
            differences = changes.weigh(row, claims, _fields_of(episode), prefix)
            chunk.tell(season.drama_id, differences)
            continue
        is_taken = episode.number not in named
        told = Difference(field, None, f"{episode.number} {episode.title}".strip(), is_taken)
        chunk.tell(season.drama_id, [told])
        if is_taken:
            row = Episode(season=season, number=episode.number, **spoken(_fields_of(episode)))
            known[season.pk, episode.number] = row
            made.append(row)
            for name, value in spoken(_fields_of(episode)).items():
                claims.begin(prefix + name, value)
    if record.episodes:
        claims.give(field, [*given, *(episode.number for episode in record.episodes)])


def _fields_of(record: EpisodeRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in FIELDS}


def _write_seasons(chunk: Chunk) -> list[Said]:
    before = chunk.rows_before(Season.objects.all())
    changes = Changes(Season)
    made: list[Season] = []
    seasons = []
    for record, drama, claims in chunk.pairs():
        rows = {row.number: row for row in before[drama.pk]}
        given, named = claims.given("seasons") or [], claims.named("seasons")
        for season in record.seasons:
            prefix = f"seasons.{season.number}."
            row = rows.get(season.number)
            if row is not None:
                differences = changes.weigh(row, claims, {"title": season.title}, prefix)
                chunk.tell(drama.pk, differences)
                seasons.append(Said(row, season, claims))
                continue
            is_taken = season.number not in named
            chunk.tell(drama.pk, [Difference("seasons", None, season.number, is_taken)])
            if is_taken:
                row = Season(drama_id=drama.pk, number=season.number, title=season.title)
                rows[season.number] = row
                made.append(row)
                for name, value in spoken({"title": season.title}).items():
                    claims.begin(prefix + name, value)
                seasons.append(Said(row, season, claims))
        if record.seasons:
            claims.give("seasons", [*given, *(season.number for season in record.seasons)])
    changes.save()
    Season.objects.bulk_create(made)
    return seasons
