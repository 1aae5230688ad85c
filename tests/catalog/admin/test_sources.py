import datetime
from dataclasses import replace

import pytest

from catalog.importers.load import load
from catalog.importers.records import CreditRecord, DramaRecord, PersonRecord, TagRecord
from catalog.models import Drama, Person
from catalog.models.dates import PartialDate
from tests.catalog.admin.formdata import form_data
from tests.catalog.admin.test_drama import address, saved

AS_OF = datetime.date(2025, 10, 31)
TEARS = DramaRecord(
    "tmdb",
    "1",
    "1 Litre of Tears",
    released=PartialDate.parse("2005-10-11"),
    runtime=46,
    countries=("JP",),
    genres=("Drama", "Melodrama"),
    tags=(TagRecord("Illness"), TagRecord("Death")),
    credits=(CreditRecord(PersonRecord("61", "Erika Sawajiri", biography="An actor."), "main"),),
)
OTHER = {
    "title": "One Litre of Tears",
    "released": PartialDate.parse("2005"),
    "genres": ("War",),
    "tags": (TagRecord("War"),),
}


@pytest.fixture
def drama(db):
    load([TEARS], as_of=AS_OF)
    return Drama.objects.get()


def again(**values):
    """Imports once more; how many fields stay as the editor has them."""
    return load([replace(TEARS, **values)], as_of=AS_OF).kept


def labels(drama):
    return [sorted(rows.values_list("name", flat=True)) for rows in (drama.genres, drama.tags)]


def test_untouched_form_locks_nothing(desk, drama):
    saved(desk, address(drama))
    assert again() == 0
    again(**OTHER)
    drama.refresh_from_db()
    assert (drama.title, str(drama.released)) == ("One Litre of Tears", "2005")
    assert labels(drama) == [["Drama", "Melodrama", "War"], ["Death", "Illness", "War"]]


def test_what_an_editor_changes_is_locked_and_says_so(desk, drama):
    genre = drama.genres.get(name="Drama")
    tag = drama.tags.get(name="Illness")
    saved(
        desk,
        address(drama),
        title=["Corrected"],
        released=["2005-10-12"],
        genres=[str(genre.pk)],
        plain_tags=[str(tag.pk)],
    )
    assert again(**OTHER) == 4
    drama.refresh_from_db()
    assert (drama.title, str(drama.released)) == ("Corrected", "2005-10-12")
    assert labels(drama) == [["Drama"], ["Illness"]]
    page = desk.get(address(drama)).content.decode()
    assert page.count("source-locked") == 4
    assert "<q>One Litre of Tears</q>" in page


def test_change_that_is_taken_back_by_hand_stays_locked(desk, drama):
    saved(desk, address(drama), title=["Corrected"])
    saved(desk, address(drama), title=[TEARS.title])
    again(**OTHER)
    drama.refresh_from_db()
    assert drama.title == TEARS.title


def test_released_field_is_the_source_s_again(desk, drama):
    genre = drama.genres.get(name="Drama")
    saved(desk, address(drama), title=["Corrected"], released=[""], genres=[str(genre.pk)])
    source = str(drama.external_ids.get().pk)
    fields = ("title", "released", "genres", "tags")
    saved(desk, address(drama), **{f"source_of_{field}": [source] for field in fields})
    drama.refresh_from_db()
    assert (drama.title, drama.released) == (TEARS.title, TEARS.released)
    assert labels(drama) == [["Drama", "Melodrama"], ["Death", "Illness"]]
    again(**OTHER)
    drama.refresh_from_db()
    assert drama.title == "One Litre of Tears"


def test_field_is_locked_as_it_is(desk, drama):
    saved(desk, address(drama), source_of_runtime=["own"])
    assert again(runtime=50) == 1
    drama.refresh_from_db()
    assert drama.runtime == 46


@pytest.mark.parametrize("choice", ["0", "999999", "x", "\x00"], ids=["0", "large", "word", "nul"])
def test_choice_of_no_source_is_refused(desk, drama, choice):
    response = saved(desk, address(drama), source_of_title=[choice])
    assert response.status_code == 200
    drama.refresh_from_db()
    assert drama.title == TEARS.title


def test_person_is_locked_too(desk, drama):
    person = Person.objects.get()
    page = f"/admin/catalog/person/{person.pk}/change/"
    saved(desk, page, biography=["A singer."])
    assert again() == 1
    person.refresh_from_db()
    assert person.biography == "A singer."
    assert "source_of_biography" in form_data(desk.get(page))


def test_form_that_is_older_than_a_lock_releases_nothing(desk, drama):
    data = form_data(desk.get(address(drama)))
    saved(desk, address(drama), title=["Corrected"])
    desk.post(address(drama), data)
    drama.refresh_from_db()
    assert drama.title == "Corrected"


def test_removed_rows_are_given_back_to_their_source(desk, drama):
    drama.credits.all().delete()
    data = form_data(desk.get(address(drama)))
    page = desk.get(address(drama)).content.decode()
    assert "Credits, as TMDB has it: Erika Sawajiri, main role" in page
    [key] = desk.get(address(drama)).context["adminform"].form.fields["released_rows"].choices
    desk.post(address(drama), data | {"released_rows": [key[0]]})
    again()
    assert drama.credits.count() == 1
    assert "released_rows" not in desk.get(address(drama)).content.decode()
