import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType

from catalog.bulk import Change, apply, effects
from catalog.models import Drama, Revision
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return User.objects.create_user("editor")


def test_effects_count_what_is_not_so_yet():
    wonder, war = factories.GenreFactory(name="Wonder"), factories.GenreFactory(name="War")
    sad = factories.TagFactory(name="Sad")
    has = factories.DramaFactory(genres=[wonder, war], status="ended", publication="draft")
    factories.DramaTagFactory(drama=has, tag=sad)
    factories.DramaFactory.create_batch(2, status="airing")
    mute = factories.PictureFactory(alt="")
    factories.DramaFactory(status="airing", publication="draft", poster=mute)
    change = Change(
        added={"genres": [wonder], "tags": [sad]},
        removed={"genres": [war]},
        status="ended",
        publication="published",
    )
    assert list(effects(Drama.objects.all(), change)) == [
        ("gets “Wonder”", 3),
        ("gets “Sad”", 3),
        ("loses “War”", 1),
        ("status: Ended", 3),
        ("publication: published", 1),
    ]


def test_all_are_changed_and_nothing_twice(editor):
    wonder, war = factories.GenreFactory.create_batch(2)
    sad, country = factories.TagFactory(), factories.CountryFactory()
    one, other = (factories.DramaFactory(genres=[war, wonder]), factories.DramaFactory())
    factories.DramaTagFactory(drama=one, tag=sad, is_spoiler=True)
    change = Change(
        added={"genres": [wonder], "tags": [sad], "countries": [country]},
        removed={"genres": [war]},
        status="cancelled",
        publication="draft",
    )
    assert apply(Drama.objects.all(), change, by=editor) == 2
    for drama in (one, other):
        drama.refresh_from_db()
        assert [*drama.genres.all(), *drama.tags.all(), *drama.countries.all()] == [
            *(wonder, sad, country)
        ]
        assert (drama.status, drama.publication) == ("cancelled", "draft")
    assert one.drama_tags.get().is_spoiler


def test_each_keeps_what_it_was_and_what_it_is(editor):
    drama, _untouched = factories.DramaFactory.create_batch(2, poster=factories.PictureFactory())
    apply(Drama.objects.filter(pk=drama.pk), Change(status="ended"), by=editor)
    kept = Revision.objects.order_by("pk")
    assert [(r.drama, r.is_found, r.entry and r.entry.user, r.pictures.count()) for r in kept] == [
        (drama, True, None, 1),
        (drama, False, editor, 1),
    ]


def test_picture_without_words_is_not_published(editor):
    poster = factories.PictureFactory(alt="")
    drama = factories.DramaFactory(publication="draft", poster=poster)
    apply(Drama.objects.all(), Change(publication="published"), by=editor)
    drama.refresh_from_db()
    assert drama.publication == "draft"


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_the_same_queries_for_one_and_three(editor, number, django_assert_num_queries):
    factories.DramaFactory.create_batch(number)
    genre = factories.GenreFactory()
    change = Change(added={"genres": [genre]}, status="ended")
    ContentType.objects.get_for_model(Drama)  # asked for once a process
    with django_assert_num_queries(36):
        apply(Drama.objects.all(), change, by=editor)
