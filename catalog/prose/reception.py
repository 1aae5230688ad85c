"""What a listing site counts, always with its name."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.prose.facts import Facts, Figures
from catalog.prose.nouns import listed, noun


def reception(facts: Facts) -> str:
    if not facts.figures or facts.is_upcoming:
        return ""
    if facts.is_praised:
        return _acclaim(facts, facts.figures)
    clauses = [
        clause
        for clause in (_rating(facts.figures), _watchers(facts.figures), _ranks(facts.figures))
        if clause
    ]
    words = {"source": facts.figures.source, "noun": _noun(facts), "clauses": listed(clauses)}
    return _("On %(source)s, the %(noun)s %(clauses)s.") % words if clauses else ""


def _acclaim(facts: Facts, figures: Figures) -> str:
    words = {
        "noun": _noun(facts),
        "rating": number_format(figures.rating or 0, 1),
        "watchers": number_format(figures.watchers or 0, force_grouping=True),
        "source": figures.source,
    }
    acclaim = (
        _(
            "The %(noun)s has garnered significant acclaim, "
            "maintaining an impressive rating of %(rating)s, "
            "resonating with over %(watchers)s viewers on %(source)s"
        )
        % words
    )
    places = _places(figures)
    if not places:
        return _("%(acclaim)s.") % {"acclaim": acclaim}
    words = {"acclaim": acclaim, "places": places}
    return _("%(acclaim)s, ranking %(places)s on the platform.") % words


def _noun(facts: Facts) -> str:
    return _("series") if facts.kind == "series" else noun(facts.kind)


def _rating(figures: Figures) -> str:
    if not figures.rating:
        return ""
    return _("is rated %(rating)s") % {"rating": number_format(figures.rating, 1)}


def _watchers(figures: Figures) -> str:
    if not figures.watchers:
        return ""
    number = number_format(figures.watchers or 0, force_grouping=True)
    text = ngettext("has %(number)s watcher", "has %(number)s watchers", figures.watchers)
    return text % {"number": number}


def _ranks(figures: Figures) -> str:
    places = _places(figures)
    return _("ranks %(places)s") % {"places": places} if places else ""


def _places(figures: Figures) -> str:
    places = []
    if figures.popularity:
        places.append(_("#%(place)d in popularity") % {"place": figures.popularity})
    if figures.rank:
        places.append(_("#%(place)d overall") % {"place": figures.rank})
    return listed(places)
