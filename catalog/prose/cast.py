"""Who plays in it."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.prose.facts import Facts
from catalog.prose.nouns import listed, noun

# Fewer are no ensemble.
ENSEMBLE = 3
# Up to so many names read as a sentence, closed with "and"; more read as a list.
SPOKEN = 5
# More are counted rather than named.
NAMED = 10


def cast(facts: Facts) -> str:
    if not facts.cast or facts.was_never_shown:
        return ""
    words = {"noun": noun(facts.kind), "names": names(facts.cast)}
    if facts.is_upcoming:
        return _("The %(noun)s will feature %(names)s.") % words
    if not facts.is_praised or len(facts.cast) < ENSEMBLE:
        return _("The %(noun)s features %(names)s.") % words
    return (
        _(
            "The %(noun)s showcases an exceptional ensemble cast featuring %(names)s, "
            "who bring their characters to life with compelling performances."
        )
        % words
    )


def names(cast: tuple[str, ...]) -> str:
    if len(cast) <= SPOKEN:
        return listed(cast)
    named = ", ".join(cast[:NAMED])
    more = len(cast) - NAMED
    if more <= 0:
        return named
    words = {"names": named, "number": number_format(more, force_grouping=True)}
    text = ngettext("%(names)s and one more", "%(names)s and %(number)s others", more)
    return text % words
