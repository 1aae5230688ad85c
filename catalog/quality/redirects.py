"""Old addresses that lead to nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import batched
from typing import Any

from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from catalog.models import Country, Drama, FormerSlug, Genre, Network, Page, Person, Redirect, Tag
from catalog.models.finding import Severity
from catalog.models.redirect import spelled
from catalog.quality.rule import Described, Found

NOWHERE = Described(
    "redirect-to-nothing",
    Severity.ERROR,
    _("The old address leads to what visitors cannot read: %(place)s"),
    "id_address",
)
AT_ONCE = 400
# Whose slugs stand in addresses of these names.
NOUNS: dict[str, Any] = {
    "drama": Drama,
    "episodes": Drama,
    "person": Person,
    "page": Page,
    "country": Country,
    "genre": Genre,
    "network": Network,
    "tag": Tag,
}


def dead_redirects(among: Collection[int] | None = None) -> dict[int, Found]:
    """By redirect, with the place; of all, or of these alone."""
    redirects = Redirect.objects.order_by("pk")
    if among is not None:
        redirects = redirects.filter(pk__in=among)
    found: dict[int, Found] = {}
    for some in batched(redirects.iterator(), AT_ONCE, strict=False):
        found |= dict(_to_hidden(list(some)))
        found |= dict(_to_addresses([each for each in some if each.address]))
    return found


def _to_hidden(redirects: list[Redirect]) -> Iterator[tuple[int, Found]]:
    for noun, rows in (("drama", Drama.objects), ("page", Page.objects)):
        wanted = {getattr(each, f"{noun}_id") for each in redirects} - {None}
        visible = set(rows.published().filter(pk__in=wanted).values_list("pk", flat=True))
        hidden = dict(rows.filter(pk__in=wanted - visible).values_list("pk", "title"))
        for each in redirects:
            target = getattr(each, f"{noun}_id")
            if target in hidden:
                yield each.pk, {"place": hidden[target]}


def _to_addresses(redirects: list[Redirect]) -> Iterator[tuple[int, Found]]:
    wanted: defaultdict[str, dict[str, list[Redirect]]] = defaultdict(lambda: defaultdict(list))
    for each in _without_onward(redirects):
        place = _resolved(_path(each))
        if place is None:
            yield each.pk, {"place": each.address}
        elif place[0] in NOUNS:
            wanted[place[0]][place[1]].append(each)
    for name, slugs in wanted.items():
        for slug in slugs.keys() - _known(name, list(slugs)):
            yield from ((each.pk, {"place": each.address}) for each in slugs[slug])


def _without_onward(redirects: list[Redirect]) -> Iterator[Redirect]:
    """Those whose address is not that of another redirect."""
    ways = {each.pk: {spelled(_path(each)), spelled(each.address)} for each in redirects}
    onward = {way for both in ways.values() for way in both}
    known = set(Redirect.objects.filter(old__in=onward).values_list("old", flat=True))
    return (each for each in redirects if not ways[each.pk] & known)


def _path(redirect: Redirect) -> str:
    return redirect.address.partition("#")[0].partition("?")[0]


def _known(name: str, slugs: list[str]) -> set[str]:
    """Those of these slugs under which a page is read, or was once."""
    noun = NOUNS[name]
    rows = noun.objects.published() if hasattr(noun.objects, "published") else noun.objects.in_use()
    known = set(rows.filter(slug__in=slugs).values_list("slug", flat=True))
    if noun in (Drama, Person):
        field = str(noun._meta.model_name)
        former = FormerSlug.objects.filter(slug__in=slugs, **{f"{field}__in": rows})
        known |= set(former.values_list("slug", flat=True))
    return known


def _resolved(path: str) -> tuple[str, str] | None:
    """The name of the page that answers, and the slug in its address; None: no page does."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return match.url_name or "", str(match.kwargs.get("slug", ""))
