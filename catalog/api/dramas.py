"""Dramas: many in short, and one in full."""

from __future__ import annotations

from typing import Any

from pyroaring import BitMap

from catalog import models
from catalog.api import shapes
from catalog.api.asked import Asked, cursor_at
from catalog.api.links import Links, day
from catalog.browse.current import current
from catalog.facts import about_of
from catalog.labels import Labels, labels_of
from catalog.models import Credit, Drama, Episode
from catalog.related import relations_of


def dramas_page(asked: Asked, links: Links, path: str) -> shapes.Dramas:
    """In the order in which they came into the catalogue; ``path`` is this page's own query."""
    with current.index() as index:
        found = index.matching(asked.choice)
    page, has_more = _behind(found, asked)
    rows = Drama.objects.published().with_posters().prefetch_related("countries", "genres")
    dramas = rows.in_bulk(page)
    return shapes.Dramas(
        count=len(found),
        next=f"{path}cursor={cursor_at(page[-1])}" if has_more else None,
        results=[_summary(dramas[pk], links) for pk in page if pk in dramas],
    )


def _behind(found: BitMap, asked: Asked) -> tuple[list[int], bool]:
    """The ids of a page, and whether there are more."""
    # No id of a drama is as large as 2**32: bitmaps hold no larger ones.
    begin = found.rank(min(asked.after, 2**32 - 1))
    return list(found[begin : begin + asked.limit]), begin + asked.limit < len(found)


def _summary(drama: Drama, links: Links) -> shapes.DramaSummary:
    return shapes.DramaSummary(
        **_summary_fields(drama, links),
        countries=[links.noun(country) for country in drama.countries.all()],
        genres=[links.noun(genre) for genre in drama.genres.all()],
    )


def _summary_fields(drama: Drama, links: Links) -> dict[str, Any]:
    return links.drama_fields(drama) | {
        "status": drama.status,
        "ended": day(drama.ended),
        "episode_count": drama.episode_count,
        "lead": drama.lead,
        "poster": links.poster(drama),
    }


def drama_in_full(drama: Drama, links: Links) -> shapes.Drama:
    """Of a published drama that came with its poster and backdrop. Seven queries at most."""
    labels = labels_of(drama)
    credits = list(drama.credits.select_related("person").order_by("order", "pk"))
    cast, crew = Credit.cast_and_crew(credits)
    figures = list(drama.figures.all())
    return shapes.Drama(
        **_summary_fields(drama, links),
        countries=[links.label(label) for label in labels.countries],
        genres=[links.label(label) for label in labels.genres],
        networks=[links.label(label) for label in labels.networks],
        tags=[links.label(label) for label in labels.open_tags],
        alternative_titles=[shapes.Title(label.name, label.detail) for label in labels.titles],
        content_rating=drama.content_rating,
        runtime=drama.runtime,
        season_count=drama.season_count,
        synopsis=drama.synopsis,
        synopsis_source=drama.synopsis_source,
        about=about_of(drama, labels, cast, figures),
        backdrop=links.backdrop(drama),
        gallery=[links.image(image.picture) for image in drama.gallery.shown()],
        cast=[_member(credit, links) for credit in cast],
        crew=[_member(credit, links) for credit in crew],
        seasons=_seasons(drama),
        figures=[_figures(each) for each in figures],
        links=[shapes.Link(link.detail, link.name, link.url) for link in labels.links],
        related=_related(labels, links),
        changed_at=drama.changed_at,
    )


def _member(credit: Credit, links: Links) -> shapes.CastMember:
    return shapes.CastMember(links.person(credit.person), credit.role, credit.character)


def _seasons(drama: Drama) -> list[shapes.Season]:
    episodes = Episode.objects.filter(season__drama=drama).select_related("season")
    seasons: dict[int, shapes.Season] = {}
    for episode in episodes.order_by("season__number", "number"):
        season = episode.season
        empty = shapes.Season(season.number, season.title, [])
        seasons.setdefault(season.number, empty).episodes.append(_episode(episode))
    return list(seasons.values())


def _episode(episode: Episode) -> shapes.Episode:
    return shapes.Episode(
        number=episode.number,
        title=episode.title,
        native_title=episode.native_title,
        air_date=episode.air_date,
        runtime=episode.runtime,
        summary=episode.summary,
    )


def _related(labels: Labels, links: Links) -> list[shapes.Related]:
    kinds = relations_of(labels)
    shown = Drama.objects.published().in_bulk(kinds)
    return [
        shapes.Related(kind.value, links.drama(shown[pk]))
        for pk, kind in kinds.items()
        if pk in shown
    ]


def _figures(figures: models.ListingFigures) -> shapes.Figures:
    return shapes.Figures(
        source=str(figures.get_source_display()),
        as_of=figures.as_of,
        rating=None if figures.rating is None else float(figures.rating),
        votes=figures.votes,
        rank=figures.rank,
        popularity=figures.popularity,
        watchers=figures.watchers,
    )
