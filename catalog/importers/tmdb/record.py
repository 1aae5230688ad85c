"""The details of a series and its seasons become one record."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from catalog.importers import cells
from catalog.importers.cells import RefusedRow, Row
from catalog.importers.records import (
    DramaRecord,
    EpisodeRecord,
    FiguresRecord,
    LinkRecord,
    SeasonRecord,
    TagRecord,
    TitleRecord,
)
from catalog.importers.scripts import language_of_script
from catalog.importers.tmdb.people import credits_in, day_in, part
from catalog.importers.tmdb.words import KINDS, OTHER_IDS, STATES, language_of
from catalog.models import Kind, LinkKind, Source, Status
from catalog.models.dates import PartialDate

TITLE, EPISODE_TITLE, LABEL, RATING, ADDRESS = 200, 300, 120, 80, 500
OVER = (Status.ENDED, Status.CANCELLED)


def record_from(
    details: Row, seasons: Sequence[Row] = (), regions: Sequence[str] = ()
) -> DramaRecord:
    """``regions`` are countries of which the places to watch are named, beside the drama's own.

    Raises RefusedRow, which says what is wrong.
    """
    source_id = cells.identifier(details, "id")
    title = cells.text(details, "name", TITLE)
    if not title:
        raise RefusedRow(_("it has no title"))
    native = cells.text(details, "original_name", TITLE)
    countries = cells.texts(details, "origin_country", 2)
    status = STATES.get(cells.text(details, "status", LABEL).casefold(), "")
    ended = day_in(details, "last_air_date")
    return DramaRecord(
        source=Source.TMDB,
        source_id=source_id,
        title=title,
        kind=KINDS.get(cells.text(details, "type", LABEL).casefold(), Kind.SERIES),
        native_title="" if native == title else native,
        original_language=language_of(
            cells.text(details, "original_language", 12), countries[0] if countries else ""
        ),
        alternative_titles=_titles(details, {title, native}),
        countries=countries,
        networks=_names(details, "networks"),
        genres=_names(details, "genres"),
        tags=tuple(TagRecord(n) for n in _names(part(details, "keywords"), "results")),
        status=status,
        released=_partial(day_in(details, "first_air_date")),
        ended=_partial(ended) if status in OVER else None,
        content_rating=_rating(details, countries),
        runtime=_runtime(details, seasons),
        season_count=cells.whole_number(details, "number_of_seasons") or None,
        episode_count=cells.whole_number(details, "number_of_episodes") or None,
        synopsis=cells.prose(details, "overview"),
        synopsis_source="TMDB" if cells.prose(details, "overview") else "",
        links=tuple(dict.fromkeys(_links(details, [*countries, *regions]))),
        credits=credits_in(details),
        seasons=tuple(_season(season) for season in seasons),
        figures=_figures(details),
        other_ids=_other_ids(details),
    )


def _partial(day: datetime.date | None) -> PartialDate | None:
    return PartialDate(day) if day else None


def _names(row: Row, name: str) -> tuple[str, ...]:
    names = (cells.text(each, "name", LABEL) for each in cells.objects(row, name))
    return tuple(dict.fromkeys(each for each in names if each))


def _titles(details: Row, known: set[str]) -> tuple[TitleRecord, ...]:
    """Those of other countries, and those of the translations with their language."""
    titles: dict[str, str] = {}
    for row in cells.objects(part(details, "translations"), "translations"):
        name = cells.text(part(row, "data"), "name", TITLE)
        language = cells.text(row, "iso_639_1", LABEL)
        titles.setdefault(name, language_of(language, cells.text(row, "iso_3166_1", LABEL)))
    for row in cells.objects(part(details, "alternative_titles"), "results"):
        name = cells.text(row, "title", TITLE)
        titles.setdefault(name, language_of_script(name))
    return tuple(TitleRecord(t, tag) for t, tag in titles.items() if t and t not in known)


def _rating(details: Row, countries: Sequence[str]) -> str:
    """The one of the drama's own country, or else of the first that gives one, named with it."""
    rows = cells.objects(part(details, "content_ratings"), "results")
    ratings = {
        cells.text(row, "iso_3166_1", LABEL): cells.text(row, "rating", RATING - 5) for row in rows
    }
    given = [country for country in (*countries, *ratings) if ratings.get(country)]
    if not given:
        return ""
    return ratings[given[0]] if given[0] in countries else f"{ratings[given[0]]} ({given[0]})"


