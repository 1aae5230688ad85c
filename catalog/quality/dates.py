"""Dates that contradict the status, or one another."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext_lazy as _

from catalog.models.dates import PartialDate, Precision
from catalog.models.drama import Status
from catalog.quality.facts import DramaFacts
from catalog.quality.rule import Found, error, hint, warning
from catalog.quality.surroundings import Surroundings

FIRST_YEAR, YEARS_AHEAD = 1930, 5
MOST_DAYS_AN_EPISODE = 60
MOST_EPISODES_A_DAY = 6
LONGEST_WITHOUT_AN_END = 2 * 365


def ends_first(drama: DramaFacts, around: Surroundings) -> Found | None:
    released, ended = drama.released, drama.ended
    if released and ended and ended.last_day < released.first_day:
        return {"released": str(released), "ended": str(ended)}
    return None


def ended_to_come(drama: DramaFacts, around: Surroundings) -> Found | None:
    if drama.status != Status.ENDED:
        return None
    for date in (drama.released, drama.ended):
        if date and date.first_day > around.today:
            return {"date": str(date)}
    return None


def airs_after_its_end(drama: DramaFacts, around: Surroundings) -> Found | None:
    if drama.status == Status.AIRING and drama.ended and drama.ended.last_day < around.today:
        return {"ended": str(drama.ended)}
    return None


def airs_too_early(drama: DramaFacts, around: Surroundings) -> Found | None:
    released = drama.released
    if drama.status == Status.AIRING and released and released.first_day > around.today:
        return {"released": str(released)}
    return None


def upcoming_but_past(drama: DramaFacts, around: Surroundings) -> Found | None:
    released = drama.released
    if drama.status == Status.UPCOMING and released and released.last_day < around.today:
        return {"released": str(released)}
    return None


def impossible_year(drama: DramaFacts, around: Surroundings) -> Found | None:
    years = range(FIRST_YEAR, around.today.year + YEARS_AHEAD + 1)
    for date in (drama.released, drama.ended):
        if date and date.year not in years:
            return {"date": str(date)}
    return None


def no_end(drama: DramaFacts, around: Surroundings) -> Found | None:
    return {} if drama.status == Status.ENDED and not drama.ended else None


def airs_for_years(drama: DramaFacts, around: Surroundings) -> Found | None:
    if drama.status != Status.AIRING or drama.ended or not drama.released:
        return None
    days = (around.today - drama.released.last_day).days
    few = (drama.episode_count or 0) < days / 30
    return {"released": str(drama.released)} if days > LONGEST_WITHOUT_AN_END and few else None


def slow(drama: DramaFacts, around: Surroundings) -> Found | None:
    days, episodes = _days(drama), drama.episode_count or 0
    if days and episodes > 1 and days / episodes > MOST_DAYS_AN_EPISODE:
        return {"days": days, "episodes": episodes}
    return None


def fast(drama: DramaFacts, around: Surroundings) -> Found | None:
    days, episodes = _days(drama), drama.episode_count or 0
    # A whole season may come out in a day.
    if days > 1 and episodes / days > MOST_EPISODES_A_DAY:
        return {"days": days, "episodes": episodes}
    return None


def _days(drama: DramaFacts) -> int:
    """How long it ran; 0 when that is not known to the day."""
    released, ended = _day(drama.released), _day(drama.ended)
    return max(0, (ended - released).days + 1) if released and ended else 0


def _day(date: PartialDate | None) -> datetime.date | None:
    return date.first_day if date and date.precision == Precision.DAY else None


RULES = (
    error(
        "ends-before-it-begins",
        _("It ends (%(ended)s) before it begins (%(released)s)."),
        "id_ended",
        ends_first,
    ),
    error(
        "ended-in-the-future",
        _("It is said to have ended, and has a date to come: %(date)s."),
        "id_status",
        ended_to_come,
    ),
    error(
        "airing-after-its-end",
        _("It is said to be airing, and ended on %(ended)s."),
        "id_status",
        airs_after_its_end,
    ),
    error(
        "airing-before-its-release",
        _("It is said to be airing, and comes out on %(released)s."),
        "id_status",
        airs_too_early,
    ),
    error(
        "upcoming-in-the-past",
        _("It is said to be upcoming, and came out on %(released)s."),
        "id_status",
        upcoming_but_past,
    ),
    error(
        "impossible-year",
        _("No drama is known of such a year: %(date)s."),
        "id_released",
        impossible_year,
    ),
    hint("ended-without-end", _("It has ended, and nothing says when."), "id_ended", no_end),
    warning(
        "airing-for-years",
        _("It has been airing since %(released)s, without an end and with few episodes."),
        "id_ended",
        airs_for_years,
    ),
    warning(
        "slow-for-its-episodes",
        _("%(episodes)s episodes took %(days)s days: is one of the dates wrong?"),
        "id_released",
        slow,
    ),
    hint(
        "fast-for-its-episodes",
        _("%(episodes)s episodes came within %(days)s days: is one of the dates wrong?"),
        "id_released",
        fast,
    ),
)
