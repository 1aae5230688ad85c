"""A drama: a series with its seasons and episodes, or a film."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from catalog.labels import Labels
from catalog.metadata.nodes import At, Node, node
from catalog.models import Credit, Drama, Episode, Role
from catalog.models.drama import Kind
from catalog.models.link import LinkKind

CREW = {
    Role.DIRECTOR: "director",
    Role.SCREENWRITER: "author",
    Role.AUTHOR: "creator",
    Role.PRODUCER: "producer",
    Role.COMPOSER: "musicBy",
}


def type_of(drama: Drama) -> str:
    return "Movie" if drama.kind == Kind.FILM else "TVSeries"


def reference(drama: Drama, at: At, **said: object) -> Node:
    """So much of a drama that something else can be said of it."""
    return node(type_of(drama), at(drama.get_absolute_url()), name=drama.title, **said)


def drama_node(
    drama: Drama,
    at: At,
    *,
    labels: Labels,
    cast: Iterable[Credit],
    crew: Iterable[Credit],
    episodes: Iterable[Episode],
    images: Sequence[Node | str],
) -> Node:
    """From rows already fetched: asks the database nothing."""
    names = [drama.native_title, *(title.name for title in labels.titles)]
    official = [link.url for link in labels.links if link.detail == LinkKind.OFFICIAL]
    return reference(
        drama,
        at,
        alternateName=list(dict.fromkeys(name for name in names if name)),
        description=drama.lead,
        image=images,
        inLanguage=drama.original_language,
        countryOfOrigin=[node("Country", name=each.name) for each in labels.countries],
        genre=[genre.name for genre in labels.genres],
        keywords=[tag.name for tag in labels.open_tags],
        contentRating=drama.content_rating,
        actor=[_part(credit, at) for credit in cast],
        sameAs=official,
        **_dates_and_extent(drama, episodes),
        **_crew(crew, at),
    )


def seasons(episodes: Iterable[Episode], with_names: bool = False) -> list[Node]:
    """From episodes in the order of their seasons; ``with_names`` where the page shows these."""
    return [
        node(
            "TVSeason",
            seasonNumber=season.number,
            name=str(season) if with_names else "",
            episode=[_episode(episode) for episode in rows],
        )
        for season, rows in groupby(episodes, key=lambda episode: episode.season)
    ]


def _dates_and_extent(drama: Drama, episodes: Iterable[Episode]) -> dict[str, object]:
    released = drama.released.isoformat() if drama.released else None
    if type_of(drama) == "Movie":
        return {"datePublished": released, "duration": _minutes(drama.runtime)}
    return {
        "startDate": released,
        "endDate": drama.ended.isoformat() if drama.ended else None,
        "numberOfSeasons": drama.season_count,
        "numberOfEpisodes": drama.episode_count,
        "containsSeason": seasons(episodes),
    }


def _minutes(minutes: int | None) -> str | None:
    """As ISO 8601 writes a duration."""
    return f"PT{minutes}M" if minutes else None


def _episode(episode: Episode) -> Node:
    return node(
        "TVEpisode",
        episodeNumber=episode.number,
        name=str(episode),
        alternateName=episode.native_title,
        datePublished=episode.air_date.isoformat() if episode.air_date else None,
        duration=_minutes(episode.runtime),
    )


def _part(credit: Credit, at: At) -> Node:
    """The person; with a character, the person within a role, as schema.org nests them."""
    actor = _person(credit, at)
    if not credit.character:
        return actor
    return node("PerformanceRole", actor=actor, characterName=credit.character)


def _person(credit: Credit, at: At) -> Node:
    person = credit.person
    return node("Person", name=person.name, url=at(person.get_absolute_url()))


def _crew(crew: Iterable[Credit], at: At) -> dict[str, list[Node]]:
    said: dict[str, list[Node]] = {}
    for credit in crew:
        if what := CREW.get(Role(credit.role)):
            said.setdefault(what, []).append(_person(credit, at))
    return said
