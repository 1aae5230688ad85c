"""Findings written down: new ones, those that changed, those that are gone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import batched

from django.db import transaction
from django.utils import timezone

from catalog.models.finding import Finding, FindingQuerySet
from catalog.quality.rule import Described, Found, Rule, fingerprint

AT_ONCE = 400
Key = tuple[int, str]
Complaint = tuple[int, Rule | Described, Found]


def keep(subject: str, known: FindingQuerySet, complaints: Iterable[Complaint]) -> int:
    """Make ``known``, all that was known of these rows by these rules, what is found now.

    ``subject`` is the column of the rows. How many findings there are.
    """
    now = timezone.now()
    with transaction.atomic():
        before = {(row[0], row[1]): row[2:] for row in _rows(subject, known)}
        new, changed, same = [], [], []
        for pk, rule, found in complaints:
            finding = _finding(subject, pk, rule, found, now)
            was = before.pop((pk, rule.name), None)
            if was is None:
                new.append(finding)
            elif was[1:] == (finding.fingerprint, found):
                same.append(was[0])
            else:
                finding.pk = was[0]
                changed.append((finding, was[1] == finding.fingerprint))
        _write(new, changed, same, now)
        for some in batched([was[0] for was in before.values()], AT_ONCE, strict=False):
            Finding.objects.filter(pk__in=some).delete()
    return len(new) + len(changed) + len(same)


def _rows(subject: str, known: FindingQuerySet) -> Iterable[tuple]:
    return known.values_list(f"{subject}_id", "rule", "pk", "fingerprint", "data")


def _finding(
    subject: str, pk: int, rule: Rule | Described, found: Found, now: datetime.datetime
) -> Finding:
    return Finding(
        rule=rule.name,
        severity=rule.severity,
        data=found,
        fingerprint=fingerprint(found),
        first_seen=now,
        last_seen=now,
        **{f"{subject}_id": pk},
    )


def _write(
    new: list[Finding],
    changed: list[tuple[Finding, bool]],
    same: list[int],
    now: datetime.datetime,
) -> None:
    Finding.objects.bulk_create(new, AT_ONCE)
    fields = ["data", "last_seen", "severity"]
    for_the_same_facts = [finding for finding, is_same in changed if is_same]
    Finding.objects.bulk_update(for_the_same_facts, fields, AT_ONCE)
    # What was called right was right of other facts.
    others = [finding for finding, is_same in changed if not is_same]
    fields += ["fingerprint", "first_seen", "silenced_at", "silenced_by"]
    Finding.objects.bulk_update(others, fields, AT_ONCE)
    for some in batched(same, AT_ONCE, strict=False):
        Finding.objects.filter(pk__in=some).update(last_seen=now)
