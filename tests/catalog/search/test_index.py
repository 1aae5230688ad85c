"""The index is like the catalogue, whatever writes to it."""

import datetime
import io
import random

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from catalog.models import (
    AlternativeTitle,
    Credit,
    Drama,
    Genre,
    Person,
    PersonName,
    SearchDocument,
    SearchKey,
    SearchMark,
)
from catalog.search import find
from catalog.search.index import catch_up, rebuild
from catalog.search.query import Query
from tests.factories import (
    AlternativeTitleFactory,
    CreditFactory,
    DramaFactory,
    GenreFactory,
    ListingFiguresFactory,
    PersonFactory,
    PersonNameFactory,
)

pytestmark = pytest.mark.django_db


def found(typed):
    catch_up()
    return {(hit.kind, hit.object_id) for hit in find(Query.parse(typed)).hits}


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def by_save(drama):
    drama.title = "Renamed"
    drama.save()


def by_update(drama):
    Drama.objects.filter(pk=drama.pk).update(title="Renamed")


def by_bulk_update(drama):
    drama.title = "Renamed"
    Drama.objects.bulk_update([drama], ["title"])


def by_sql(drama):
    sql("UPDATE catalog_drama SET title = 'Renamed' WHERE id = %s", drama.pk)


def by_another_title(drama):
    AlternativeTitle.objects.bulk_create([AlternativeTitle(drama=drama, title="Renamed")])


def by_label(drama):
    drama.genres.add(GenreFactory(name="Renamed"))


def by_renamed_label(drama):
    drama.genres.add(GenreFactory(name="Romance"))
    catch_up()
    Genre.objects.update(name="Renamed")


def by_character(drama):
    Credit.objects.bulk_create([Credit(drama=drama, person=PersonFactory(), character="Renamed")])


def by_person(drama):
    person = CreditFactory(drama=drama).person
    catch_up()
    Person.objects.filter(pk=person.pk).update(name="Renamed")


@pytest.mark.parametrize(
    "change",
    [
        by_save,
        by_update,
        by_bulk_update,
        by_sql,
        by_another_title,
        by_label,
        by_renamed_label,
        by_character,
        by_person,
    ],
)
def test_changed_drama_is_found_by_what_it_is_now(change):
    drama = DramaFactory(title="Before")
    assert found("renamed") == set()
    change(drama)
    assert ("d", drama.pk) in found("renamed")


@pytest.mark.parametrize(
    "change",
    [
        lambda drama: drama.delete(),
        lambda drama: Drama.objects.filter(pk=drama.pk).update(publication="draft"),
        lambda drama: sql("DELETE FROM catalog_drama WHERE id = %s", drama.pk),
        lambda drama: by_update(drama),
    ],
)
def test_what_is_gone_is_not_found(change):
    drama = DramaFactory(title="Before")
    assert found("before") == {("d", drama.pk)}
    change(drama)
    assert found("before") == set()


def test_person_is_found_only_with_a_published_drama():
    credit = CreditFactory(person__name="Somebody", drama__publication="draft")
    assert found("somebody") == set()
    Drama.objects.filter(pk=credit.drama_id).update(publication="published")
    assert ("p", credit.person_id) in found("somebody")
    Credit.objects.all().delete()
    assert found("somebody") == set()


def test_figures_change_who_goes_first():
    one, other = DramaFactory(title="My Girl"), DramaFactory(title="My Girl")
    ListingFiguresFactory(drama=one, watchers=500)
    assert find_ids("my girl") == [one.pk, other.pk]
    ListingFiguresFactory(drama=other, watchers=900)
    assert find_ids("my girl") == [other.pk, one.pk]


def find_ids(typed):
    catch_up()
    return [hit.object_id for hit in find(Query.parse(typed)).hits]


def test_change_that_is_taken_back_leaves_no_mark():
    drama = DramaFactory(title="Before")
    catch_up()
    with transaction.atomic():
        by_update(drama)
        assert SearchMark.objects.exists()
        transaction.set_rollback(True)
    assert SearchMark.objects.count() == 0


