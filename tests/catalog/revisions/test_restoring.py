import datetime
import re

import pytest

from catalog.models import Drama, Episode, Picture, Season
from catalog.revisions import states_of
from catalog.revisions.restoring import restore
from tests import factories
from tests.catalog.admin.test_drama import full_drama

pytestmark = pytest.mark.django_db


@pytest.fixture
def drama():
    drama = full_drama(
        3,
        slug="tears",
        synopsis="Before. A story.",
        released_on=datetime.date(2005, 10, 11),
        released_precision="day",
        runtime=45,
    )
    for season in drama.seasons.all():
        factories.EpisodeFactory.create_batch(2, season=season)
    return drama


def state_of(drama):
    return states_of([drama.pk])[drama.pk]


def disturb(drama):
    """As much as an editor can do to it."""
    seasons = list(drama.seasons.order_by("number"))
    first, second = (list(season.episodes.order_by("number")) for season in seasons[:2])
    Episode.objects.filter(pk=first[0].pk).update(number=99, title="Other")
    second[0].delete()
    seasons[2].delete()
    Season.objects.filter(pk=seasons[0].pk).update(number=9)
    drama.credits.update(character="Somebody else")
    drama.credits.first().delete()
    factories.CreditFactory(drama=drama)
    drama.alternative_titles.all().delete()
    drama.drama_tags.update(is_spoiler=True)
    drama.gallery.first().delete()
    drama.gallery.update(caption="Other")
    drama.figures.update(votes=1)
    drama.external_ids.first().delete()
    drama.genres.clear()
    drama.countries.clear()
    Picture.objects.update(alt="Other")
    for column, value in {"title": "Other", "synopsis": "Other", "runtime": None}.items():
        setattr(drama, column, value)
    drama.poster = drama.released = None
    drama.slug = "other"
    drama.save()


def test_page_is_what_it_was_byte_for_byte(client, drama, django_capture_on_commit_callbacks):
    state, page = state_of(drama), client.get("/dramas/tears/").content
    episodes = client.get("/dramas/tears/episodes/").content
    with django_capture_on_commit_callbacks(execute=True):
        disturb(drama)
        assert client.get("/dramas/other/").content != page
        assert restore(drama, state) == []
    assert client.get("/dramas/tears/").content == page
    assert client.get("/dramas/tears/episodes/").content == episodes
    assert state_of(drama) == state
    assert client.get("/dramas/other/").headers["Location"] == "/dramas/tears/"


def test_rows_keep_their_keys(drama):
    state = state_of(drama)
    disturb(drama)
    restore(drama, state)
    assert {part: set(rows) for part, rows in state_of(drama).parts.items()} == {
        part: set(rows) for part, rows in state.parts.items()
    }


def test_numbers_that_changed_places_change_back(drama):
    state = state_of(drama)
    one, two, _three = drama.seasons.order_by("number")
    Season.objects.filter(pk=one.pk).update(number=77)
    Season.objects.filter(pk=two.pk).update(number=1)
    Season.objects.filter(pk=one.pk).update(number=2)
    assert restore(drama, state) == []
    assert state_of(drama) == state


def test_publication_is_left_as_it_is(drama):
    state = state_of(drama)
    Drama.objects.update(publication="draft", unpublish_at=None)
    drama.refresh_from_db()
    restore(drama, state)
    assert Drama.objects.get(pk=drama.pk).publication == "draft"


def test_what_has_gone_meanwhile_is_told(drama):
    state = state_of(drama)
    drama.credits.first().person.delete()
    drama.genres.first().delete()
    taken = drama.external_ids.first()
    value, source = taken.value, taken.source
    taken.delete()
    factories.ExternalIdFactory(source=source, value=value)
    drama.poster.delete()
    drama.refresh_from_db()
    drama.slug = "moved"
    drama.save()
    factories.DramaFactory(slug="tears")
    lost = restore(Drama.objects.get(pk=drama.pk), state)
    assert sorted(lost) == ["credits", "external_ids", "genres", "poster", "slug"]
    assert Drama.objects.get(pk=drama.pk).slug == "moved"
    assert drama.credits.count() == 2


def test_key_that_another_drama_has_meanwhile_is_left_to_it(drama):
    state = state_of(drama)
    other = factories.DramaFactory()
    credit = drama.credits.first()
    drama.credits.filter(pk=credit.pk).update(drama=other)
    assert restore(drama, state) == []
    assert (drama.credits.count(), other.credits.get().pk) == (3, credit.pk)


def test_nothing_is_written_when_nothing_changed(drama, django_assert_max_num_queries):
    state = state_of(drama)
    with django_assert_max_num_queries(60):
        restore(drama, state)
    assert re.match(r"[0-9a-f]{32}$", state.digest)
