"""Seasons and episodes, found by their numbers."""

from __future__ import annotations

from typing import Any

from catalog.importers.load.changes import Changes
from catalog.importers.load.chunk import Chunk
from catalog.importers.records import EpisodeRecord, SeasonRecord
from catalog.models import Episode, Season

COLUMNS = ("title", "native_title", "air_date", "runtime", "summary")


def write_episodes(chunk: Chunk) -> None:
    if not any(record.seasons for record in chunk.records):
        return
    seasons = _write_seasons(chunk)
    rows = Episode.objects.filter(season__in={season.pk for season, _ in seasons})
    known = {(row.season_id, row.number): row for row in rows}
    changes, made = Changes(Episode), []
    for season, record in seasons:
        for episode in record.episodes:
            row = known.get((season.pk, episode.number))
            if row is None:
                row = Episode(season=season, number=episode.number, **_columns_of(episode))
                known[season.pk, episode.number] = row
                made.append(row)
                chunk.touched.add(season.drama_id)
            elif changes.note(row, _columns_of(episode)):
                chunk.touched.add(season.drama_id)
    changes.save()
    Episode.objects.bulk_create(made)


def _columns_of(record: EpisodeRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in COLUMNS}


def _write_seasons(chunk: Chunk) -> list[tuple[Season, SeasonRecord]]:
    before = chunk.rows_before(Season.objects.all())
    changes = Changes(Season)
    made: list[Season] = []
    seasons = []
    for record, drama in chunk.pairs():
        rows = {row.number: row for row in before[drama.pk]}
        for season in record.seasons:
            row = rows.get(season.number)
            if row is None:
                row = Season(drama_id=drama.pk, number=season.number, title=season.title)
                rows[season.number] = row
                made.append(row)
                chunk.touched.add(drama.pk)
            elif changes.note(row, {"title": season.title}):
                chunk.touched.add(drama.pk)
            seasons.append((row, season))
    changes.save()
    Season.objects.bulk_create(made)
    return seasons
