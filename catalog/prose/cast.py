"""Who plays in it."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.prose.facts import Facts
from catalog.prose.nouns import listed, noun

# Fewer are no ensemble.
ENSEMBLE = 3
# More are counted rather than named.
NAMED = 10


def cast(facts: Facts) -> str:
    if not facts.cast or facts.may_never_have_been_shown:
        return ""
    words = {"noun": noun(facts.kind), "names": names(facts.cast)}
    if facts.is_upcoming:
        return _("The %(noun)s will feature %(names)s.") % words
    if not _is_ensemble(facts):
        return _("The %(noun)s features %(names)s.") % words
    words["names"] = names(facts.cast, is_open=len(facts.cast) == NAMED)
    return (
        _(
            "The %(noun)s showcases an exceptional ensemble cast featuring %(names)s, "
            "who bring their characters to life with compelling performances."
        )
        % words
    )


def _is_ensemble(facts: Facts) -> bool:
    """Whoever is in a show or a documentary plays no character, and so none that comes to life."""
    if facts.kind == "show" or "Documentary" in facts.genres or facts.is_played_by_themselves:
        return False
    return facts.is_praised and len(facts.cast) >= ENSEMBLE


def names(cast: tuple[str, ...], *, is_open: bool = False) -> str:
    """The first NAMED names, the last one behind "and"; without it in an open list.

    As many as are named at most may be an extract, so that an ensemble of them stays open.
    """
    more = len(cast) - NAMED
    if more <= 0:
        return ", ".join(cast) if is_open else listed(cast)
    words = {
        "names": ", ".join(cast[:NAMED]),
        "number": number_format(more, force_grouping=True),
    }
    text = ngettext("%(names)s and one more", "%(names)s and %(number)s others", more)
    return text % words
