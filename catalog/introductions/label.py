"""What a genre, a tag, a network, a country or a year has here. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.introductions.counting import quoted_list


@dataclass(frozen=True, slots=True)
class LabelFacts:
    """``noun`` is a key such as "genre"; the years are those of the dramas that have one.

    ``popular``: titles that a listing ranks highest, of more than are named.
    """

    noun: str
    name: str
    count: int
    years: tuple[int, ...] = ()
    has_all_years: bool = True
    popular: tuple[str, ...] = ()


def introduction(facts: LabelFacts) -> str:
    """ "Fuji TV is the network of 214 dramas listed here, from 1979 to 2025; …"."""
    if not facts.count:
        return ""
    words = {
        "subject": _subject(facts),
        "years": _years(facts),
        "popular": _popular(facts),
    }
    return _("%(subject)s%(years)s%(popular)s.") % words


def _subject(facts: LabelFacts) -> str:
    words = {"name": facts.name, "count": number_format(facts.count, force_grouping=True)}
    if facts.noun == "years":
        text = ngettext(
            "%(count)s drama listed here is of %(name)s",
            "%(count)s dramas listed here are of %(name)s",
            facts.count,
        )
        return text % words
    dramas = ngettext("one drama listed here", "%(count)s dramas listed here", facts.count)
    nouns = {
        "genre": _("%(name)s is the genre of %(dramas)s"),
        "tag": _("%(name)s is the tag of %(dramas)s"),
        "network": _("%(name)s is the network of %(dramas)s"),
        "country": _("%(name)s is the country of %(dramas)s"),
    }
    return nouns[facts.noun] % {**words, "dramas": dramas % words}


def _years(facts: LabelFacts) -> str:
    """Left out where a drama without a year might belie it."""
    if facts.noun == "years" or not facts.years or not facts.has_all_years:
        return ""
    words = {"first": min(facts.years), "last": max(facts.years)}
    if words["first"] == words["last"]:
        return _(", of %(first)s") % words
    return _(", from %(first)s to %(last)s") % words


def _popular(facts: LabelFacts) -> str:
    if len(facts.popular) < 2:
        return ""
    return _("; the best known are %(titles)s") % {"titles": quoted_list(facts.popular)}
