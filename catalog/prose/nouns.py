"""What a drama is called in a sentence."""

from __future__ import annotations

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

COUNTRIES_WITH_ARTICLE = frozenset({"AE", "BS", "DO", "GB", "GM", "MV", "NL", "PH", "US"})


def noun(kind: str) -> str:
    """The word behind an article: "a drama", "the film"."""
    nouns = {"film": _("film"), "special": _("special"), "show": _("show")}
    return nouns.get(kind, _("drama"))


def place(code: str, name: str) -> str:
    """A country behind a preposition: "Japan", "the Philippines"."""
    if code in COUNTRIES_WITH_ARTICLE:
        return pgettext("a country that takes an article", "the %(country)s") % {"country": name}
    return name


def listed(names: tuple[str, ...] | list[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return get_text_list(list(names), _("and"))
