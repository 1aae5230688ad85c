"""Checking dramas by the rules: one after a save, those that changed, or all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import batched

from django.utils import timezone

from catalog.changes import Mark, changes_since
from catalog.models import Drama
from catalog.models.finding import Finding, QualityMark
from catalog.quality import trend
from catalog.quality.keeping import Complaint, keep
from catalog.quality.people import ALIKE, people_alike
from catalog.quality.reading import facts_of
from catalog.quality.redirects import NOWHERE, dead_redirects
from catalog.quality.rule import Described, Found
from catalog.quality.rules import OF_A_DRAMA
from catalog.quality.surroundings import Surroundings, surroundings
from catalog.quality.twins import SAME_SYNOPSIS, twins

AT_ONCE = 200  # dramas in memory, and in one transaction
MOST_CHANGED = 2_000  # of more, the last that changed; the daily check sees to the others
OWN = [rule.name for rule in OF_A_DRAMA]
Over = Callable[[Collection[int] | None], dict[int, Found]]
OVER_ALL: tuple[tuple[str, Described, Over], ...] = (
    ("drama", SAME_SYNOPSIS, twins),
    ("person", ALIKE, people_alike),
    ("redirect", NOWHERE, dead_redirects),
)


def check_all(tell: Callable[[int], object] = int) -> int:
    """Every rule over the whole catalogue; how many findings. ``tell`` hears of each lot."""
    begun_at, (mark, _changed) = timezone.now(), changes_since(Mark())
    number, around = 0, surroundings()
    keys = Drama.objects.order_by("pk").values_list("pk", flat=True)
    for ids in batched(list(keys), AT_ONCE, strict=False):
        number += _check(ids, around)
        tell(len(ids))
    for subject, rule, find in OVER_ALL:
        known = Finding.objects.filter(rule=rule.name)
        number += keep(subject, known, _complaints(rule, find(None)))
    _remember(mark, begun_at)
    trend.note()
    return number


def check_dramas(ids: Collection[int]) -> int:
    """Of these dramas alone, at once; what many have in common only where it was known."""
    around, number = surroundings(), 0
    for some in batched(ids, AT_ONCE, strict=False):
        number += _check(some, around) + look_again("drama", some)
    return number


def check_changed() -> int:
    """Of the dramas that have changed since the last look; how many dramas."""
    begun_at = timezone.now()
    row = QualityMark.objects.first()
    if row is None:
        return 0  # The daily check comes first.
    mark, noted = changes_since(Mark(row.log_number, row.log_token))
    written = Drama.objects.filter(changed_at__gte=row.checked_at).order_by("-changed_at", "-pk")
    ids = list(written.values_list("pk", flat=True)[:MOST_CHANGED])
    ids += sorted((noted or set()) - set(ids), reverse=True)[: MOST_CHANGED - len(ids)]
    check_dramas(ids)
    _remember(mark, begun_at)
    return len(ids)


def look_again(subject: str, ids: Collection[int]) -> int:
    """Whether what rules over many said of these, and of those that they named, still holds."""
    return sum(
        _look_again(rule, column, find, ids) for column, rule, find in OVER_ALL if column == subject
    )


def _look_again(rule: Described, column: str, find: Over, ids: Collection[int]) -> int:
    findings = Finding.objects.filter(rule=rule.name)
    said = findings.filter(**{f"{column}__in": ids}).values_list("data", flat=True)
    others = [pk for data in said for pk in data.get("others", ())]
    # A redirect is judged by itself; of the others, new ones are for the daily check.
    if not others and column != "redirect":
        return 0
    among = {*ids, *others}
    known = findings.filter(**{f"{column}__in": among})
    return keep(column, known, _complaints(rule, find(among)))


def _check(ids: Collection[int], around: Surroundings) -> int:
    known = Finding.objects.filter(drama__in=ids, rule__in=OWN)
    return keep("drama", known, _found_in(ids, around))


def _found_in(ids: Collection[int], around: Surroundings) -> Iterator[Complaint]:
    for drama in facts_of(ids):
        for rule in OF_A_DRAMA:
            found = rule.find(drama, around)
            if found is not None:
                yield drama.pk, rule, found


def _complaints(rule: Described, found: dict[int, Found]) -> Iterator[Complaint]:
    return ((pk, rule, data) for pk, data in found.items())


def _remember(mark: Mark, checked_at: object) -> None:
    values = {"log_number": mark.pk, "log_token": mark.token, "checked_at": checked_at}
    QualityMark.objects.update_or_create(pk=1, defaults=values)