def _runtime(details: Row, seasons: Sequence[Row]) -> int | None:
    """In minutes: the usual one of the episodes, or what the details say."""
    episodes = (episode for season in seasons for episode in cells.objects(season, "episodes"))
    lengths = Counter(filter(None, (cells.whole_number(each, "runtime") for each in episodes)))
    if lengths:
        return lengths.most_common(1)[0][0]
    said = (cells.whole_number({"n": n}, "n") for n in cells.items(details, "episode_run_time"))
    return next((minutes for minutes in said if minutes), None)


def _links(details: Row, regions: Sequence[str]) -> Iterator[LinkRecord]:
    if address := _address(details, "homepage"):
        yield LinkRecord(LinkKind.OFFICIAL, address)
    for video in cells.objects(part(details, "videos"), "results"):
        key = cells.text(video, "key", LABEL)
        is_trailer = cells.text(video, "type", LABEL) in ("Trailer", "Teaser")
        if is_trailer and cells.text(video, "site", LABEL) == "YouTube" and key.isprintable():
            yield LinkRecord(LinkKind.TRAILER, f"https://www.youtube.com/watch?v={key}")
            break
    places = part(part(details, "watch/providers"), "results")
    for region in dict.fromkeys(regions):
        place = part(places, region)
        offers = [name for kind in ("flatrate", "free", "ads") for name in _providers(place, kind)]
        if offers and (address := _address(place, "link")):
            label = f"{', '.join(dict.fromkeys(offers))} ({region})"
            yield LinkRecord(LinkKind.WATCH, address, label[:LABEL])


def _providers(place: Row, kind: str) -> list[str]:
    return [cells.text(each, "provider_name", LABEL) for each in cells.objects(place, kind)]


def _address(row: Row, name: str) -> str:
    address = cells.text(row, name, 10_000)
    is_web = address.startswith(("https://", "http://")) and len(address) <= ADDRESS
    return address if is_web and " " not in address else ""


def _season(row: Row) -> SeasonRecord:
    number = cells.whole_number(row, "season_number")
    if number is None:
        raise RefusedRow(_("a season has no number"))
    name = cells.text(row, "name", TITLE)
    episodes = {e.number: e for e in map(_episode, cells.objects(row, "episodes"))}
    return SeasonRecord(
        number, "" if name == f"Season {number}" else name, tuple(episodes.values())
    )


def _episode(row: Row) -> EpisodeRecord:
    number = cells.whole_number(row, "episode_number")
    if number is None:
        raise RefusedRow(_("an episode has no number"))
    name = cells.text(row, "name", EPISODE_TITLE)
    return EpisodeRecord(
        number,
        title="" if name == f"Episode {number}" else name,
        air_date=day_in(row, "air_date"),
        runtime=cells.whole_number(row, "runtime") or None,
        summary=cells.prose(row, "overview"),
    )


def _figures(details: Row) -> FiguresRecord | None:
    votes, rating = cells.whole_number(details, "vote_count"), cells.number(details, "vote_average")
    if not votes or rating is None:
        return None
    if rating > 10:
        raise RefusedRow(_("vote_average is above 10"))
    return FiguresRecord(Source.TMDB, rating=rating.quantize(Decimal("0.1")), votes=votes)


def _other_ids(details: Row) -> tuple[tuple[str, str], ...]:
    ids = part(details, "external_ids")
    found = ((source, cells.text(ids, name, 100)) for name, source in OTHER_IDS.items())
    return tuple((str(source), value) for source, value in found if value)
