"""Two dramas with one synopsis, found over the whole catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from itertools import batched

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Drama, Relation
from catalog.models.finding import Severity
from catalog.quality.rule import Described, Found
from catalog.quality.texts import FEWEST_LETTERS, digest

SAME_SYNOPSIS = Described(
    "same-synopsis",
    Severity.ERROR,
    _("The synopsis is also that of %(titles)s."),
    "id_synopsis",
)
AT_ONCE = 400
MOST_NAMED = 5


def twins(among: Collection[int] | None = None) -> dict[int, Found]:
    """By drama, with the others; of all, or compared only ``among`` these.

    Editions of one drama, which are related to one another, may share their text. Of each
    synopsis its hash alone is in memory: some 15 MB for 100,000 dramas.
    """
    groups = [group for group in _by_text(among).values() if len(group) > 1]
    ids = [pk for group in groups for pk in group]
    related, titles = _related(ids), _titles(ids)
    found = {}
    for group in groups:
        for pk in group:
            others = [other for other in group if other != pk and (pk, other) not in related]
            if others:
                named = others[:MOST_NAMED]
                found[pk] = {"others": others, "titles": [titles[other] for other in named]}
    return found


def _by_text(among: Collection[int] | None) -> dict[str, list[int]]:
    dramas = Drama.objects.filter(merged_into=None).exclude(synopsis="").order_by("pk")
    rows = dramas if among is None else dramas.filter(pk__in=among)
    by_text: defaultdict[str, list[int]] = defaultdict(list)
    for pk, text in rows.values_list("pk", "synopsis").iterator():
        if len(text) >= FEWEST_LETTERS:
            by_text[digest(text)].append(pk)
    return by_text


def _related(ids: list[int]) -> set[tuple[int, int]]:
    pairs = set()
    for some in batched(ids, AT_ONCE, strict=False):
        rows = Relation.objects.filter(Q(drama__in=some) | Q(other__in=some))
        for one, other in rows.values_list("drama_id", "other_id"):
            pairs |= {(one, other), (other, one)}
    return pairs


def _titles(ids: list[int]) -> dict[int, str]:
    known: dict[int, str] = {}
    for some in batched(ids, AT_ONCE, strict=False):
        known |= dict(Drama.objects.filter(pk__in=some).values_list("pk", "title"))
    return known
