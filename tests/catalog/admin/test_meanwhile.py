import itertools
import random

import pytest
from django.forms import modelform_factory

from catalog.admin.meanwhile import WatchfulForm
from catalog.models import Drama
from tests import factories
from tests.catalog.admin.formdata import add_row, form_data
from tests.catalog.admin.test_drama import address, errors

pytestmark = pytest.mark.django_db
TEXTS = ("title", "synopsis", "summary")
FIELDS = (*TEXTS, "runtime", "genres")
Form = modelform_factory(Drama, form=WatchfulForm, fields=FIELDS)


class Editor:
    """Has the form open; ``typed`` is what she changed, ``shown`` what she was told of others."""

    def __init__(self, pk):
        self.pk = pk
        self.open()

    def open(self):
        form = Form(instance=Drama.objects.get(pk=self.pk))
        self.data = {name: form[name].value() for name in form.fields}
        self.data |= {"runtime": str(self.data["runtime"] or "")}
        self.saw, self.typed, self.added, self.shown = dict(self.data), {}, set(), ""

    def work(self, dice, labels, unique):
        for field in dice.sample((*TEXTS, "runtime"), dice.randint(0, 2)):
            self.typed[field] = self.data[field] = str(next(unique))
        if dice.random() < 0.3:
            self.added.add(labels.pop())
            self.data["genres"] = [*self.saw["genres"], *self.added]

    def save(self):
        """As often as it takes: each time she reads what she is told."""
        while True:
            form = Form(self.data, instance=Drama.objects.get(pk=self.pk))
            if form.is_valid():
                form.save()
                return
            self.shown += str(form.errors)
            self.data["seen"] = form["seen"].value()


def stored(pk):
    row = Drama.objects.values(*TEXTS, "runtime").get(pk=pk)
    texts = {name: str(value or "") for name, value in row.items()}
    return texts | {"genres": {genre.pk for genre in Drama(pk=pk).genres.all()}}


def save_and_check(editor, before):
    """What she changed is hers, what she did not is theirs, and what hers replaced she was shown.

    Returns what is stored then.
    """
    editor.save()
    after = stored(editor.pk)
    assert after == before | editor.typed | {"genres": before["genres"] | editor.added}
    for field in editor.typed:
        if before[field] != editor.saw[field]:
            assert f">{before[field] or 'nothing'}<" in editor.shown
    return after


def test_no_field_is_lost_in_200_interleavings_of_two_editors():
    dice, unique = random.Random(5), itertools.count(100)
    genres = [genre.pk for genre in factories.GenreFactory.create_batch(10)]
    pk = factories.DramaFactory(publication="draft").pk
    for _round in range(200):
        Drama(pk=pk).genres.clear()
        labels, world = list(genres), stored(pk)
        editors = [Editor(pk), Editor(pk)]
        for step in range(dice.randint(2, 4)):
            editor = dice.choice(editors)
            editor.work(dice, labels, unique)
            if step and dice.random() < 0.3:
                world = save_and_check(editor, world)
                editor.open()
        for editor in dice.sample(editors, 2):
            world = save_and_check(editor, world)


def page(desk, row):
    return form_data(desk.get(address(row)))


def shown_of_others(response):
    return {field: found for field, found in errors(response).items() if "Meanwhile" in found[0]}


def test_what_only_the_other_changed_stays_and_is_named(desk):
    drama = factories.DramaFactory(title="Before", synopsis="Before")
    first, second = page(desk, drama), page(desk, drama)
    desk.post(address(drama), first | {"title": "Hers"})
    response = desk.post(address(drama), second | {"synopsis": "Mine"}, follow=True)
    assert Drama.objects.values_list("title", "synopsis").get() == ("Hers", "Mine")
    assert "Kept of theirs: Title." in str([*map(str, response.context["messages"])])


def test_both_versions_are_shown_where_both_changed_and_the_second_save_decides(desk):
    drama = factories.DramaFactory(title="Before", synopsis="Before")
    first, second = page(desk, drama), page(desk, drama)
    desk.post(address(drama), first | {"title": "Hers <b>", "synopsis": "Hers"})
    response = desk.post(address(drama), second | {"title": "Mine", "summary": "Mine"})
    assert shown_of_others(response) == {
        "title": [
            'Meanwhile somebody else saved this: <q class="theirs">Hers &lt;b&gt;</q> '
            "Yours is still in the field. Save again to keep it."
        ]
    }
    assert '<q class="theirs">Hers &lt;b&gt;</q>' in response.content.decode()
    kept = form_data(response)
    assert (kept["title"], kept["summary"]) == (["Mine"], ["Mine"])
    assert desk.post(address(drama), kept).status_code == 302
    assert Drama.objects.values_list("title", "synopsis", "summary").get() == (
        "Mine",
        "Hers",
        "Mine",
    )


