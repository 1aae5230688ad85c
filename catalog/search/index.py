"""Keeping the documents like the catalogue: what is marked is written anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import batched

from django.db import connection, transaction

from catalog.models import Drama, Person
from catalog.models.search import Found, SearchDocument, SearchKey, SearchMark, SearchTerm
from catalog.search.documents import Entry
from catalog.search.drama_documents import drama_entries
from catalog.search.engines import engine
from catalog.search.marks import mark_all
from catalog.search.person_documents import person_entries

AT_ONCE = 200  # documents in one transaction: others want to write as well
ENTRIES = {Found.DRAMA.value: drama_entries, Found.PERSON.value: person_entries}
COLUMNS = (
    *("rank", "shown_from", "shown_until", "year"),
    *("names", "cast", "name_tokens", "word_tokens"),
)


def catch_up(most: int | None = None) -> None:
    """Writes the documents of what is marked, or of the newest ``most`` marks.

    With ``most`` it waits for nobody: who only wants to read leaves it to the other writer.
    """
    while marks := _newest(min(most or AT_ONCE, AT_ONCE)):
        with engine().turn(is_patient=most is None) as is_ours:
            if not is_ours:
                return
            _write(marks)
        if most is not None:
            return


def catch_up_within() -> None:
    """The same as part of the transaction that it is called in, however much there is."""
    while marks := _newest(AT_ONCE):
        _write(marks)


def rebuild() -> None:
    """Writes every document anew and forgets what nothing is called any more."""
    SearchTerm.objects.all().delete()
    SearchDocument.objects.update(names="")
    mark_all()
    catch_up()
    with transaction.atomic():
        engine().tidy()


def write_all() -> None:
    """Every document of a catalogue that has none yet, while no trigger watches.

    The engine's own index is made of them at the end, in a tenth of the time.
    """
    for kind, noun in ((Found.DRAMA.value, Drama), (Found.PERSON.value, Person)):
        keys = noun.objects.order_by("pk").values_list("pk", flat=True)
        for ids in batched(keys.iterator(), AT_ONCE, strict=False):
            _replace(kind, set(ids))
    engine().tidy()


def _newest(number: int) -> list[SearchMark]:
    # What was changed just now does not wait for the whole catalogue after an upgrade.
    return list(SearchMark.objects.order_by("-pk")[:number])


def _write(marks: list[SearchMark]) -> None:
    ids: dict[str, set[int]] = defaultdict(set)
    for mark in marks:
        ids[mark.kind].add(mark.object_id)
    # The marks go first: who changes a row from here on makes a new one.
    SearchMark.objects.filter(pk__in=[mark.pk for mark in marks]).delete()
    for kind, changed in ids.items():
        _replace(kind, changed)


def _replace(kind: str, ids: set[int]) -> None:
    before = {
        document.object_id: document
        for document in SearchDocument.objects.filter(kind=kind, object_id__in=ids)
    }
    entries = {entry.document.object_id: entry for entry in ENTRIES[kind](ids)}
    stale = [old.rank for pk, old in before.items() if not _is_same(old, entries.get(pk))]
    SearchKey.objects.filter(rank__in=stale).delete()
    SearchDocument.objects.filter(rank__in=stale).delete()
    fresh = [
        entry for pk, entry in entries.items() if pk not in before or before[pk].rank in set(stale)
    ]
    SearchDocument.objects.bulk_create([entry.document for entry in fresh])
    _add_keys(fresh)
    _learn(fresh)


def _add_keys(entries: Iterable[Entry]) -> None:
    # As rows rather than as models: there are a dozen to a document.
    rows = [(key, entry.document.rank) for entry in entries for key in sorted(entry.keys)]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO catalog_searchkey (key, rank) VALUES (%s, %s)", rows)


def _is_same(old: SearchDocument, entry: Entry | None) -> bool:
    return entry is not None and all(
        getattr(old, column) == getattr(entry.document, column) for column in COLUMNS
    )


def _learn(entries: Iterable[Entry]) -> None:
    terms = {term for entry in entries for term in entry.terms}
    known = set(SearchTerm.objects.filter(term__in=terms).values_list("term", flat=True))
    new = terms - known
    SearchTerm.objects.bulk_create([SearchTerm(term=term) for term in new], ignore_conflicts=True)
    engine().learn(new)
