"""By what dramas may be chosen, and what a value of it looks like in an address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.browse.bands import EPISODES, RUNTIMES
from catalog.browse.years import clean_years
from catalog.models import Kind, Status

SLUG = re.compile(r"[a-z0-9_-]{1,120}")


def _slug(text: str) -> str:
    return text if SLUG.fullmatch(text) else ""


@dataclass(frozen=True, slots=True)
class Facet:
    """``key`` in the query; ``clean`` gives a value's one spelling, or "" for none.

    Of a facet with ``several`` all chosen values hold; of the others one can be chosen, and
    another takes its place. ``order``: the only values there are, as they are offered; without
    it they are in the order of their names. ``most``: so many are offered. ``is_open``: they
    are seen without asking.
    """

    key: str
    heading: str | Promise
    clean: Callable[[str], str] = _slug
    several: bool = False
    most: int = 1000
    order: tuple[str, ...] = ()
    is_open: bool = False


def _of(key: str, heading: str | Promise, order: Iterable[str]) -> Facet:
    values = tuple(order)
    return Facet(key, heading, lambda text: text if text in values else "", order=values)


# In the order of the page and of the address.
FACETS = (
    Facet("genre", _("Genre"), several=True, is_open=True),
    Facet("country", _("Country"), is_open=True),
    Facet("years", _("Years"), clean_years, is_open=True),
    _of("status", _("Status"), Status.values),
    _of("kind", _("Kind"), Kind.values),
    _of("episodes", _("Episodes"), [band.value for band in EPISODES]),
    _of("runtime", _("Runtime"), [band.value for band in RUNTIMES]),
    Facet("rating", _("Content rating")),
    Facet("network", _("Network"), most=16),
    Facet("tag", _("Tags"), several=True, most=24),
)
BY_KEY = {facet.key: facet for facet in FACETS}
