"""What people type, with what they mean by it: dramas (d) and people (p) of a real listing.

typed.tsv is this project's own: queries, and ids of the listing that they lead to.
"""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from catalog.models import ExternalId
from catalog.search import find
from catalog.search.query import Query

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

FEWEST = 300
# Of the first ten; the mean of 1 / place of the first right one.
RECALL, MEAN_RECIPROCAL_RANK, OF_A_CATEGORY = 0.98, 0.90, 0.90


def labelled():
    with (Path(__file__).parent / "typed.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def load(listing, folder):
    """The listing, a part of it first.

    Within one transaction PostgreSQL does not learn by itself how large its tables have
    become, and plans as for empty ones: minutes in place of seconds.
    """
    some = folder / "some.jsonl"
    some.write_bytes(b"".join(listing.read_bytes().splitlines(keepends=True)[:400]))
    for part in (some, listing):
        call_command("import_dramas", str(part), verbosity=0)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")


@pytest.fixture(scope="module")
def places(django_db_setup, django_db_blocker, shared, tmp_path_factory):
    """The place of the first right hit of each query, 0 when none of the ten is; by category."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(shared / "data/dramas/mydramalist.jsonl", tmp_path_factory.mktemp("listing"))
        ids = {}
        for row in ExternalId.objects.all():
            key = ("d", row.drama_id) if row.drama_id else ("p", row.person_id)
            ids[key] = key[0] + row.value
        found = defaultdict(list)
        for row in labelled():
            hits = [ids[hit.key] for hit in find(Query.parse(row["typed"])).hits[:10]]
            right = [hits.index(each) + 1 for each in row["meant"].split() if each in hits]
            found[row["category"]].append(min(right, default=0))
        transaction.set_rollback(True)
    return found


def recall(places):
    return sum(place > 0 for place in places) / len(places)


def mean_reciprocal_rank(places):
    return sum(1 / place for place in places if place) / len(places)


def test_measures_know_a_miss_from_a_late_hit():
    assert (recall([1, 2, 0, 1]), mean_reciprocal_rank([1, 2, 0, 1])) == (0.75, 0.625)


def test_typed_queries_find_what_is_meant(places):
    every = [place for some in places.values() for place in some]
    assert len(every) >= FEWEST
    assert recall(every) >= RECALL
    assert mean_reciprocal_rank(every) >= MEAN_RECIPROCAL_RANK


def test_each_category_of_queries_is_served_well(places):
    poor = {
        category: (recall(some), mean_reciprocal_rank(some))
        for category, some in places.items()
        if min(recall(some), mean_reciprocal_rank(some)) < OF_A_CATEGORY
    }
    assert poor == {}