def test_change_of_nothing_that_is_found_leaves_no_mark():
    drama = DramaFactory(title="Before")
    catch_up()
    drama.runtime = 45
    drama.save()
    assert SearchMark.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_saved_drama_is_written_at_its_commit():
    DramaFactory(title="Written")
    assert [hit.kind for hit in find(Query.parse("written")).hits] == ["d"]


def test_few_marks_are_seen_to_at_a_search():
    catch_up()
    Drama.objects.bulk_create(Drama(title=f"Many {n}", slug=f"many-{n}") for n in range(70))
    catch_up(50)
    assert SearchMark.objects.count() == 20


def test_rebuilding_mends_whatever_is_wrong():
    drama = DramaFactory(title="Right", publication="published")
    catch_up()
    SearchDocument.objects.update(names='[["title","","Wrong","wrong"]]', name_tokens="wrong")
    SearchKey.objects.all().delete()
    SearchDocument.objects.create(
        rank=1, kind="d", object_id=drama.pk + 1, shown_from=drama.created_at, names="[]",
        cast="[]", name_tokens="gone", word_tokens="gone",
    )  # fmt: skip
    call_command("rebuild_search", stdout=io.StringIO())
    assert found("right") == {("d", drama.pk)}
    assert found("gone") == found("wrong") == set()


def snapshot():
    columns = ("rank", "kind", "object_id", "names", "cast", "name_tokens", "word_tokens")
    documents = sorted(SearchDocument.objects.values_list(*columns))
    return documents, sorted(SearchKey.objects.values_list("key", "rank"))


@pytest.mark.parametrize("seed", range(5))
def test_after_any_changes_the_index_is_as_if_built_anew(seed):
    dice = random.Random(seed)
    for _ in range(6):
        CreditFactory(character=f"Part {dice.randrange(9)}")
    for _ in range(30):
        dice.choice(CHANGES)(dice)
        if dice.random() < 0.3:
            catch_up(dice.randrange(1, 9))
    catch_up()
    kept = snapshot()
    rebuild()
    assert kept == snapshot()


def one(dice, model):
    rows = list(model.objects.order_by("pk"))
    return dice.choice(rows) if rows else None


def change_state(dice):
    state = dice.choice(["draft", "published"])
    Drama.objects.filter(pk=getattr(one(dice, Drama), "pk", 0)).update(publication=state)


def schedule(dice):
    Drama.objects.filter(pk=getattr(one(dice, Drama), "pk", 0)).update(
        publication="scheduled", publish_at=datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC)
    )


def rename_person(dice):
    Person.objects.filter(pk=getattr(one(dice, Person), "pk", 0)).update(name=f"P {dice.random()}")


def delete_drama(dice):
    drama = one(dice, Drama)
    if drama:
        drama.delete()


def delete_credit(dice):
    Credit.objects.filter(pk=getattr(one(dice, Credit), "pk", 0)).delete()


def move_credit(dice):
    credit, drama = one(dice, Credit), DramaFactory(title=f"New {dice.random()}")
    if credit:
        Credit.objects.filter(pk=credit.pk).update(drama=drama)


def add_figures(dice):
    drama = one(dice, Drama)
    if drama and not drama.figures.exists():
        ListingFiguresFactory(drama=drama, watchers=dice.randrange(90_000))


def add_names(dice):
    if drama := one(dice, Drama):
        AlternativeTitleFactory(drama=drama)
    if person := one(dice, Person):
        PersonNameFactory(person=person)


def delete_names(dice):
    AlternativeTitle.objects.all().delete()
    PersonName.objects.all().delete()


CHANGES = [
    change_state,
    schedule,
    rename_person,
    delete_drama,
    delete_credit,
    move_credit,
    add_figures,
    add_names,
    delete_names,
]
