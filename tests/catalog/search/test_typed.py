"""What people type, with what they mean by it: dramas (d) and people (p) of a real listing.

typed.tsv is this project's own: queries, and ids of the listing that they lead to.
"""

import csv
import json
from collections import defaultdict
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

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


def loaded(listing, folder):
    """Imports the listing: all of it here, and a part on PostgreSQL, where the cases come again.

    Within one transaction PostgreSQL does not learn by itself how large its tables have
    become, and plans as for empty ones: minutes in place of seconds.
    """
    lines = listing.read_bytes().splitlines(keepends=True)
    if connection.vendor != "postgresql":
        call_command("import_dramas", str(listing), verbosity=0)
        return
    part = meant_and_some_others(lines)
    for number, some in enumerate((part[:400], part)):
        file = folder / f"{number}.jsonl"
        file.write_bytes(b"".join(some))
        call_command("import_dramas", str(file), verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def meant_and_some_others(lines):
    meant = {each for row in labelled() for each in row["meant"].split()}
    return [
        line
        for number, line in enumerate(lines)
        if number % 4 == 0 or not meant.isdisjoint(names_in(json.loads(line)))
    ]


def names_in(row):
    people = [*(row["cast"] or ()), *(row["directors"] or ()), *(row["screenwriters"] or ())]
    return {f"d{row['mdl_id']}"} | {f"p{person['id']}" for person in people}


@pytest.fixture
def places(db, shared, tmp_path):
    """The place of the first right hit of each query, 0 when none of the ten is; by category."""
    loaded(shared / "data/dramas/mydramalist.jsonl", tmp_path)
    ids = {}
    for row in ExternalId.objects.all():
        key = ("d", row.drama_id) if row.drama_id else ("p", row.person_id)
        ids[key] = key[0] + row.value
    found = defaultdict(list)
    for row in labelled():
        hits = [ids[hit.key] for hit in find(Query.parse(row["typed"])).hits[:10]]
        right = [hits.index(each) + 1 for each in row["meant"].split() if each in hits]
        found[row["category"]].append(min(right, default=0))
    return found


def recall(places):
    return sum(place > 0 for place in places) / len(places)


def mean_reciprocal_rank(places):
    return sum(1 / place for place in places if place) / len(places)


def test_measures_know_a_miss_from_a_late_hit():
    assert (recall([1, 2, 0, 1]), mean_reciprocal_rank([1, 2, 0, 1])) == (0.75, 0.625)


# One test: the listing takes longer to load than all else.
@pytest.mark.long
def test_typed_queries_find_what_is_meant_in_every_category(places):
    every = [place for some in places.values() for place in some]
    assert len(every) >= FEWEST
    assert recall(every) >= RECALL
    assert mean_reciprocal_rank(every) >= MEAN_RECIPROCAL_RANK
    poor = {
        category: (recall(some), mean_reciprocal_rank(some))
        for category, some in places.items()
        if min(recall(some), mean_reciprocal_rank(some)) < OF_A_CATEGORY
    }
    assert poor == {}
