"""By what dramas may be chosen, and what a value of it looks like in an address."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.browse.bands import EPISODES, RUNTIMES
from catalog.browse.years import clean_years
from catalog.models import Kind, Status

SLUG = re.compile(r"[a-z0-9_-]{1,120}")


def _slug(text: str) -> str:
    return text if SLUG.fullmatch(text) else ""


def _one_of(values: list[str]) -> Callable[[str], str]:
    return lambda text: text if text in values else ""


@dataclass(frozen=True, slots=True)
class Facet:
    """``key`` in the query; ``clean`` gives a value's one spelling, or "" for none.

    Of a facet with ``several`` all chosen values hold; of the others one can be chosen, and
    another takes its place. ``most``: so many values are offered, those of most dramas.
    """

    key: str
    heading: str | Promise
    clean: Callable[[str], str] = _slug
    several: bool = False
    most: int = 1000


# In the order of the page and of the address.
FACETS = (
    Facet("genre", _("Genre"), several=True),
    Facet("country", _("Country")),
    Facet("years", _("Years"), clean_years),
    Facet("status", _("Status"), _one_of(Status.values)),
    Facet("kind", _("Kind"), _one_of(Kind.values)),
    Facet("episodes", _("Episodes"), _one_of([band.value for band in EPISODES])),
    Facet("runtime", _("Runtime"), _one_of([band.value for band in RUNTIMES])),
    Facet("rating", _("Content rating")),
    Facet("network", _("Network"), most=15),
    Facet("tag", _("Tags"), several=True, most=24),
)
BY_KEY = {facet.key: facet for facet in FACETS}
