"""What values are called: beside a box of the form, on a chip."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog.browse.years import bounds, decade
from catalog.models import Status
from catalog.models.languages import country_name


def name_of(key: str, value: str, stored: str = "") -> str:
    """``stored`` is the name that the catalogue has: a label's, a country's code."""
    makers = {"kind": _kind, "status": _status, "years": _years, "runtime": _runtime}
    if key in makers:
        return makers[key](value)
    if key == "episodes":
        return _episodes(value)
    if key == "country" and stored:
        return country_name(stored)
    # Nothing has it: it may have been deleted, and the address shared before.
    return stored or value.replace("-", " ")


def _kind(value: str) -> str:
    names = {
        "series": _("Series"),
        "special": _("Specials"),
        "film": _("Films"),
        "show": _("Shows"),
    }
    return names[value]


def _status(value: str) -> str:
    return str(Status(value).label)


def _years(value: str) -> str:
    """ "2005", "2000s", "2003 to 2007", "2003 and later", "up to 1999"."""
    first, last = bounds(value)
    words = {"first": first, "last": last}
    if value == decade(first):
        return _("%(first)ss") % words
    if value.endswith("-"):
        return _("%(first)s and later") % words
    if value.startswith("-"):
        return _("up to %(last)s") % words
    return _("%(first)s to %(last)s") % words if first != last else value


def _episodes(value: str) -> str:
    """ "1 episode", "9 to 12 episodes", "51 episodes or more"."""
    first, _dash, last = value.partition("-")
    words = {"first": first, "last": last}
    if value == "1":
        return _("1 episode")
    if not last:
        return _("%(first)s episodes or more") % words
    return _("%(first)s to %(last)s episodes") % words


def _runtime(value: str) -> str:
    """ "under 20 minutes", "20 to 34 minutes", "90 minutes or more"."""
    first, _dash, last = value.partition("-")
    if not last:
        return _("%(first)s minutes or more") % {"first": first}
    if first == "1":
        return _("under %(minutes)s minutes") % {"minutes": int(last) + 1}
    return _("%(first)s to %(last)s minutes") % {"first": first, "last": last}
