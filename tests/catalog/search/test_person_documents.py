import json

import pytest

from catalog.search.person_documents import person_entries
from tests.factories import CreditFactory, ListingFiguresFactory, PersonFactory, PersonNameFactory

pytestmark = pytest.mark.django_db


def test_document_holds_what_a_person_is_found_by():
    person = PersonFactory(name="Gong Yoo", native_name="공유", native_language="ko")
    PersonNameFactory(person=person, name="Gong Ji Chul")
    CreditFactory(person=person, character="Kim Shin")
    [entry] = person_entries([person.pk])
    assert [name[2] for name in json.loads(entry.document.names)] == [
        "Gong Yoo",
        "공유",
        "Gong Ji Chul",
        "공유",
    ]
    # What they play stands in the documents of dramas, which may be drafts.
    assert "kim" not in entry.document.word_tokens


def test_who_leads_in_a_watched_drama_is_better_known():
    drama = ListingFiguresFactory(watchers=50_000).drama
    lead, guest = CreditFactory(drama=drama), CreditFactory(drama=drama, role="guest")
    other = CreditFactory()
    entries = person_entries([lead.person_id, guest.person_id, other.person_id])
    ranks = {entry.document.object_id: entry.document.rank for entry in entries}
    assert sorted(ranks, key=ranks.get) == [lead.person_id, guest.person_id, other.person_id]


@pytest.mark.parametrize("count", [1, 3])
def test_documents_take_the_same_queries_at_any_number(django_assert_num_queries, count):
    ids = [CreditFactory().person_id for _ in range(count)]
    with django_assert_num_queries(4):
        assert len(list(person_entries(ids))) == count


def test_person_without_a_shown_drama_has_no_document():
    hidden = CreditFactory(drama__publication="draft").person_id
    assert list(person_entries([hidden, PersonFactory().pk])) == []
