"""From a drama's rows to the facts that the prose is composed of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from django.utils import timezone

from catalog.labels import Label, Labels
from catalog.models import Credit, Drama, ListingFigures
from catalog.prose import Facts, Figures, about

# "Himself", "[Themselves]", "Herself / Sunny", "[Host]".
THEMSELVES = re.compile(r"sel(?:f|ves)\b|\[(?:host|mc)\]", re.IGNORECASE)


def about_of(
    drama: Drama, labels: Labels, cast: Sequence[Credit], listings: Sequence[ListingFigures]
) -> list[str]:
    """The paragraphs of "About": the editor's, or composed from rows already fetched."""
    if drama.about:
        return [drama.about]
    facts = facts_of(
        drama,
        countries=labels.countries,
        networks=labels.networks,
        genres=labels.genres,
        cast=cast,
        figures=listings[0] if listings else None,
        today=timezone.localdate(),
    )
    return list(about(facts))


def facts_of(
    drama: Drama,
    *,
    countries: Iterable[Label],
    networks: Iterable[Label],
    genres: Iterable[Label],
    cast: Sequence[Credit],
    figures: ListingFigures | None,
    today: datetime.date,
) -> Facts:
    """From rows already fetched (credits with their person): asks the database nothing."""
    return Facts(
        title=drama.title,
        native_title=drama.native_title,
        kind=drama.kind,
        status=drama.status,
        released=drama.released,
        ended=drama.ended,
        countries=tuple((country.code, country.name) for country in countries),
        networks=tuple(network.name for network in networks),
        genres=tuple(genre.name for genre in genres),
        season_count=drama.season_count,
        episode_count=drama.episode_count,
        runtime=drama.runtime,
        figures=figures_of(figures) if figures else None,
        # One person may play two characters; two people may share a name.
        cast=tuple({credit.person_id: credit.person.name for credit in cast}.values()),
        is_played_by_themselves=_play_themselves(cast),
        today=today,
    )


def _play_themselves(cast: Sequence[Credit]) -> bool:
    """Whether most of the cast appear as who they are; a part without a name tells nothing."""
    themselves = sum(bool(THEMSELVES.search(credit.character)) for credit in cast)
    return themselves * 2 > len(cast)


def figures_of(row: ListingFigures) -> Figures:
    return Figures(
        source=row.get_source_display(),
        rating=row.rating,
        watchers=row.watchers,
        popularity=row.popularity,
        rank=row.rank,
    )
