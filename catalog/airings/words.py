"""What airs, in words that give nothing away: numbers, never the titles of episodes. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SPECIALS = 0  # the number of the season that holds them


@dataclass(frozen=True, slots=True)
class Episodes:
    """Of one season on one day: ``count`` of them, numbered from ``first`` to ``last``."""

    season: int
    first: int
    last: int
    count: int


def words(
    episodes: Episodes | None,
    *,
    begins: bool = False,
    ends: bool = False,
    in_one_piece: bool = False,
) -> str:
    """ "Episode 3", "Premiere · Episodes 1–2"; a film or a special that is out: "Release"."""
    parts = [_occasion(begins, ends, in_one_piece), _episodes(episodes) if episodes else ""]
    return " · ".join(filter(None, parts))


def _occasion(begins: bool, ends: bool, in_one_piece: bool) -> str:
    if begins and (in_one_piece or ends):
        return _("Release")
    if begins:
        return _("Premiere")
    return _("Finale") if ends and not in_one_piece else ""


def _episodes(episodes: Episodes) -> str:
    if episodes.season == SPECIALS:
        return _numbered_specials(episodes)
    if episodes.season > 1:
        numbers = {"season": episodes.season, "episodes": _numbered(episodes).lower()}
        return _("Season %(season)s, %(episodes)s") % numbers
    return _numbered(episodes)


def _numbered(episodes: Episodes) -> str:
    if episodes.count == 1:
        return _("Episode %(number)s") % {"number": episodes.first}
    if _follow_one_another(episodes):
        return _("Episodes %(first)s–%(last)s") % _ends(episodes)
    return ngettext("%(count)s episode", "%(count)s episodes", episodes.count) % {
        "count": episodes.count
    }


def _numbered_specials(episodes: Episodes) -> str:
    if episodes.count == 1:
        return _("Special %(number)s") % {"number": episodes.first}
    if _follow_one_another(episodes):
        return _("Specials %(first)s–%(last)s") % _ends(episodes)
    return ngettext("%(count)s special", "%(count)s specials", episodes.count) % {
        "count": episodes.count
    }


def _follow_one_another(episodes: Episodes) -> bool:
    return episodes.last - episodes.first + 1 == episodes.count


def _ends(episodes: Episodes) -> dict[str, int]:
    return {"first": episodes.first, "last": episodes.last}