def test_rows_of_both_are_merged_field_by_field(desk):
    credit = factories.CreditFactory(character="Before", role="main")
    drama = credit.drama
    first, second = page(desk, drama), page(desk, drama)
    add_row(first, "alternative_titles", title="Hers")
    add_row(second, "alternative_titles", title="Mine")
    desk.post(address(drama), first | {"credits-0-character": "Hers"})
    response = desk.post(address(drama), second | {"credits-0-role": "guest"}, follow=True)
    assert "Kept of theirs: Character." in str([*map(str, response.context["messages"])])
    credit.refresh_from_db()
    assert (credit.character, credit.role) == ("Hers", "guest")
    assert [each.title for each in drama.alternative_titles.all()] == ["Hers", "Mine"]


def test_row_that_both_changed_is_shown_with_both(desk):
    credit = factories.CreditFactory(character="Before")
    drama = credit.drama
    first, second = page(desk, drama), page(desk, drama)
    desk.post(address(drama), first | {"credits-0-character": "Hers"})
    response = desk.post(address(drama), second | {"credits-0-character": "Mine"})
    assert list(shown_of_others(response)) == ["credits-0-character"]
    desk.post(address(drama), form_data(response))
    credit.refresh_from_db()
    assert credit.character == "Mine"


def test_row_that_the_other_took_away_is_gone_unless_it_was_changed(desk):
    drama = factories.DramaFactory()
    _untouched, touched = factories.CreditFactory.create_batch(2, drama=drama, character="Before")
    second = page(desk, drama)
    drama.credits.all().delete()
    response = desk.post(address(drama), second | {"credits-1-character": "Mine"})
    assert errors(response) == {
        "credits-1-__all__": ["Meanwhile somebody else took this row away. Save again to keep it."]
    }
    assert desk.post(address(drama), form_data(response)).status_code == 302
    assert [(c.person, c.character) for c in drama.credits.all()] == [(touched.person, "Mine")]


def test_row_that_the_other_changed_is_not_deleted_unseen(desk):
    credit = factories.CreditFactory(character="Before")
    drama = credit.drama
    second = page(desk, drama)
    drama.credits.update(character="Hers")
    response = desk.post(address(drama), second | {"credits-0-DELETE": "on"})
    assert list(errors(response)) == ["credits-0-character", "credits-0-__all__"]
    assert drama.credits.get().character == "Hers"
    again = form_data(response)
    assert desk.post(address(drama), again).status_code == 302
    assert not drama.credits.exists()


def test_deletion_that_is_taken_back_keeps_what_the_other_wrote(desk):
    credit = factories.CreditFactory(character="Before")
    drama = credit.drama
    second = page(desk, drama)
    drama.credits.update(character="Hers")
    again = form_data(desk.post(address(drama), second | {"credits-0-DELETE": "on"}))
    del again["credits-0-DELETE"]
    desk.post(address(drama), again)
    assert drama.credits.get().character == "Hers"


def test_words_of_a_picture_that_the_other_replaced_are_no_change_of_it(desk):
    drama = factories.DramaFactory(poster=factories.PictureFactory(alt="Old"))
    second = page(desk, drama)
    drama.poster = factories.PictureFactory(alt="New")
    drama.save()
    desk.post(address(drama), second | {"title": "Mine"})
    drama.refresh_from_db()
    assert (drama.title, drama.poster.alt) == ("Mine", "New")


def test_words_of_a_picture_that_both_changed_are_shown(desk):
    drama = factories.DramaFactory(poster=factories.PictureFactory(alt="Old"))
    second = page(desk, drama)
    type(drama.poster).objects.update(alt="Hers")
    response = desk.post(address(drama), second | {"poster_alt": "Mine"})
    assert '<q class="theirs">Hers</q>' in errors(response)["poster"][0]


@pytest.mark.parametrize("seen", ["", "nonsense", "[]", '{"title": 3}', '{"x": {}}', "[" * 9999])
def test_marks_that_are_not_ours_do_no_harm(desk, seen):
    drama = factories.DramaFactory(title="Before")
    data = page(desk, drama) | {"title": "Mine", "seen": seen}
    assert desk.post(address(drama), data).status_code in (200, 302)


def test_reader_without_the_right_to_change_sees_no_marks(client, editor):
    drama = factories.CreditFactory().drama
    editor.user_permissions.set(editor.user_permissions.filter(codename__startswith="view_"))
    client.force_login(editor)
    response = client.get(address(drama))
    assert response.status_code == 200
    assert 'name="seen"' not in response.content.decode()
