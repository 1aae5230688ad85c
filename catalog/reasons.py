"""Why another drama is like this one, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.models.languages import country_name
from catalog.prose.nouns import listed, noun, place

NAMED = 2


@dataclass(frozen=True, slots=True)
class Common:
    """What two dramas have in common; empty where there is nothing.

    ``country`` is an ISO 3166-1 code, ``theme`` words behind "about".
    """

    players: Sequence[str] = ()
    director: str = ""
    screenwriter: str = ""
    genre: str = ""
    country: str = ""
    theme: str = ""
    tag: str = ""


def reason(common: Common, kind: str) -> str:
    """The most telling of it; ``kind`` is that of the other drama."""
    if common.players:
        return with_people(common.players)
    if common.director:
        return _("also directed by %(name)s") % {"name": common.director}
    if common.screenwriter:
        return _("also written by %(name)s") % {"name": common.screenwriter}
    if common.genre:
        return of_genre_and_country(common.genre, kind, common.country, common.theme)
    if common.theme:
        return _("also about %(theme)s") % {"theme": common.theme}
    return _("also tagged “%(tag)s”") % {"tag": common.tag}


def with_people(names: Sequence[str]) -> str:
    """ "also with Erika Sawajiri"; two are named, more are counted."""
    more = len(names) - NAMED
    if more <= 0:
        return _("also with %(names)s") % {"names": listed(list(names))}
    words = {"names": ", ".join(names[:NAMED]), "number": number_format(more)}
    text = ngettext(
        "also with %(names)s and one more", "also with %(names)s and %(number)s others", more
    )
    return text % words


def of_genre_and_country(genre: str, kind: str, code: str, theme: str = "") -> str:
    """ "also a romance from Japan about amnesia"; country or theme may be empty."""
    words = {
        "drama": of_genre(genre, kind),
        "country": place(code, country_name(code)) if code else "",
        "theme": theme,
    }
    if code and theme:
        return _("also %(drama)s from %(country)s about %(theme)s") % words
    if code:
        return _("also %(drama)s from %(country)s") % words
    if theme:
        return _("also %(drama)s about %(theme)s") % words
    return _("also %(drama)s") % words


def of_genre(genre: str, kind: str) -> str:
    """ "a romance", "a medical drama", "an action film"; never "a drama drama"."""
    nouns = {
        "Comedy": _("a comedy"),
        "Documentary": _("a documentary"),
        "Drama": _("a drama"),
        "Fantasy": _("a fantasy"),
        "Melodrama": _("a melodrama"),
        "Musical": _("a musical"),
        "Mystery": _("a mystery"),
        "Romance": _("a romance"),
        "Sitcom": _("a sitcom"),
        "Thriller": _("a thriller"),
        "Western": _("a western"),
    }
    if genre in nouns:
        return nouns[genre]
    words = {"genre": before_a_noun(genre), "noun": noun(kind)}
    if _begins_with_a_vowel(words["genre"]):
        return _("an %(genre)s %(noun)s") % words
    return _("a %(genre)s %(noun)s") % words


def before_a_noun(genre: str) -> str:
    """ "medical", "legal", "slice-of-life"; an abbreviation such as LGBTQ+ keeps its capitals."""
    adjectives = {"Law": _("legal"), "Life": _("slice-of-life"), "Mature": _("adult")}
    return adjectives.get(genre) or (genre if genre.isupper() else genre.lower())


def _begins_with_a_vowel(genre: str) -> bool:
    spelt_out = "AEFHILMNORSX"  # as in "an LGBTQ+ drama"
    return genre[:1] in spelt_out if genre.isupper() else genre[:1].upper() in "AEIOU"
