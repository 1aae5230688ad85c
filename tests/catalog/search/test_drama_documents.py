import datetime
import json

import pytest

from catalog.search.drama_documents import drama_entries
from tests.factories import AlternativeTitleFactory, CreditFactory, DramaFactory, GenreFactory

pytestmark = pytest.mark.django_db


def test_document_holds_what_a_drama_is_found_by():
    drama = DramaFactory(
        title="Nodame",
        native_title="のだめ",
        original_language="ja",
        synopsis="A pianist",
        released_on=datetime.date(2006, 10, 16),
        released_precision="day",
        genres=[GenreFactory(name="Music")],
    )
    AlternativeTitleFactory(drama=drama, title="Cantabile", language="it")
    credit = CreditFactory(drama=drama, person__name="Ueno Juri", character="Noda [Nodame]")
    [entry] = drama_entries([drama.pk])
    document = entry.document
    assert (document.year, document.object_id) == (2006, drama.pk)
    assert json.loads(document.names) == [
        ["title", "", "Nodame", "nodame"],
        ["native", "ja", "のだめ", "のだめ"],
        ["other", "it", "Cantabile", "cantabile"],
        ["hidden", "", "のだめ", "nodame"],
    ]
    assert json.loads(document.cast) == [
        [credit.person_id, "Ueno Juri", "ueno juri", "Noda", "noda"]
    ]
    assert document.name_tokens == "_y2006 cantabile nodame だ だめ の のだ め"
    assert set(document.word_tokens.split()) >= {"music", "pianist", "ueno", "juri", "noda"}
    assert entry.terms == {"nodame", "cantabile", "noda"}


@pytest.mark.parametrize("count", [1, 3])
def test_documents_take_the_same_queries_at_any_number(django_assert_num_queries, count):
    ids = [CreditFactory().drama_id for _ in range(count)]
    with django_assert_num_queries(7):
        assert len(list(drama_entries(ids))) == count


def test_draft_has_no_document():
    assert list(drama_entries([DramaFactory(publication="draft").pk])) == []
