"""Figures of other sites that are old, or that cannot be."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Status
from catalog.models.source import Source
from catalog.quality.facts import DramaFacts, FiguresFacts
from catalog.quality.rule import Found, error, hint, warning
from catalog.quality.surroundings import Surroundings

DAYS = 365
# The lowest that a reader of these sites may give.
LOWEST = 1
MANY_VOTES = 50


def _named(figures: FiguresFacts) -> Found:
    return {"source": str(Source(figures.source).label)}


def old(drama: DramaFacts, around: Surroundings) -> Found | None:
    for figures in drama.figures:
        if (around.today - figures.as_of).days > DAYS:
            return _named(figures) | {"as_of": str(figures.as_of)}
    return None


def to_come(drama: DramaFacts, around: Surroundings) -> Found | None:
    for figures in drama.figures:
        if figures.as_of > around.today:
            return _named(figures) | {"as_of": str(figures.as_of)}
    return None


def below_the_scale(drama: DramaFacts, around: Surroundings) -> Found | None:
    for figures in drama.figures:
        if figures.rating is not None and not LOWEST <= figures.rating <= 10:
            return _named(figures) | {"rating": str(figures.rating)}
    return None


def more_votes_than_watchers(drama: DramaFacts, around: Surroundings) -> Found | None:
    for figures in drama.figures:
        if figures.votes and figures.watchers is not None and figures.votes > figures.watchers:
            return _named(figures) | {"votes": figures.votes, "watchers": figures.watchers}
    return None


def without_votes(drama: DramaFacts, around: Surroundings) -> Found | None:
    for figures in drama.figures:
        if figures.rating and not figures.votes:
            return _named(figures) | {"rating": str(figures.rating)}
    return None


def too_early(drama: DramaFacts, around: Surroundings) -> Found | None:
    for figures in drama.figures:
        if drama.status == Status.UPCOMING and (figures.votes or 0) >= MANY_VOTES:
            return _named(figures) | {"votes": figures.votes}
    return None


RULES = (
    warning(
        "old-figures",
        _("The figures of %(source)s are of %(as_of)s, more than a year ago."),
        "figures-group",
        old,
    ),
    error(
        "figures-of-a-day-to-come",
        _("The figures of %(source)s are of a day to come: %(as_of)s."),
        "figures-group",
        to_come,
    ),
    error(
        "rating-off-the-scale",
        _("A rating of %(rating)s cannot be given at %(source)s."),
        "figures-group",
        below_the_scale,
    ),
    error(
        "more-votes-than-watchers",
        _("At %(source)s it has %(votes)s votes of only %(watchers)s watchers."),
        "figures-group",
        more_votes_than_watchers,
    ),
    hint(
        "rating-without-votes",
        _("Nothing says how many gave it the rating of %(rating)s at %(source)s."),
        "figures-group",
        without_votes,
    ),
    warning(
        "rated-before-its-release",
        _("It is said to be upcoming, and has %(votes)s votes at %(source)s."),
        "id_status",
        too_early,
    ),
)
