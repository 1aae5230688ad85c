"""Whether it is still being shown, has ended in a later year, or was cancelled."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog.prose.facts import Facts, Tense
from catalog.prose.nouns import noun


def state(facts: Facts) -> str:
    words = {"noun": noun(facts.kind)}
    if facts.status == "cancelled":
        return _("The %(noun)s was cancelled.") % words
    if facts.tense is not Tense.PAST:
        return ""
    if facts.status == "airing":
        return _("The %(noun)s is still airing.") % words
    if year := _later_year(facts):
        return _("The %(noun)s ended in %(year)d.") % {**words, "year": year}
    return ""


def _later_year(facts: Facts) -> int | None:
    """The year in which it ended, if that is over and not the year in which it began."""
    if not facts.released or not facts.ended or facts.ended.last_day > facts.today:
        return None
    return facts.ended.year if facts.ended.year > facts.released.year else None
