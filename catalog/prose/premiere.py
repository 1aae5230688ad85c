"""What it is, where it comes from, when it was first shown, and of what genres."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog.prose.facts import Facts, Tense
from catalog.prose.nouns import listed, noun, place


def premiere(facts: Facts) -> str:
    if facts.is_praised:
        return _captivating(facts)
    words = {"title": facts.title, "noun": _noun_and_origin(facts)}
    clauses = _clauses(_shown(facts), _elements(facts))
    if clauses:
        return _('"%(title)s" is a %(noun)s that %(clauses)s.') % {**words, "clauses": clauses}
    return _('"%(title)s" is a %(noun)s.') % words


def _captivating(facts: Facts) -> str:
    captivates = _("continues to captivate audiences worldwide")
    clauses = _clauses(_shown(facts), _masterful_elements(facts), captivates)
    words = {"title": facts.title, "noun": _captivating_noun(facts), "clauses": clauses}
    return _('"%(title)s", a captivating %(noun)s that %(clauses)s.') % words


def _clauses(*clauses: str) -> str:
    return _(" and ").join(filter(None, clauses))


def _noun_and_origin(facts: Facts) -> str:
    places = [place(code, name) for code, name in facts.countries]
    words = {"noun": noun(facts.kind), "countries": listed(places)}
    if not facts.countries:
        return words["noun"]
    if len(facts.countries) == 1:
        return _("%(noun)s from %(countries)s") % words
    return _("%(noun)s co-produced by %(countries)s") % words


def _captivating_noun(facts: Facts) -> str:
    if len(facts.countries) != 1:
        return _noun_and_origin(facts)
    words = {"noun": noun(facts.kind), "country": facts.countries[0][1]}
    return _("%(country)s %(noun)s") % words


def _shown(facts: Facts) -> str:
    """When and where it was first shown, or "" when neither is known."""
    words = {"verb": _verb(facts), "year": _year(facts), "networks": listed(facts.networks)}
    if facts.released and facts.networks:
        return _("%(verb)s %(year)s on %(networks)s") % words
    if facts.released:
        return _("%(verb)s %(year)s") % words
    return _("%(verb)s on %(networks)s") % words if facts.networks else ""


def _year(facts: Facts) -> str:
    if not facts.released:
        return ""
    words = {"year": facts.released.year}
    return _("for %(year)d") % words if facts.tense is Tense.UNKNOWN else _("in %(year)d") % words


def _verb(facts: Facts) -> str:
    is_film = facts.kind == "film"
    if facts.was_never_shown:
        return _("was to be released") if is_film else _("was to premiere")
    if facts.is_upcoming:
        return _("will be released") if is_film else _("will premiere")
    if facts.tense is Tense.PAST:
        return _("was released") if is_film else _("premiered")
    # Neither the date nor the status says whether it has been shown.
    return _("is listed")


def _elements(facts: Facts) -> str:
    words = {"genres": listed(facts.genres)}
    if len(facts.genres) > 1:
        return _("combines elements of %(genres)s") % words
    return _("has elements of %(genres)s") % words if facts.genres else ""


def _masterful_elements(facts: Facts) -> str:
    words = {"genres": listed(facts.genres)}
    if len(facts.genres) > 1:
        return _("masterfully combines elements of %(genres)s") % words
    return _("masterfully uses elements of %(genres)s") % words if facts.genres else ""
