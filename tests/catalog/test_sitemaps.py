import datetime

import pytest

from catalog import sitemaps
from catalog.models import Drama
from catalog.models.drama import BUCKET
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
HOUR = datetime.timedelta(hours=1)


def paths(section, number=1):
    return [page.path for page in sitemaps.pages_of(section, number)]


def test_dramas_are_those_that_visitors_may_read():
    factories.DramaFactory(slug="a")
    factories.DramaFactory(slug="draft", publication="draft")
    factories.DramaFactory(slug="later", publication="scheduled", publish_at=NOW + HOUR)
    factories.DramaFactory(slug="out", publication="scheduled", publish_at=NOW - HOUR)
    assert paths("dramas") == ["/dramas/a/", "/dramas/out/"]


def test_people_are_those_with_something_published():
    factories.CreditFactory(person__slug="hana")
    factories.CreditFactory(person__slug="kenji", drama__publication="draft")
    assert paths("people") == ["/people/hana/"]


def test_labels_are_those_in_use_and_no_tag_that_only_gives_away():
    drama = factories.DramaFactory(
        genres=[factories.GenreFactory(slug="medical")],
        networks=[factories.NetworkFactory(slug="fuji-tv")],
        countries=[factories.CountryFactory()],
        released_on=datetime.date(2005, 10, 11),
        released_precision="day",
    )
    factories.GenreFactory(slug="unused")
    factories.DramaTagFactory(drama=drama, tag__slug="illness")
    factories.DramaTagFactory(drama=drama, tag__slug="death", is_spoiler=True)
    factories.DramaTagFactory(drama__publication="draft", tag__slug="secret")
    assert paths("labels") == [
        "/countries/japan/",
        "/genres/medical/",
        "/networks/fuji-tv/",
        "/tags/illness/",
        "/years/2005/",
    ]


def test_pages_of_their_own_are_listed(client):
    assert [client.get(path).status_code for path in paths("pages")] == [200] * len(sitemaps.FIXED)


def test_dramas_are_cut_by_their_ids():
    factories.DramaFactory(pk=BUCKET - 1, slug="last")
    factories.DramaFactory(pk=BUCKET, slug="first")
    assert (paths("dramas", 1), paths("dramas", 2)) == (["/dramas/last/"], ["/dramas/first/"])


def test_index_has_the_newest_change_of_each_file():
    for pk, hours in ((1, 5), (2, 3), (3 * BUCKET, 4)):
        factories.DramaFactory(pk=pk)
        Drama.objects.filter(pk=pk).update(changed_at=NOW - hours * HOUR)
    factories.DramaFactory(pk=BUCKET, publication="draft")
    assert sitemaps.files() == [
        sitemaps.File("pages", 1),
        sitemaps.File("dramas", 1, NOW - 3 * HOUR),
        sitemaps.File("dramas", 4, NOW - 4 * HOUR),
        sitemaps.File("labels", 1),
    ]


def test_what_comes_out_by_the_clock_is_a_change():
    drama = factories.DramaFactory(publication="scheduled", publish_at=NOW - HOUR)
    Drama.objects.update(changed_at=NOW - 9 * HOUR)
    assert next(iter(sitemaps.pages_of("dramas", 1))).changed_at == NOW - HOUR
    assert sitemaps.File("dramas", 1, NOW - HOUR) in sitemaps.files()
    assert drama.pk < BUCKET


@pytest.mark.parametrize(
    "change",
    [
        lambda drama: drama.save(),
        lambda drama: factories.CreditFactory(drama=drama),
        lambda drama: drama.seasons.get().save(),
        lambda drama: drama.seasons.get().episodes.get().save(),
        lambda drama: drama.seasons.get().episodes.get().delete(),
        lambda drama: drama.seasons.get().episodes.all().delete(),
    ],
)
def test_drama_has_changed_when_a_part_of_it_has(change):
    drama = factories.EpisodeFactory().season.drama
    Drama.objects.update(changed_at=NOW - HOUR)
    change(drama)
    assert next(iter(sitemaps.pages_of("dramas", 1))).changed_at >= NOW


def test_deleting_a_drama_does_not_write_once_for_each_episode(django_assert_max_num_queries):
    season = factories.SeasonFactory()
    factories.EpisodeFactory.create_batch(20, season=season)
    with django_assert_max_num_queries(50):
        season.drama.delete()


def test_pictures_of_a_drama_are_told_of():
    drama = factories.DramaFactory(poster=factories.PictureFactory(size=(2000, 3000)))
    shown = factories.GalleryImageFactory(drama=drama)
    factories.GalleryImageFactory(drama=drama, picture__alt="")
    page = next(iter(sitemaps.pages_of("dramas", 1)))
    assert page.images == (
        f"/media/pictures/{drama.poster.token}/960.jpg",
        f"/media/pictures/{shown.picture.token}/16.jpg",
    )


@pytest.mark.parametrize(
    "file", [("pages", 2), ("labels", 0), ("dramas", 2), ("people", 0), ("replies", 1)]
)
def test_file_that_is_not_there_is_an_error(file):
    factories.CreditFactory()
    with pytest.raises(LookupError):
        sitemaps.pages_of(*file)
