"""How many episodes of how many minutes."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.prose.facts import Facts


def extent(facts: Facts) -> str:
    if facts.may_never_have_been_shown:
        return ""
    if facts.runs_in_one_piece:
        return _length(facts)
    if facts.episode_count == 1:
        return _one_episode(facts)
    if facts.episode_count:
        return _several_episodes(facts)
    return _seasons_or_minutes(facts)


def _length(facts: Facts) -> str:
    if not facts.runtime:
        return ""
    words = {"title": facts.title, "minutes": _minutes(facts.runtime)}
    if facts.is_upcoming:
        return _('"%(title)s" will run %(minutes)s.') % words
    return _('"%(title)s" runs %(minutes)s.') % words


def _one_episode(facts: Facts) -> str:
    words = {"title": facts.title, "episode": _("one episode")}
    if facts.runtime:
        parts = {"minutes": _minutes(facts.runtime)}
        words["episode"] = _("one episode of %(minutes)s") % parts
    if facts.is_upcoming:
        return _('"%(title)s" will have %(episode)s.') % words
    return _('"%(title)s" has %(episode)s.') % words


def _several_episodes(facts: Facts) -> str:
    words = {
        "title": facts.title,
        "count": number_format(facts.episode_count or 0, force_grouping=True),
        "seasons": _in_seasons(facts.season_count or 0),
        "minutes": _minutes(facts.runtime) if facts.runtime else "",
    }
    if facts.is_praised:
        return _compelling(words)
    if facts.is_upcoming and facts.runtime:
        return _('"%(title)s" will span %(count)s episodes%(seasons)s of %(minutes)s each.') % words
    if facts.is_upcoming:
        return _('"%(title)s" will span %(count)s episodes%(seasons)s.') % words
    if facts.runtime:
        return _('"%(title)s" spans %(count)s episodes%(seasons)s of %(minutes)s each.') % words
    return _('"%(title)s" spans %(count)s episodes%(seasons)s.') % words


def _compelling(words: dict[str, str]) -> str:
    if not words["minutes"]:
        return _('"%(title)s" spans %(count)s compelling episodes%(seasons)s.') % words
    return (
        _(
            '"%(title)s" spans %(count)s compelling episodes%(seasons)s, '
            "with each episode delivering %(minutes)s of engaging content."
        )
        % words
    )


def _seasons_or_minutes(facts: Facts) -> str:
    """What can be said when the episodes have not been counted."""
    words = {"title": facts.title, "seasons": _seasons(facts.season_count or 0)}
    if (facts.season_count or 0) > 1 and facts.is_upcoming:
        return _('"%(title)s" will span %(seasons)s.') % words
    if (facts.season_count or 0) > 1:
        return _('"%(title)s" spans %(seasons)s.') % words
    if not facts.runtime or facts.kind in ("film", "special"):
        return ""
    words["minutes"] = _minutes(facts.runtime)
    if facts.is_upcoming:
        return _('Each episode of "%(title)s" will run %(minutes)s.') % words
    return _('Each episode of "%(title)s" runs %(minutes)s.') % words


def _in_seasons(count: int) -> str:
    return _(" in %(seasons)s") % {"seasons": _seasons(count)} if count > 1 else ""


def _seasons(count: int) -> str:
    number = number_format(count, force_grouping=True)
    return ngettext("%(number)s season", "%(number)s seasons", count) % {"number": number}


def _minutes(count: int) -> str:
    number = number_format(count, force_grouping=True)
    return ngettext("%(number)s minute", "%(number)s minutes", count) % {"number": number}
