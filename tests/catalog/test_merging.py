import datetime

import pytest

from catalog.merging import MergedOnError, merge, undo
from catalog.models import Drama, FormerSlug, Merge, Person, Revision
from catalog.revisions import states_of
from tests import factories
from tests.catalog.admin.test_drama import full_drama

pytestmark = pytest.mark.django_db


def rows(noun):
    """Everything that is stored of it and of what refers to it, but when it was written."""
    found = {
        field.name: getattr(noun, field.attname)
        for field in noun._meta.concrete_fields
        if field.name != "changed_at"
    }
    for relation in noun._meta.related_objects:
        model = relation.related_model
        if model not in (Revision, Merge):
            of_noun = model._base_manager.filter(**{relation.field.name: noun})
            found[relation.name] = list(of_noun.order_by("pk").values())
    return found


@pytest.fixture
def two():
    """Two with much in common."""
    kept, gone = (full_drama(2, slug=slug, title=slug.title()) for slug in ("kept", "gone"))
    for drama in (kept, gone):
        for season in drama.seasons.all():
            factories.EpisodeFactory(season=season, number=1, title=drama.title)
    theirs = gone.seasons.order_by("number").first()
    factories.EpisodeFactory(season=theirs, number=2, title="Only there")
    credit = kept.credits.first()
    factories.CreditFactory(
        drama=gone, person=credit.person, role=credit.role, character=credit.character
    )
    factories.RelationFactory(drama=gone, other=kept)
    factories.PickFactory(drama=gone)
    Drama.objects.filter(pk=gone.pk).update(runtime=45, synopsis="Told there.")
    Drama.objects.filter(pk=kept.pk).update(synopsis="Told here.")
    return Drama.objects.get(pk=kept.pk), Drama.objects.get(pk=gone.pk)


def test_kept_drama_has_everything_once(client, two):
    kept, gone = two
    merge(kept, gone)
    kept.refresh_from_db()
    assert (kept.synopsis, kept.runtime) == ("Told here.", 45)
    assert (kept.credits.count(), gone.credits.count()) == (4, 1)
    titles = [episode.title for s in kept.seasons.all() for episode in s.episodes.all()]
    assert titles == ["Kept", "Only there", "Kept"]
    assert sorted(kept.gallery.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert "Gone" in kept.alternative_titles.values_list("title", flat=True)
    assert kept.genres.count() == 4
    assert kept.picks.count() == 1
    assert not kept.relations.filter(other=kept).exists()


def test_addresses_of_the_other_lead_to_the_kept_one(client, two):
    kept, gone = two
    before = list(FormerSlug.objects.filter(drama=gone).values_list("slug", flat=True))
    merge(kept, gone)
    for slug in ("gone", *before):
        response = client.get(f"/dramas/{slug}/episodes/")
        assert (response.status_code, response.headers["Location"]) == (
            301,
            "/dramas/kept/episodes/",
        )


def test_undoing_restores_both_exactly(client, two):
    before = [rows(drama) for drama in two]
    states = states_of([drama.pk for drama in two])
    pages = [client.get(drama.get_absolute_url()).content for drama in two]
    made = merge(*two)
    undo(made)
    assert [rows(Drama.objects.get(pk=drama.pk)) for drama in two] == before
    assert states_of([drama.pk for drama in two]) == states
    assert [client.get(drama.get_absolute_url()).content for drama in two] == pages
    assert Merge.objects.get().undone_at


def test_what_was_written_between_is_a_revision(two):
    kept, gone = two
    made = merge(kept, gone)
    Drama.objects.filter(pk=kept.pk).update(summary="Between")
    undo(made)
    assert Drama.objects.get(pk=kept.pk).summary == ""
    assert Revision.objects.filter(drama=kept).count() == 1


def test_merge_into_what_was_merged_on_waits_for_the_later_one(two):
    kept, gone = two
    first = merge(kept, gone)
    third = factories.DramaFactory()
    second = merge(third, Drama.objects.get(pk=kept.pk))
    with pytest.raises(MergedOnError):
        undo(first)
    undo(second)
    undo(first)
    assert set(Drama.objects.values_list("merged_into", flat=True)) == {None}


def test_end_before_the_release_is_not_filled_in():
    day = datetime.date
    kept = factories.DramaFactory(released_on=day(2010, 1, 1), released_precision="day")
    gone = factories.DramaFactory(ended_on=day(2005, 1, 1), ended_precision="day")
    merge(kept, gone)
    assert Drama.objects.get(pk=kept.pk).ended_on is None


@pytest.fixture
def people():
    kept = factories.PersonFactory(name="Aoi Minato", slug="aoi")
    gone = factories.PersonFactory(
        name="Minato Aoi", slug="minato", biography="Born.", portrait=factories.PictureFactory()
    )
    for person in (kept, gone):
        factories.CreditFactory(person=person)
        factories.PersonNameFactory(person=person, name="A. M.")
        factories.FormerSlugFactory(person=person, drama=None)
        factories.ExternalIdFactory(person=person, drama=None)
    shared = factories.CreditFactory(person=kept, character="Aya")
    factories.CreditFactory(drama=shared.drama, person=gone, role=shared.role, character="Aya")
    return kept, gone


def test_people_are_made_one(client, people):
    kept, gone = people
    merge(kept, gone)
    kept.refresh_from_db()
    assert (kept.credits.count(), gone.credits.count()) == (3, 0)
    assert kept.biography == "Born."
    assert [name.name for name in kept.other_names.all()] == ["A. M.", "Minato Aoi"]
    response = client.get("/people/minato/")
    assert (response.status_code, response.headers["Location"]) == (301, "/people/aoi/")


def test_undoing_restores_people_exactly(client, people):
    before = [rows(person) for person in people]
    pages = [client.get(person.get_absolute_url()).content for person in people]
    undo(merge(*people))
    assert [rows(Person.objects.get(pk=person.pk)) for person in people] == before
    assert [client.get(person.get_absolute_url()).content for person in people] == pages
