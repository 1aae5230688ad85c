import datetime

import pytest

from catalog.importers.load import load
from catalog.importers.records import (
    CreditRecord,
    DramaRecord,
    EpisodeRecord,
    LinkRecord,
    PersonRecord,
    SeasonRecord,
    TitleRecord,
)
from catalog.kept_rows import kept_rows, release
from catalog.models import Drama, Episode
from tests import factories

TEARS = DramaRecord(
    "tmdb",
    "1",
    "1 Litre of Tears",
    alternative_titles=(TitleRecord("A Diary", "en"), TitleRecord("Namida")),
    links=(LinkRecord("watch", "https://watch.example/1", "Watch"),),
    credits=(
        CreditRecord(PersonRecord("61", "Erika"), "main", "Aya"),
        CreditRecord(PersonRecord("62", "Ryo"), "main", "Haruto"),
    ),
    seasons=(SeasonRecord(1, episodes=(EpisodeRecord(1, "First"), EpisodeRecord(2, "Second"))),),
)


def imported():
    load([TEARS], as_of=datetime.date(2025, 10, 31))
    return Drama.objects.get(external_ids__source="tmdb")


@pytest.fixture
def drama(db):
    """Of which an editor has removed a title, a link and a credit, and changed an episode."""
    drama = imported()
    drama.alternative_titles.filter(title="A Diary").delete()
    drama.links.all().delete()
    drama.credits.filter(character="Aya").delete()
    Episode.objects.filter(number=1).update(title="Mine")
    return drama


def told(drama):
    return [(row.field, row.said) for row in kept_rows(drama, drama.external_ids.all())]


def test_rows_that_editors_removed_or_changed_are_told(drama):
    expected = [
        ("alternative_titles", ["A Diary", "en"]),
        ("links", ["watch", "https://watch.example/1"]),
        ("credits", ["61", "main", "Aya"]),
        ("seasons.1.episodes.1.title", "First"),
    ]
    assert told(drama) == expected
    imported()
    assert told(drama) == expected


def test_released_rows_come_back_with_the_next_import(drama):
    keys = [row.key for row in kept_rows(drama, drama.external_ids.all())]
    release(drama, drama.external_ids.all(), [*keys, "of nothing"])
    imported()
    assert told(drama) == []
    assert drama.alternative_titles.count() == 2
    assert [link.label for link in drama.links.all()] == ["Watch"]
    assert drama.credits.count() == 2
    assert Episode.objects.get(number=1).title == "First"


def test_others_stay_as_they_are(drama):
    [title, *_rest] = [row.key for row in kept_rows(drama, drama.external_ids.all())]
    release(drama, drama.external_ids.all(), [title])
    imported()
    assert len(told(drama)) == 3


def test_drama_of_which_no_source_has_spoken_has_none(db, django_assert_num_queries):
    drama = factories.DramaFactory()
    row = factories.ExternalIdFactory(drama=drama)
    with django_assert_num_queries(0):
        assert kept_rows(drama, [row]) == []
