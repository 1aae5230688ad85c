import datetime

import pytest
from django.db import connection

from catalog.changes import Mark, changes_since
from catalog.models import Drama, SearchDocument, SearchMark
from catalog.search.index import catch_up
from dramasite.management.generated.inserting import filling, insert
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db
STOP = "stopped half-way"


def schema():
    """Tables, indexes and triggers, as the database has them."""
    table = "sqlite_master" if connection.vendor == "sqlite" else "pg_indexes"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        columns = [
            column.name if hasattr(column, "name") else column[0] for column in cursor.description
        ]
        kept = [place for place, name in enumerate(columns) if name != "rootpage"]
        return sorted(str([row[place] for place in kept]) for row in cursor.fetchall())


@filling()
def fill_and_stop():
    DramaFactory(slug="goblin")
    raise KeyboardInterrupt(STOP)


def test_row_is_inserted_as_bulk_create_would():
    made = DramaFactory.build_batch(
        2, released_on=datetime.date(2020, 1, 2), released_precision="day"
    )
    made[0].slug, made[1].slug = "one", "other"
    insert(Drama, made[:1])
    Drama.objects.bulk_create(made[1:])
    own = ("id", "slug", "title", "created_at", "changed_at")
    one, other = Drama.objects.order_by("pk").values()
    assert all(one[name] for name in own)
    assert [one.pop(name) == other.pop(name) for name in own] == [False] * len(own)
    assert one == other


def test_database_is_as_before_when_it_is_filled():
    # A test that empties the database after itself leaves marks of what it took away.
    catch_up()
    before = schema()
    with filling():
        DramaFactory(slug="goblin")
    assert schema() == before
    assert SearchDocument.objects.count() == 1
    assert not SearchMark.objects.exists()


def test_filling_is_noted_for_who_keeps_an_index():
    mark, _changed = changes_since(Mark())
    with filling():
        DramaFactory(slug="goblin")
    assert changes_since(mark)[1] is None


def test_stopped_filling_leaves_nothing():
    before = schema()
    with pytest.raises(KeyboardInterrupt, match=STOP):
        fill_and_stop()
    assert schema() == before
    assert not Drama.objects.exists()
