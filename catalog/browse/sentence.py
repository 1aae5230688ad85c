"""What a list shows, in a sentence: "42 ended medical dramas from Japan, 2000 to 2009"."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.browse.choice import Choice
from catalog.browse.names import name_of
from catalog.browse.orders import ORDERS
from catalog.browse.years import bounds
from catalog.models.languages import country_name
from catalog.prose.nouns import listed, place
from catalog.reasons import before_a_noun

Names = Callable[[str, str], str]  # of a facet's value, as the catalogue has it


def sentence(choice: Choice, total: int, stored: Names) -> str:
    """With the number before, and behind it the order where there is one to speak of."""
    number = number_format(total, force_grouping=True)
    words = {"number": number, "dramas": subject(choice, total, stored)}
    if not total:
        return _("No %(dramas)s") % words
    if total == 1:
        return _("%(number)s %(dramas)s") % words
    words["order"] = str(ORDERS[choice.sort].phrase)
    return _("%(number)s %(dramas)s, %(order)s") % words


def subject(choice: Choice, total: int, stored: Names) -> str:
    """Without either: "ended medical dramas from Japan, 2000 to 2009"."""
    words = [*_adjectives(choice, stored), _noun(choice, total), *_phrases(choice, stored)]
    span = [_span(years) for years in choice.values("years")]
    return ", ".join([" ".join(words), *span])


def _adjectives(choice: Choice, stored: Names) -> list[str]:
    states = [name_of("status", value).lower() for value in choice.values("status")]
    genres = [name_of("genre", value, stored("genre", value)) for value in choice.values("genre")]
    return states + [before_a_noun(name) for name in genres if not _is_the_noun(name)]


def _is_the_noun(genre: str) -> bool:
    """As in "drama dramas": such a genre is named behind."""
    return genre == "Drama"


def _noun(choice: Choice, total: int) -> str:
    nouns = {
        "series": ngettext("series", "series", total),
        "special": ngettext("special", "specials", total),
        "film": ngettext("film", "films", total),
        "show": ngettext("show", "shows", total),
    }
    kind = "".join(choice.values("kind"))
    return nouns.get(kind) or ngettext("drama", "dramas", total)


def _phrases(choice: Choice, stored: Names) -> list[str]:
    phrases = {
        "genre": _("of the genre “%(name)s”"),
        "country": _("from %(name)s"),
        "network": _("on %(name)s"),
        "episodes": _("of %(name)s"),
        "runtime": _("of %(name)s each"),
        "rating": _("rated “%(name)s”"),
        "tag": _("tagged %(name)s"),
    }
    names = {key: _names(key, choice, stored) for key in phrases}
    return [phrases[key] % {"name": listed(named)} for key, named in names.items() if named]


def _names(key: str, choice: Choice, stored: Names) -> list[str]:
    names = [(value, stored(key, value)) for value in choice.values(key)]
    if key == "genre":
        return [name for _value, name in names if _is_the_noun(name)]
    if key == "tag":
        return [_("“%(name)s”") % {"name": name_of(key, *each)} for each in names]
    if key == "country":
        return [place(code, country_name(code)) if code else name_of(key, v) for v, code in names]
    return [name_of(key, *each) for each in names]


def _span(years: str) -> str:
    """ "2005", "2000 to 2009", "since 2005", "until 1999"."""
    first, last = bounds(years)
    words = {"first": first, "last": last}
    if years.endswith("-"):
        return _("since %(first)s") % words
    if years.startswith("-"):
        return _("until %(last)s") % words
    return _("%(first)s to %(last)s") % words if first != last else years
